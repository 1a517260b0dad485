/** Cuts the objects out of a JSON text of any size that comes in pieces, without holding more than one. */

/** Longest object, in characters. */
export const MAX_ELEMENT = 16 * 1024 * 1024;
/** Deepest nesting that is followed by its keys. */
const MAX_DEPTH = 1000;
/** Longest key that is compared. */
const MAX_KEY = 1000;

/** Where the objects of a dump are. */
export interface Place {
  /** Keys that lead from the outermost object to the array or object that holds them. */
  path: readonly string[];
  /** `elements` of an array, `members` of an object, or of the `file` itself: values one after the other. */
  kind: 'elements' | 'members' | 'file';
}

/** An object's text; null for one beyond `MAX_ELEMENT` characters. */
export interface Element {
  /** Its place in the order, from 1. */
  number: number;
  text: string | null;
}

interface Frame {
  array: boolean;
  /** Under which key it lies in the object around it; empty in an array. */
  key: string;
  /** Offset in the file. */
  start: number;
}

const OUTSIDE = /["[\]{},:]/gu;
const INSIDE = /["\\]/gu;

/**
 * Follows the structure of JSON: brackets, keys and strings. Broken text leads to broken elements, never to an
 * error. Yields the objects at `place`; without a place, tells `onObject` where each object was and its length.
 */
export class JsonElements {
  readonly #place: Place | null;
  readonly #onObject: ((place: Place, length: number) => void) | undefined;
  readonly #stack: Frame[] = [];
  /** Levels beyond MAX_DEPTH. */
  #deeper = 0;
  #offset = 0;
  #inString = false;
  #escaped = false;
  /** The string at hand while it may be a key, or the key that was read last. */
  #key: string | null = null;
  #expectsKey = false;
  /** What is held of the element at hand; null where it became too long. */
  #held: string[] | null = [];
  #length = 0;
  /** How many brackets are open around the element at hand; -1 between elements. */
  #around = -1;
  #number = 0;

  constructor(place: Place | null, onObject?: (place: Place, length: number) => void) {
    this.#place = place;
    this.#onObject = onObject;
  }

  /** The number of the element that has begun and not ended; null between elements. */
  get open(): number | null {
    return this.#around === -1 ? null : this.#number;
  }

  *push(text: string): Generator<Element> {
    let from = 0;
    let at = 0;
    while (at < text.length) {
      if (this.#inString) {
        at = this.#string(text, at);
        continue;
      }
      OUTSIDE.lastIndex = at;
      const found = OUTSIDE.exec(text);
      if (found === null) break;
      const { index } = found;
      at = index + 1;
      const sign = found[0];
      if (sign === '"') {
        this.#inString = true;
        this.#key = this.#expectsKey ? '' : this.#key;
      } else if (sign === '{' || sign === '[') {
        if (sign === '{' && this.#begins()) from = index;
        this.#enter(sign === '[', index);
      } else if (sign === '}' || sign === ']') {
        this.#leave(at);
        if (this.#around !== -1 && this.#stack.length <= this.#around && this.#deeper === 0) {
          this.#hold(text.slice(from, at));
          this.#around = -1;
          yield { number: this.#number, text: this.#held?.join('') ?? null };
        }
      } else this.#expectsKey = sign === ',' && this.#stack.at(-1)?.array === false;
    }
    if (this.#around !== -1) this.#hold(text.slice(from));
    this.#offset += text.length;
  }

  /** Reads on in a string; returns the offset behind what was read. */
  #string(text: string, from: number): number {
    if (this.#escaped) {
      this.#escaped = false;
      return from + 1;
    }
    INSIDE.lastIndex = from;
    const found = INSIDE.exec(text);
    const end = found?.index ?? text.length;
    if (this.#expectsKey && this.#key !== null)
      this.#key = this.#key.length + end - from > MAX_KEY ? null : this.#key + text.slice(from, end);
    if (found === null) return text.length;
    if (found[0] === '\\') this.#escaped = true;
    else {
      this.#inString = false;
      this.#expectsKey = false;
    }
    return end + 1;
  }

  /** Whether the object that opens now is one to yield. */
  #begins(): boolean {
    if (this.#around !== -1 || this.#place === null || !this.#isAt(this.#place)) return false;
    this.#around = this.#stack.length;
    this.#number += 1;
    this.#held = [];
    this.#length = 0;
    return true;
  }

  #isAt({ path, kind }: Place): boolean {
    const depth = kind === 'file' ? 0 : path.length + 1;
    if (this.#stack.length !== depth) return false;
    return this.#stack.every(
      ({ array, key }, level) =>
        array === (kind === 'elements' && level === path.length) && (level === 0 || key === path[level - 1]),
    );
  }

  #enter(array: boolean, index: number): void {
    const parent = this.#stack.at(-1);
    if (this.#stack.length >= MAX_DEPTH) this.#deeper += 1;
    else
      this.#stack.push({
        array,
        key: parent?.array === false ? (this.#key ?? '') : '',
        start: this.#offset + index,
      });
    this.#expectsKey = !array;
    this.#key = null;
  }

  #leave(end: number): void {
    this.#expectsKey = false;
    if (this.#deeper > 0) {
      this.#deeper -= 1;
      return;
    }
    const frame = this.#stack.pop();
    if (frame === undefined || frame.array || this.#onObject === undefined) return;
    // What lies in an element of an array is a part of that element.
    if (this.#stack.slice(0, -1).some(({ array }) => array)) return;
    const holder = this.#stack.at(-1);
    const path = this.#stack.slice(1).map(({ key }) => key);
    const kind = holder === undefined ? 'file' : holder.array ? 'elements' : 'members';
    this.#onObject({ path, kind }, this.#offset + end - frame.start);
  }

  #hold(text: string): void {
    this.#length += text.length;
    if (this.#length > MAX_ELEMENT) this.#held = null;
    this.#held?.push(text);
  }
}

/** Objects further inside are parts of a row. */
const DEEPEST_PLACE = 4;

/**
 * Where a JSON file holds its rows, told by its beginning: the array of objects that is most of it, or the
 * object whose members are, else values one after the other. Null where it is neither object nor array.
 */
export function placeOfRows(sample: string): Place | null {
  const sizes = new Map<string, { place: Place; size: number; count: number }>();
  const elements = new JsonElements(null, (place, size) => {
    if (place.path.length > DEEPEST_PLACE) return;
    const key = JSON.stringify(place);
    const known = sizes.get(key) ?? { place, size: 0, count: 0 };
    sizes.set(key, { place, size: known.size + size, count: known.count + 1 });
  });
  // Without a place nothing is yielded: the text is read to its end.
  elements.push(sample).next();
  const places = [...sizes.values()].toSorted((a, b) => b.size - a.size);
  const enough = sample.length / 2;
  const large = places.find(
    ({ place, size, count }) =>
      size >= enough && (place.kind === 'elements' || (place.kind === 'members' && count > 2)),
  );
  if (large !== undefined) return large.place;
  if (/^\s*\{/u.test(sample)) return { path: [], kind: 'file' };
  return /^\s*\[/u.test(sample) ? { path: [], kind: 'elements' } : null;
}
