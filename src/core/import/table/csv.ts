/**
 * Rows of separated values (RFC 4180), read leniently: a quotation mark opens a quoted value only at its
 * beginning, and closes it only before a separator or the end of the row.
 */

const SEPARATORS = [',', ';', '\t', '|'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** Longest row, in characters. */
export const MAX_ROW = 16 * 1024 * 1024;
/** How often a quotation mark that nothing closes is forgiven before quotation marks count as letters. */
const MAX_UNCLOSED = 5;

export type CsvRow =
  | { number: number; values: string[] }
  | { number: number; values: null; problem: 'too long' | 'unclosed' };

/** Cuts a text that comes in pieces into rows, numbered from 1. Empty lines are rows without values. */
export class CsvReader {
  readonly #separator: string;
  readonly #special: RegExp;
  /** What was looked through of the row at hand: to search a string that grows would copy it each time. */
  #head = '';
  #buffer = '';
  #at = 0;
  #atStart = true;
  #quoted = false;
  #quotes = true;
  #unclosed = 0;
  #discarding = false;
  #number = 0;

  constructor(separator: string) {
    this.#separator = separator;
    this.#special = new RegExp(`[\\n\\r\\u{${separator.codePointAt(0)!.toString(16)}}]`, 'gu');
  }

  /** The rows that are whole by now. */
  *push(text: string): Generator<CsvRow> {
    this.#buffer += text;
    yield* this.#rows(false);
  }

  /** The rest. */
  *end(): Generator<CsvRow> {
    yield* this.#rows(true);
    while (this.#quoted) {
      yield* this.#reopen();
      yield* this.#rows(true);
    }
    const rest = this.#head + this.#buffer;
    if (rest !== '' && !this.#discarding) yield this.#row(rest);
    this.#head = '';
    this.#buffer = '';
  }

  *#rows(final: boolean): Generator<CsvRow> {
    let from = 0;
    for (;;) {
      const end = this.#rowEnd(final);
      if (end === null) {
        if (!this.#discarding) this.#head += this.#buffer.slice(from, this.#at);
        this.#buffer = this.#buffer.slice(this.#at);
        this.#at = 0;
        if (this.#head.length <= MAX_ROW) return;
        from = 0;
        if (this.#quoted) yield* this.#reopen();
        else {
          yield { number: (this.#number += 1), values: null, problem: 'too long' };
          this.#discarding = true;
          this.#head = '';
          this.#atStart = false;
          return;
        }
        continue;
      }
      const text = this.#head + this.#buffer.slice(from, end.at);
      this.#head = '';
      from = end.next;
      this.#at = end.next;
      this.#atStart = true;
      if (this.#discarding) this.#discarding = false;
      else yield this.#row(text);
    }
  }

  /** Where the row at hand ends and the next begins; null where that is not in the buffer. */
  #rowEnd(final: boolean): { at: number; next: number } | null {
    const buffer = this.#buffer;
    for (;;) {
      if (this.#quoted) {
        const quote = buffer.indexOf('"', this.#at);
        if (quote === -1) {
          this.#at = buffer.length;
          return null;
        }
        if (quote + 1 === buffer.length && !final) {
          this.#at = quote;
          return null;
        }
        const next = buffer[quote + 1];
        if (next === '"') this.#at = quote + 2;
        else {
          this.#at = quote + 1;
          if (next === undefined || next === '\n' || next === '\r' || next === this.#separator)
            this.#quoted = false;
        }
        continue;
      }
      if (this.#atStart && this.#quotes && !this.#discarding && buffer[this.#at] === '"') {
        this.#quoted = true;
        this.#atStart = false;
        this.#at += 1;
        continue;
      }
      this.#special.lastIndex = this.#at;
      const found = this.#special.exec(buffer);
      if (found === null) {
        if (this.#at < buffer.length) this.#atStart = false;
        this.#at = buffer.length;
        return null;
      }
      const { index } = found;
      if (found[0] === this.#separator) {
        this.#at = index + 1;
        this.#atStart = true;
        continue;
      }
      if (found[0] === '\n') return { at: index, next: index + 1 };
      if (index + 1 === buffer.length && !final) {
        this.#at = index;
        this.#atStart = false;
        return null;
      }
      return { at: index, next: buffer[index + 1] === '\n' ? index + 2 : index + 1 };
    }
  }

  /** Gives up the first line of a row whose quotation mark nothing closes, and reads on behind it. */
  *#reopen(): Generator<CsvRow> {
    this.#unclosed += 1;
    if (this.#unclosed >= MAX_UNCLOSED) this.#quotes = false;
    this.#buffer = this.#head + this.#buffer;
    this.#head = '';
    const lineEnd = /\r\n?|\n/u.exec(this.#buffer);
    this.#quoted = false;
    this.#atStart = true;
    this.#at = 0;
    // A line that is too long may close it further on.
    const isLong = lineEnd === null && this.#buffer.length > MAX_ROW;
    yield { number: (this.#number += 1), values: null, problem: isLong ? 'too long' : 'unclosed' };
    if (lineEnd === null) {
      this.#discarding = true;
      this.#buffer = '';
    } else this.#buffer = this.#buffer.slice(lineEnd.index + lineEnd[0].length);
  }

  #row(text: string): CsvRow {
    this.#number += 1;
    return { number: this.#number, values: text.trim() === '' ? [] : this.#values(text) };
  }

  #values(text: string): string[] {
    const values: string[] = [];
    let at = 0;
    for (;;) {
      const quoted = this.#quotes && text[at] === '"' ? this.#quotedValue(text, at + 1) : null;
      const end = quoted?.end ?? text.indexOf(this.#separator, at);
      values.push(quoted?.value ?? text.slice(at, end === -1 ? undefined : end));
      if (end === -1 || end >= text.length) return values;
      at = end + 1;
    }
  }

  #quotedValue(text: string, from: number): { value: string; end: number } | null {
    let value = '';
    let at = from;
    for (;;) {
      const quote = text.indexOf('"', at);
      if (quote === -1) return null;
      const next = text[quote + 1];
      if (next === '"') {
        value += text.slice(at, quote + 1);
        at = quote + 2;
      } else if (next === undefined || next === this.#separator)
        return { value: value + text.slice(at, quote), end: quote + 1 };
      else {
        value += text.slice(at, quote + 1);
        at = quote + 1;
      }
    }
  }
}

/** `sep=;` as first line, with which some programs say their separator. */
const STATED = /^sep=([^"\r\n])\r?\n/iu;

export interface Dialect {
  separator: string;
  /** Characters before the first row. */
  skip: number;
}

/** The separator that cuts the beginning of a file into rows of the same length; `preferred` where none does. */
export function dialectOf(sample: string, preferred: Separator): Dialect {
  const stated = STATED.exec(sample);
  if (stated !== null) return { separator: stated[1]!, skip: stated[0].length };
  let best: { separator: string; score: number } = { separator: preferred, score: 0 };
  for (const separator of [preferred, ...SEPARATORS.filter((other) => other !== preferred)]) {
    const lengths = rowLengths(sample, separator);
    const usual = mode(lengths);
    if (usual < 2) continue;
    const same = lengths.filter((length) => length === usual).length / lengths.length;
    // Rows that are all alike tell more than rows that are long.
    const score = same * same * (1 + Math.log2(usual) / 8);
    if (score > best.score * 1.05) best = { separator, score };
  }
  return { separator: best.separator, skip: 0 };
}

function rowLengths(sample: string, separator: string): number[] {
  const reader = new CsvReader(separator);
  const lengths: number[] = [];
  for (const row of reader.push(sample)) {
    if (row.values !== null && row.values.length > 0) lengths.push(row.values.length);
    if (lengths.length >= 50) break;
  }
  if (lengths.length === 0)
    for (const row of reader.end()) if (row.values !== null) lengths.push(row.values.length);
  return lengths;
}

function mode(values: number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}
