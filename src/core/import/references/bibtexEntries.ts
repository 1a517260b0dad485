/** The syntax of BibTeX files: entries with their fields as written in TeX, strings resolved. */

export interface BibEntry {
  /** In lower case. */
  type: string;
  key: string;
  /** By name in lower case; the outer braces or quotation marks are off. */
  fields: Map<string, string>;
  /** The entry as it stands in the file. */
  text: string;
  /** Line of its `@`, from 1. */
  line: number;
}

export interface BibFile {
  entries: BibEntry[];
  /** What begins like an entry and does not end, or is none. */
  broken: { line: number; text: string }[];
}

const START = /@\s*([\p{L}\d_-]{1,60})\s*([{(])/gu;
/** An entry whose brace is missing ends where another begins on a line of its own. */
const NEXT_ENTRY = /\n[ \t]*@\s*[\p{L}\d_-]{1,60}\s*[{(]/gu;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Reads on behind what is broken: an entry costs itself alone. */
export function bibEntries(source: string): BibFile {
  const text = source.replace(/\r\n?/gu, '\n');
  const strings = new Map(MONTHS.map((name, index) => [name, String(index + 1)]));
  const file: BibFile = { entries: [], broken: [] };
  let line = 1;
  let counted = 0;
  let at = 0;
  let limit = 0;
  for (;;) {
    START.lastIndex = at;
    const start = START.exec(text);
    if (start === null) return file;
    const open = start.index + start[0].length;
    for (
      let next = text.indexOf('\n', counted);
      next !== -1 && next < start.index;
      next = text.indexOf('\n', counted)
    ) {
      line += 1;
      counted = next + 1;
    }
    if (limit < open) limit = endOfBroken(text, open);
    const end = closing(text, open, limit, start[2] === '(' ? ')' : '}');
    at = end ?? limit;
    const whole = text.slice(start.index, at).trimEnd();
    const type = start[1]!.toLowerCase();
    if (type === 'comment' || type === 'preamble') continue;
    if (end === null) {
      file.broken.push({ line, text: whole });
      continue;
    }
    const body = text.slice(open, end - 1);
    if (type === 'string') {
      for (const [name, value] of readFields(body, strings)) strings.set(name, value);
      continue;
    }
    const comma = body.indexOf(',');
    const key = (comma === -1 ? body : body.slice(0, comma)).trim();
    // Some programs leave the key out.
    const keyless = /[={"]/u.test(key);
    const fields = readFields(keyless ? body : comma === -1 ? '' : body.slice(comma + 1), strings);
    if (fields.size === 0) file.broken.push({ line, text: whole });
    else file.entries.push({ type, key: keyless ? '' : key.slice(0, 200), fields, text: whole, line });
  }
}

function endOfBroken(text: string, from: number): number {
  NEXT_ENTRY.lastIndex = from;
  return NEXT_ENTRY.exec(text)?.index ?? text.length;
}

/** Offset behind the bracket that closes what opened before `from`; null where none does before another entry. */
function closing(text: string, from: number, limit: number, bracket: string): number | null {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '\\') at += 1;
    else if (depth === 0 && sign === bracket) return at + 1;
    else if (sign === '{') depth += 1;
    else if (sign === '}') depth -= 1;
    // Inside braces an `@` at the start of a line may be text, outside them it begins an entry.
    if (at >= limit && (depth < 1 || at > limit + LONGEST_AFTER_ENTRY)) return null;
    if (depth < 0) return at + 1;
  }
  return null;
}

/** Characters within which a value that holds what looks like an entry must end. */
const LONGEST_AFTER_ENTRY = 2000;

const FIELD_NAME = /[\s,]*([\p{L}\d_:.+/-]{1,100})\s*=\s*/uy;
const BARE = /[^\s,#"{}]{1,500}/uy;
const JOIN = /\s*#\s*/uy;

function readFields(body: string, strings: ReadonlyMap<string, string>): Map<string, string> {
  const fields = new Map<string, string>();
  let at = 0;
  for (;;) {
    FIELD_NAME.lastIndex = at;
    const name = FIELD_NAME.exec(body);
    if (name === null) {
      const comma = body.indexOf(',', at);
      if (comma === -1) return fields;
      at = comma + 1;
      continue;
    }
    at = FIELD_NAME.lastIndex;
    let value = '';
    for (;;) {
      const part = readValue(body, at, strings);
      value += part.value;
      ({ at } = part);
      JOIN.lastIndex = at;
      if (!JOIN.test(body)) break;
      at = JOIN.lastIndex;
    }
    const key = name[1]!.toLowerCase();
    if (!fields.has(key) && value.trim() !== '') fields.set(key, value);
    // On to the next field, past what does not belong to any.
    const comma = body.indexOf(',', at);
    if (comma === -1) return fields;
    at = comma;
  }
}

function readValue(
  body: string,
  at: number,
  strings: ReadonlyMap<string, string>,
): { value: string; at: number } {
  const sign = body[at];
  if (sign === '{' || sign === '"') {
    const end = endOfValue(body, at + 1, sign === '{' ? '}' : '"');
    return { value: body.slice(at + 1, end), at: end + 1 };
  }
  BARE.lastIndex = at;
  const bare = BARE.exec(body)?.[0] ?? '';
  return { value: strings.get(bare.toLowerCase()) ?? bare, at: at + bare.length };
}

function endOfValue(body: string, from: number, close: string): number {
  let depth = 0;
  for (let at = from; at < body.length; at += 1) {
    const sign = body[at];
    if (sign === '\\') at += 1;
    else if (depth === 0 && sign === close) return at;
    else if (sign === '{') depth += 1;
    else if (sign === '}') depth -= 1;
  }
  return body.length;
}

/** What a part takes from the work that it is in, under another name (BibLaTeX manual, appendix B). */
const TO_PART: Record<string, string> = {
  title: 'booktitle',
  subtitle: 'booksubtitle',
  titleaddon: 'booktitleaddon',
};
const OWN = new Set(
  'ids crossref xref entryset entrysubtype execute label options presort related relatedoptions relatedstring relatedtype shorthand shorttitle sortkey sortname sorttitle sortyear keywords abstract doi url urldate file note pages'.split(
    ' ',
  ),
);
const PARTS = new Set(
  'inproceedings conference incollection inbook inreference suppbook suppcollection bookinbook'.split(' '),
);

/** Gives each entry what it inherits by `crossref` and `xdata`. References in a ring end where they began. */
export function inherit(entries: readonly BibEntry[]): BibEntry[] {
  const byKey = new Map(entries.map((entry) => [entry.key.toLowerCase(), entry]));
  const withParents = (entry: BibEntry, seen: readonly BibEntry[]): Map<string, string> => {
    const fields = new Map(entry.fields);
    const keys = [...(fields.get('xdata') ?? '').split(','), fields.get('crossref') ?? ''];
    for (const key of keys) {
      const parent = byKey.get(key.trim().toLowerCase());
      if (parent === undefined || seen.includes(parent) || seen.length > 5) continue;
      const asPart = PARTS.has(entry.type) && parent.type !== 'xdata';
      for (const [name, value] of withParents(parent, [...seen, parent])) {
        const own = asPart ? (TO_PART[name] ?? name) : name;
        if ((parent.type === 'xdata' || !OWN.has(name)) && !fields.has(own)) fields.set(own, value);
      }
    }
    return fields;
  };
  return entries
    .filter(({ type }) => type !== 'xdata' && type !== 'set')
    .map((entry) => ({ ...entry, fields: withParents(entry, [entry]) }));
}
