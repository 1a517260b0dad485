/** A host in memory, behind the same bridge as Electron's: briefs with revisions, two articles, numbered notes. */
import { decodeJson, encodeJson } from '#contract/json.ts';
import type { Bridge } from '#contract/bridge.ts';
import { contract, type ParsedInput } from '#contract/index.ts';
import type { PassageHit, SearchStatus, SuggestedSource } from '#contract/search.ts';
import type { Result } from '#contract/errors.ts';
import {
  type CitationsProgress,
  type Cited,
  citedSchema,
  type FormattedCitations,
} from '#domain/citation.ts';
import { changedList } from '#domain/listChanges.ts';
import { numberNotes } from '#domain/noteNumbers.ts';
import { DEFAULT_PAGE } from '#domain/page.ts';
import type { Brief } from '#domain/brief.ts';
import { type StandInComments, standInComments } from './standInComments.ts';
import { emptyDocument, type StoredDocument } from '#domain/document/stored.ts';

export interface StandInHost {
  briefs: Map<number, Brief>;
  /** Those that are deleted: they can be read and saved, but are in no list. */
  removed: Set<number>;
  /** The documents that were saved, in order. */
  saves: { id: number; revision: number; document: StoredDocument }[];
  calls: string[];
  /** The languages that spelling was to be checked in. */
  spelling: (string | null)[];
  /** Notes on articles. */
  notes: Map<number, string>;
  styleClass: 'note' | 'in-text';
  /** What is answered about citations next; once there is no more, they are formatted. */
  parts: CitationsProgress[];
  /** The answers by whose names citations were asked for. */
  named: (string | null)[];
  /** What was asked for with each of its own answers. */
  questions: Map<string, Cited['clusters']>;
  /** While set, saves fail with this. */
  failure: { code: 'unavailable' | 'conflict' | 'internal'; message: string } | null;
  /** While set, saves wait for it. */
  gate: Promise<void> | null;
  /** While set, pages wait for it. */
  setting: Promise<void> | null;
  /** Suggested sources wait for it. */
  suggesting: Promise<void> | null;
  /** Which library it is. */
  library: string;
  /** What `search.related` finds, and what it was asked. */
  related: PassageHit[];
  /** How far the search index is. */
  indexed: SearchStatus;
  comments: StandInComments;
  askedRelated: { text: string; excluded: number[] }[];
  emit(name: string, payload: unknown): void;
}

export const EXACT = 'Everyone has the right to rest and leisure.';

const article = (id: number, title: string, publisher: string, year: number) => ({
  id,
  title,
  csl: { type: 'report', title, publisher, issued: { 'date-parts': [[year, 5, 9]] } },
  unconfirmed: [],
  issuedNotBefore: null,
  excerpt: false,
  addedAt: '2024-01-01T00:00:00.000Z',
  versionId: id * 10,
  words: 100,
});
const ARTICLES = [
  article(1, 'On Rest', 'Leisure Institute', 2021),
  article(2, 'Working Hours', 'Bureau of Time', 2023),
];
const SNIPPET = {
  id: 7,
  articleId: 1,
  versionId: 10,
  exact: EXACT,
  prefix: '',
  suffix: '',
  start: 100,
  end: 100 + EXACT.length,
  createdAt: '2024-01-01T00:00:00.000Z',
};

export function newBrief(
  id: number,
  document: StoredDocument = emptyDocument(),
  title = `Brief ${id}`,
): Brief {
  const at = '2024-01-01T00:00:00.000Z';
  return {
    id,
    title,
    author: 'A. Analyst',
    addressee: '',
    keywords: '',
    reference: '',
    date: '2024-05-09',
    language: 'en-GB',
    marking: null,
    page: DEFAULT_PAGE,
    styleId: 'chicago-notes',
    createdAt: at,
    updatedAt: at,
    revision: 1,
    document,
  };
}

/** Stands in for the host of this page; call it before the interface is imported. */
export function installStandInHost(): StandInHost {
  const listeners = new Set<(name: string, payload: unknown) => void>();
  const host: StandInHost = {
    briefs: new Map(),
    removed: new Set(),
    saves: [],
    calls: [],
    spelling: [],
    notes: new Map(),
    styleClass: 'note',
    parts: [],
    named: [],
    questions: new Map(),
    failure: null,
    gate: null,
    setting: null,
    suggesting: null,
    library: 'a',
    related: [],
    indexed: { indexed: 2, total: 2, ready: true, state: 'ready' },
    comments: standInComments(),
    askedRelated: [],
    emit: (name, payload) => listeners.forEach((listener) => listener(name, payload)),
  };
  const bridge: Bridge = {
    async call(name, input): Promise<Result> {
      host.calls.push(name);
      return answer(host, name, decodeJson(encodeJson(input)) as never);
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    pathForFile: () => '',
    flushed: () => {},
  };
  window.dossier = bridge;
  return host;
}

interface Input {
  briefId: number;
  id: number;
  ids: number[];
  revision: number;
  document: StoredDocument;
  settings: Partial<Brief>;
  articleId: number;
  excludeArticleIds: number[];
  text: string;
  before: string;
  clusters: Cited['clusters'];
  query: string;
  styleId: string;
  keys: string[];
  answer: string;
  known: string | null;
  cited: number[];
}

function ok(value: unknown): Result {
  return { ok: true, value: structuredClone(value) };
}

const KEYS: Record<number, string> = { 1: 'rest2021', 2: 'hours2023' };

function suggested({ query, cited }: Input): SuggestedSource[] {
  const words = query.toLowerCase().split(' ');
  return ARTICLES.filter(({ id, title }) =>
    words.every((word) => `${title} ${KEYS[id]}`.toLowerCase().includes(word)),
  ).map(({ id, title, csl }) => ({
    articleId: id,
    title,
    author: csl.publisher,
    year: csl.issued['date-parts'][0]![0]!,
    publication: csl.publisher,
    citationKey: KEYS[id]!,
    cited: cited.includes(id),
    passage: null,
  }));
}

function titleOf(id: number): string {
  return ARTICLES.find((candidate) => candidate.id === id)?.title ?? '[missing]';
}

async function answer(host: StandInHost, name: string, input: Input): Promise<Result> {
  if (name.startsWith('comments.')) {
    if (host.failure !== null) return { ok: false, error: host.failure };
    const answered = host.comments.answer(name, input);
    if (answered !== null) return answered;
  }
  const brief = host.briefs.get(input.id);
  switch (name) {
    case 'app.info':
      return ok({
        version: '0',
        library: '/library',
        libraryId: host.library,
        capabilities: { nativeDialogs: false, revealFile: false, openLinks: false, nativeMenu: false },
      });
    case 'app.useSpelling':
      host.spelling.push((input as Input & { language: string | null }).language);
      return ok({ by: 'browser', folder: null });
    case 'briefs.list':
      return ok([...host.briefs.values()].filter(({ id }) => !host.removed.has(id)));
    case 'briefs.restore':
      host.removed.delete(input.id);
      host.emit('briefs.changed', { id: input.id });
      return ok(brief);
    case 'briefs.get':
      if (brief === undefined)
        return { ok: false, error: { code: 'not_found', message: 'There is no such brief.' } };
      return ok(brief);
    case 'briefs.create': {
      const id = Math.max(0, ...host.briefs.keys()) + 1;
      host.briefs.set(id, { ...newBrief(id), ...input, id });
      return ok(host.briefs.get(id));
    }
    case 'briefs.save':
      return save(host, contract['briefs.save'].input.parse(input));
    case 'briefs.updateSettings':
      Object.assign(brief!, input.settings);
      return ok(brief);
    case 'export.pages': {
      const { document } = host.briefs.get(input.briefId)!;
      await host.setting;
      return ok({ pages: document.root.children!.length });
    }
    case 'notes.get':
      return ok({ text: host.notes.get(input.articleId) ?? '' });
    case 'notes.save': {
      if (host.failure !== null) return { ok: false, error: host.failure };
      if ((host.notes.get(input.articleId) ?? '') !== input.before)
        return { ok: false, error: { code: 'conflict', message: 'Other notes are stored.' } };
      host.notes.set(input.articleId, input.text);
      return ok({});
    }
    case 'articles.summaries':
      return ok(ARTICLES.filter(({ id }) => input.ids.includes(id)));
    case 'snippets.get':
      return ok([SNIPPET].filter(({ id }) => input.ids.includes(id)));
    case 'search.related': {
      host.askedRelated.push({ text: input.text, excluded: input.excludeArticleIds });
      if (host.failure !== null) return { ok: false, error: host.failure };
      return ok({
        hits: host.related.filter(({ articleId }) => !input.excludeArticleIds.includes(articleId)),
      });
    }
    case 'search.status':
      return ok(host.indexed);
    case 'snippets.create':
      return ok({ ...SNIPPET, articleId: input.articleId, pages: null });
    case 'search.sources':
      await host.suggesting;
      return ok({ sources: suggested(input) });
    case 'citations.keys':
      return ok(input.ids.map((id) => ({ id, key: KEYS[id] })));
    case 'citations.byKey':
      return ok(
        input.keys.map((key) => ({
          key,
          articleIds: Object.keys(KEYS)
            .map(Number)
            .filter((id) => KEYS[id] === key || key === 'any'),
        })),
      );
    case 'locators.terms':
      return ok({});
    case 'citations.formatMore':
      host.named.push(input.answer);
      return ok(host.parts.shift());
    case 'citations.formatSoon': {
      host.named.push(input.known);
      if (host.parts.length > 0) return ok(host.parts.shift());
      const before = input.known === null ? [] : host.questions.get(input.known);
      if (before === undefined)
        return { ok: false, error: { code: 'not_found', message: 'These citations are no longer known.' } };
      const { clusters: changes } = contract['citations.formatSoon'].input.parse(input);
      const asked = changedList(before, changes);
      const answer = `whole.${host.questions.size}`;
      host.questions.set(answer, asked);
      const { clusters, bibliography, ...formatted } = format(
        host,
        citedSchema.parse({ ...input, clusters: asked }),
      );
      return ok({
        ...formatted,
        answer,
        clusters: [{ items: clusters.map(({ inText, content }) => ({ inText, content })) }],
        bibliography: [{ items: bibliography }],
      });
    }
    case 'citations.styles':
      return ok([
        { id: 'chicago-notes', title: 'Chicago 17, full notes', class: 'note', origin: 'at-hand' },
        { id: 'apa', title: 'APA 7', class: 'in-text', origin: 'at-hand' },
      ]);
    case 'citations.findStyles':
      return ok({ styles: [], total: 0 });
    case 'citations.previewStyle':
      if (input.styleId === 'gone')
        return { ok: false, error: { code: 'not_found', message: 'The citation style gone is not here.' } };
      return ok({ styleClass: 'note', locale: 'en-GB', isSample: true, citations: [], sources: [] });
    case 'citations.style':
      return ok({
        id: input.id,
        title: input.id,
        class: String(input.id) === 'apa' ? 'in-text' : 'note',
        origin: 'at-hand',
        isMissing: String(input.id) === 'gone',
      });
    default:
      return { ok: false, error: { code: 'unsupported', message: `${name} is not stood in for.` } };
  }
}

async function save(
  host: StandInHost,
  { id, revision, document }: ParsedInput<'briefs.save'>,
): Promise<Result> {
  await host.gate;
  if (host.failure !== null) return { ok: false, error: host.failure };
  const brief = host.briefs.get(id)!;
  if (brief.revision !== revision)
    return { ok: false, error: { code: 'conflict', message: 'A newer revision is stored.' } };
  brief.revision += 1;
  brief.document = document;
  brief.updatedAt = new Date().toISOString();
  host.saves.push({ id, revision, document });
  return { ok: true, value: { revision: brief.revision, updatedAt: brief.updatedAt } };
}

function format({ styleClass }: StandInHost, { clusters, footnotes, uncited }: Cited): FormattedCitations {
  const numbers = numberNotes({ clusters, footnotes }, styleClass === 'note');
  const cited = [...new Set([...clusters.flat().map(({ articleId }) => articleId), ...uncited])];
  return {
    styleClass,
    clusters: clusters.map((items, index) => ({
      noteNumber: numbers.own[index]!,
      inText: items[0]!.authorInText === true ? [{ text: 'Institute' }] : null,
      content: [
        {
          text: items
            .map((item) => titleOf(item.articleId) + (item.locator === undefined ? '' : `, ${item.locator}`))
            .join('; '),
        },
      ],
    })),
    footnotes: numbers.footnotes,
    bibliography: cited.map((articleId) => ({
      articleId,
      content: [{ text: titleOf(articleId), marks: ['italic'] }],
    })),
    missing: cited.filter((id) => !ARTICLES.some((candidate) => candidate.id === id)),
  };
}
