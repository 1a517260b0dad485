/** Runs fixtures of the CSL test suite through our mapping, our engines and our sessions. */
import { startEngine } from '#core/citations/engine/createEngine.ts';
import { readStyleText } from '#core/citations/engine/cslText.ts';
import { engineCite, engineItem } from '#core/citations/engine/engineInput.ts';
import { chooseLocale } from '#core/citations/locale/locale.ts';
import { readRichText } from '#core/citations/engine/richFormat.ts';
import { createSession, printed, type SessionCitation } from '#core/citations/engine/session.ts';
import { packagedLocales } from '#core/citations/styles/styleData.ts';
import type { CitationItem, RichText } from '#domain/citation.ts';
import { type CslItem, cslItemSchema } from '#domain/csl.ts';
import type { Fixture, SuiteCitation, SuiteCite, SuiteItem } from './fixture.ts';
import { readBibliographyHtml, readHtml } from './html.ts';

/** Why a fixture cannot be run at all; null for one that can. */
export function whyNotRun(fixture: Fixture): string | null {
  if (fixture.mode !== 'citation' && fixture.mode !== 'bibliography') return `mode ${fixture.mode}`;
  return fixture.sections.length > 0 ? `section ${fixture.sections.join(', ')}` : null;
}

/** What comes out, and what the fixture says should, a text each for citations or entries of the list. */
export function runFixture(fixture: Fixture): { printed: RichText[]; expected: RichText[] } {
  const isList = fixture.mode === 'bibliography';
  const expected = isList
    ? readBibliographyHtml(fixture.result)
    : fixture.result.split('\n').map((line) => readHtml(line.replace(/^(?:>>|\.\.)\[\d+\] /u, '')));
  return { printed: isList ? lastOf(documents(fixture)).list : citationsOf(fixture), expected };
}

interface Printed {
  citations: RichText[];
  list: RichText[];
}

interface SuiteDocument {
  citations: SessionCitation[];
  uncited: string[];
  /** How many of the citations at the beginning are there for what follows only. */
  opening: number;
}

function citationsOf(fixture: Fixture): RichText[] {
  const printed = documents(fixture);
  return fixture.citations !== null ? lastOf(printed).citations : printed.flatMap((each) => each.citations);
}

/** What each state of the fixture's document prints, one after the other in one session. */
function documents(fixture: Fixture): Printed[] {
  const numbers = new Map(fixture.items.map((item, index) => [String(item.id), index + 1]));
  const idOf = (id: string | number): string => String(numbers.get(String(id)) ?? id);
  const items = new Map(
    fixture.items.map((item) => [idOf(item.id), mappedItem(Number(idOf(item.id)), item)]),
  );
  const language = /default-locale="([^"]+)"/u.exec(fixture.csl)?.[1] ?? 'en-US';
  const engine = startEngine(
    readStyleText(fixture.csl),
    chooseLocale(language, packagedLocales().keys()),
    items,
  );
  const session = createSession(engine);
  const isNote = engine.opt.xclass === 'note';
  const cites = (list: SuiteCite[]): SessionCitation['items'] => list.map((cite) => mappedCite(idOf, cite));
  return states(fixture, idOf, cites, isNote).map(({ citations, uncited, opening }) => {
    session.place({ citations, uncited });
    const { texts, bibliography } = printed(session, { citations, uncited });
    return {
      citations: texts.slice(opening).map(readRichText),
      list: bibliography.map(({ text }) => readRichText(text)),
    };
  });
}

function states(
  fixture: Fixture,
  idOf: (id: string | number) => string,
  cites: (list: SuiteCite[]) => SessionCitation['items'],
  isNote: boolean,
): SuiteDocument[] {
  const all = fixture.items.map((item) => idOf(item.id));
  if (fixture.citations !== null) return stepsOf(fixture.citations, cites);
  if (fixture.entries !== null)
    return fixture.entries.map((ids) => ({ citations: [], uncited: ids.map(idOf), opening: 0 }));
  if (fixture.mode === 'bibliography') return [{ citations: [], uncited: all, opening: 0 }];
  const clusters = fixture.citationItems ?? [fixture.items.map(({ id }) => ({ id }))];
  // The suite's items are known in their order before they are cited. Here a first citation sees to that,
  // unless the style would print the ones that follow as repeated.
  const tellsRepeated = /position=|et-al-subsequent/u.test(fixture.csl);
  const first = { items: cites(fixture.items.map(({ id }) => ({ id }))), noteIndex: isNote ? 1 : 0 };
  const opening = tellsRepeated ? [] : [first];
  return clusters.map((cluster) => ({
    citations: [...opening, { items: cites(cluster), noteIndex: isNote ? opening.length + 1 : 0 }],
    uncited: all,
    opening: opening.length,
  }));
}

/** The document after each step. */
function stepsOf(
  steps: NonNullable<Fixture['citations']>,
  cites: (list: SuiteCite[]) => SessionCitation['items'],
): SuiteDocument[] {
  const known = new Map<string, SuiteCitation>();
  return steps.map(([citation, before, after]) => {
    known.set(citation.citationID, citation);
    const places = [...before, [citation.citationID, citation.properties?.noteIndex ?? 0] as const, ...after];
    const citations = places.map(([id, noteIndex]) => ({
      items: cites(known.get(id)!.citationItems),
      noteIndex,
    }));
    return { citations, uncited: [], opening: 0 };
  });
}

/** Our form of an item where our schema can hold it; fields that it cannot hold go in as they are. */
function mappedItem(id: number, item: SuiteItem): Record<string, unknown> {
  const held: Record<string, unknown> = {};
  const beside: Record<string, unknown> = {};
  for (const [field, given] of Object.entries(item)) {
    if (field === 'id') continue;
    const value = typeof given === 'number' ? String(given) : withNumbers(given);
    const schema = (cslItemSchema.shape as Record<string, { safeParse(value: unknown): Parsed }>)[field];
    const parsed = schema?.safeParse(value);
    const isWhole = parsed?.success === true && JSON.stringify(parsed.data) === JSON.stringify(value);
    (isWhole ? held : beside)[field] = value;
  }
  const mapped = engineItem(id, held as CslItem);
  if (item['title'] === undefined) delete mapped['title'];
  return { ...beside, ...mapped };
}

interface Parsed {
  success: boolean;
  data?: unknown;
}

/** Dates may have their parts as texts. */
function withNumbers(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('date-parts' in value)) return value;
  const dates = value['date-parts'] as unknown[][];
  return { ...value, 'date-parts': dates.map((parts) => parts.map(Number)) };
}

/** Prefix and suffix go in as they are: their spaces are the fixture's. */
function mappedCite(
  idOf: (id: string | number) => string,
  cite: SuiteCite,
): SessionCitation['items'][number] {
  const { id, locator, prefix, suffix, ...more } = cite;
  const mapped = engineCite(
    {
      ...(more as Partial<CitationItem>),
      articleId: Number(idOf(id)),
      ...(locator === undefined ? {} : { locator: String(locator) }),
    },
    { opensNote: false, isNamed: false },
  );
  return {
    ...more,
    ...mapped,
    ...(prefix === undefined ? {} : { prefix }),
    ...(suffix === undefined ? {} : { suffix }),
  };
}

function lastOf(printed: Printed[]): Printed {
  return printed.at(-1) ?? { citations: [], list: [] };
}
