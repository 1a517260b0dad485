/** Fixtures of the CSL test suite, https://github.com/citation-style-language/test-suite. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

type Json = Record<string, unknown>;

export interface SuiteCite extends Json {
  id: string | number;
  locator?: string | number;
  prefix?: string;
  suffix?: string;
}

export interface SuiteCitation {
  citationID: string;
  citationItems: SuiteCite[];
  properties?: { noteIndex?: number; mode?: string };
}

export interface Fixture {
  name: string;
  /** `citation` and `bibliography`; others ask for another output than HTML. */
  mode: string;
  /** In citeproc's HTML. */
  result: string;
  /** The style, as XML. */
  csl: string;
  items: SuiteItem[];
  /** Citations of a document without places: each alone. */
  citationItems: SuiteCite[][] | null;
  /** Steps of writing a document: a citation between those before and after it, as [id, note]. */
  citations: [SuiteCitation, [string, number][], [string, number][]][] | null;
  /** Lists of items, one after the other, that the bibliography holds. */
  entries: string[][] | null;
  /** Sections that change how the engine is set up. */
  sections: string[];
}

export type SuiteItem = Json & { id: string | number; type: string };

/** The fixtures under `folder`: a checkout, or the folder in which they lie. */
export function readFixtures(folder: string): Fixture[] {
  const inCheckout = join(folder, 'processor-tests', 'humans');
  const from = existsSync(inCheckout) ? inCheckout : folder;
  return readdirSync(from)
    .filter((name) => name.endsWith('.txt'))
    .toSorted()
    .map((name) => readFixture(name.slice(0, -4), readFileSync(join(from, name), 'utf8')))
    .filter((fixture) => fixture !== null);
}

const SECTION = />>=+\s*([A-Z0-9-]+)\s*=+>>\n?([\s\S]*?)\n?<<=+\s*\1\s*=+<</gu;
const READ: ReadonlySet<string> = new Set([
  'MODE',
  'RESULT',
  'CSL',
  'INPUT',
  'CITATION-ITEMS',
  'CITATIONS',
  'BIBENTRIES',
  'VERSION',
  'DESCRIPTION',
]);

/** Null for a text that is no fixture, such as a read-me. */
function readFixture(name: string, text: string): Fixture | null {
  const sections = new Map(
    [...text.matchAll(SECTION)].map(([, section = '', body = '']): [string, string] => [section, body]),
  );
  const json = (section: string): unknown =>
    sections.has(section) ? JSON.parse(sections.get(section)!) : null;
  const csl = sections.get('CSL');
  const result = sections.get('RESULT');
  if (csl === undefined || result === undefined) return null;
  return {
    name,
    mode: sections.get('MODE')?.trim() ?? 'citation',
    result: result.trim(),
    csl: csl.trim(),
    items: (json('INPUT') ?? []) as SuiteItem[],
    citationItems: json('CITATION-ITEMS') as Fixture['citationItems'],
    citations: json('CITATIONS') as Fixture['citations'],
    entries: json('BIBENTRIES') as Fixture['entries'],
    sections: [...sections.keys()].filter((section) => !READ.has(section)),
  };
}
