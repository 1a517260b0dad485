/** Guesses what the columns of a dump hold, by their names and by what stands in them. */
import type { TableField, TableMapping } from '#contract/importTables.ts';
import type { Cells } from './cells.ts';
import { meaningOf } from './fieldNames.ts';
import { dateOf, doiOf, lineOf, textOf, typeOf, urlOf } from './values.ts';

export interface Guess {
  mapping: TableMapping;
  /** Title and text (or, of a list of references, title and date or author) are told by their names. */
  sure: boolean;
}

interface Column {
  name: string;
  /** What is in it, as text. */
  texts: string[];
  /** Characters, on average of the rows that hold something. */
  length: number;
}

/** Shortest average that an unnamed column of text has, in characters. */
const TEXT_LENGTH = 200;
/** Shortest average of a column whose name says that it is the text. */
const NAMED_TEXT_LENGTH = 60;
const TITLE_LENGTH = { from: 12, to: 220 };
const MOST_COLUMNS = 300;

/** `rows` are the first rows of the dump; with `header` its columns have names of their own. */
export function guessMapping(columns: readonly string[], rows: readonly Cells[], header: boolean): Guess {
  const all = columns.slice(0, MOST_COLUMNS).map((name): Column => {
    const texts = rows.map((cells) => textOf(cells.get(name))).filter((text) => text.trim() !== '');
    const length = texts.reduce((sum, text) => sum + text.length, 0) / Math.max(1, texts.length);
    return { name, texts, length };
  });
  const chosen = header ? byName(all) : new Map<TableField, Column>();
  const named = new Set(chosen.keys());
  byContent(all, chosen);
  const text = chosen.get('text');
  const used = new Set(chosen.values());
  const rival = all.some(
    (column) => !used.has(column) && column.length > Math.max(TEXT_LENGTH, (text?.length ?? 0) * 1.5),
  );
  // A column that is called the text holds it, however short: nobody would miss what is left out.
  const leftOut =
    header &&
    text === undefined &&
    all.some(({ name, texts }) => texts.length > 0 && meaningOf(name)?.field === 'text');
  const known = text === undefined ? named.has('author') || named.has('issued') : named.has('text');
  return {
    mapping: {
      columns: all.flatMap((column) =>
        [...chosen].filter(([, other]) => other === column).map(([field]) => ({ name: column.name, field })),
      ),
      header,
      dates: dateOrder(chosen.get('issued')?.texts ?? []),
      textFormat: 'auto',
    },
    sure: named.has('title') && known && !rival && !leftOut,
  };
}

/** For each field the column whose name says it best and whose content does not speak against it. */
function byName(columns: readonly Column[]): Map<TableField, Column> {
  const candidates = columns
    .flatMap((column) => {
      const meaning = meaningOf(column.name);
      return meaning === null || column.texts.length === 0 ? [] : [{ column, ...meaning }];
    })
    .filter(({ field, column }) => fits(field, column))
    .toSorted((a, b) => a.rank - b.rank);
  const chosen = new Map<TableField, Column>();
  for (const { field, column } of candidates) if (!chosen.has(field)) chosen.set(field, column);
  return chosen;
}

function fits(field: TableField, { texts, length }: Column): boolean {
  if (field === 'text') return length >= NAMED_TEXT_LENGTH;
  if (field === 'title') return length <= 500;
  if (field === 'abstract') return length >= 20;
  if (field === 'URL') return share(texts, (text) => urlOf(text) !== null) > 0.5;
  if (field === 'DOI') return share(texts, (text) => doiOf(text) !== null) > 0.5;
  if (field === 'issued' || field === 'accessed') return share(texts, isDate) > 0.5;
  if (field === 'type') return share(texts, (text) => typeOf(text) !== null) > 0.5;
  if (field === 'language') return length <= 12;
  if (field === 'note') return true;
  // Names of sources that are addresses name no source.
  return length <= 300 && share(texts, (text) => /^https?:\/\//iu.test(text)) < 0.5;
}

function byContent(columns: readonly Column[], chosen: Map<TableField, Column>): void {
  const free = (): Column[] => {
    const used = new Set(chosen.values());
    return columns.filter((column) => !used.has(column) && column.texts.length > 0);
  };
  const choose = (field: TableField, column: Column | undefined): void => {
    if (column !== undefined && !chosen.has(field)) chosen.set(field, column);
  };
  choose(
    'URL',
    free().find(({ texts }) => share(texts, (text) => urlOf(text) !== null) > 0.8),
  );
  const longest = free().toSorted((a, b) => b.length - a.length)[0];
  choose('text', longest !== undefined && longest.length >= TEXT_LENGTH ? longest : undefined);
  choose(
    'issued',
    free().find(({ texts }) => share(texts, (text) => /\D/u.test(text) && isDate(text)) > 0.8),
  );
  choose(
    'title',
    free().find(
      ({ texts, length }) =>
        length >= TITLE_LENGTH.from &&
        length <= TITLE_LENGTH.to &&
        new Set(texts).size > texts.length * 0.9 &&
        share(
          texts,
          (text) => /\p{L}.*[\s\p{Lo}]\p{L}/u.test(text) && !isDate(text) && urlOf(text) === null,
        ) > 0.8,
    ),
  );
}

function isDate(text: string): boolean {
  return text.length < 60 && dateOf(text, 'auto') !== null;
}

/** Told by any date whose second or first number cannot be a month. */
function dateOrder(texts: readonly string[]): TableMapping['dates'] {
  const pairs = texts.flatMap((text) => {
    const match = /^\s*(\d{1,2})[/-](\d{1,2})[/-]\d{2,4}/u.exec(lineOf(text));
    return match === null ? [] : [[Number(match[1]), Number(match[2])] as const];
  });
  if (pairs.some(([first]) => first > 12)) return 'dmy';
  return pairs.some(([, second]) => second > 12) ? 'mdy' : 'auto';
}

function share(texts: readonly string[], holds: (text: string) => boolean): number {
  return texts.filter(holds).length / Math.max(1, texts.length);
}

/** Whether the first row of a CSV file reads like names of columns rather than like a row. */
export function looksLikeHeader(first: readonly string[]): boolean {
  const texts = first.map((text) => text.trim()).filter((text) => text !== '');
  if (texts.some((text) => meaningOf(text) !== null && text.length < 40)) return true;
  return (
    new Set(texts).size === texts.length &&
    texts.every(
      (text) => text.length <= 60 && !/^[\d.,]+$/u.test(text) && !isDate(text) && urlOf(text) === null,
    )
  );
}
