/**
 * Where a place in the text is on the pages, and the other way round. Between the places that are known, those where
 * blocks begin, it is told by the share of the words.
 */
import type { BlockPlace } from '#contract/export.ts';
import type { TextPlace } from '#editor/document/textPlace.ts';

/** In points. */
export interface PagePoint {
  /** From 1. */
  page: number;
  x: number;
  y: number;
}

export interface Sheet {
  width: number;
  height: number;
}

/** What lies below the text of a page, in points. */
const FOOT = 76;

/** The pages as one long column: each place has one distance from its top, in points. */
class Column {
  readonly #places: readonly BlockPlace[];
  readonly #sheet: Sheet;
  readonly #top: number;
  readonly #height: number;
  readonly #columns: number;

  constructor(places: readonly BlockPlace[], sheet: Sheet) {
    this.#places = places;
    this.#sheet = sheet;
    this.#top = Math.min(...places.map(({ y }) => y));
    this.#height = Math.max(1, sheet.height - FOOT - this.#top);
    this.#columns = places.some((place) => this.#isRight(place)) ? 2 : 1;
  }

  #isRight({ x }: { x: number }): boolean {
    return x > this.#sheet.width / 2;
  }

  distance(point: PagePoint): number {
    const column = this.#columns === 2 && this.#isRight(point) ? 1 : 0;
    const within = Math.min(Math.max(0, point.y - this.#top), this.#height - 1);
    return ((point.page - 1) * this.#columns + column) * this.#height + within;
  }

  point(distance: number): Omit<PagePoint, 'x'> {
    const column = Math.floor(distance / this.#height);
    const y = this.#top + (distance - column * this.#height);
    return { page: Math.floor(column / this.#columns) + 1, y };
  }

  /** Where a block begins and ends; null where it is not on the pages. */
  extent(blockId: string): [start: number, end: number] | null {
    const first = this.#places.findIndex((place) => place.blockId === blockId);
    if (first === -1) return null;
    const next = this.#places.find((place, index) => index > first && place.blockId !== blockId);
    const start = this.distance(this.#places[first]!);
    return [start, Math.max(start, next === undefined ? start : this.distance(next))];
  }

  /** The last block that begins at or above `distance`. */
  blockAt(distance: number): string | null {
    const above = this.#places.filter((place) => place.blockId !== '' && this.distance(place) <= distance);
    return (above.at(-1) ?? this.#places.find((place) => place.blockId !== ''))?.blockId ?? null;
  }
}

export interface PlaceOnPage {
  page: number;
  /** Of the line, in points from the top of the page. */
  y: number;
  /** The part of the page that the block takes, in the same. */
  block: { top: number; bottom: number };
}

/** Where a place in the text is; null where its block is not on the pages. */
export function onPage(
  places: readonly BlockPlace[],
  { blockId, share }: TextPlace,
  sheet: Sheet,
): PlaceOnPage | null {
  const column = new Column(places, sheet);
  const extent = column.extent(blockId);
  if (extent === null) return null;
  const [start, end] = extent;
  // What is at the very end is still on the last line.
  const at = Math.max(start, Math.min(start + share * (end - start), end - 1));
  const { page, y } = column.point(at);
  const first = column.point(start);
  const last = column.point(Math.max(start, end - 1));
  return {
    page,
    y,
    block: {
      top: first.page === page ? first.y : column.point(0).y,
      bottom: last.page === page && last.y >= y ? last.y : sheet.height - FOOT,
    },
  };
}

/** The place in the text that a point on the pages is nearest to; null where no block is on them. */
export function inText(places: readonly BlockPlace[], point: PagePoint, sheet: Sheet): TextPlace | null {
  if (places.length === 0) return null;
  const column = new Column(places, sheet);
  const distance = column.distance(point);
  const blockId = column.blockAt(distance);
  const extent = blockId === null ? null : column.extent(blockId);
  if (blockId === null || extent === null) return null;
  const [start, end] = extent;
  const share = end > start ? (distance - start) / (end - start) : 0;
  return { blockId, share: Math.min(1, Math.max(0, share)) };
}
