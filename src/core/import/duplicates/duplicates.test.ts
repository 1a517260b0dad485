import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeArticle } from '#test/contract/library.ts';
import { coreContext } from '#test/coreContext.ts';
import { syntheticArticles } from '#test/bench/library.ts';
import { addArticles } from '../../articles/add.ts';
import { getArticle, getSummaries, listVersions, updateMetadata } from '../../articles/store.ts';
import { setGrades } from '../../annotations/grades.ts';
import { citedIn } from '../../briefs/citedIn.ts';
import { createBrief, getBrief, removeBrief, saveBrief } from '../../briefs/store.ts';
import { removeCollection, restoreCollections } from '../../collections/store.ts';
import { createLists } from '../../articles/lists/lists.ts';
import { purgeArticles } from '../../articles/purge.ts';
import { createOrganiser } from '../../organise/organise.ts';
import { createCitations } from '../../citations/citations.ts';
import { type OpenLibrary, openLibrary } from '../../db/open.ts';
import { createHighlight, listHighlights } from '../../annotations/highlights.ts';
import { getNotes, saveNotes } from '../../annotations/notes.ts';
import { createJournal, type Journal } from '../../organise/journal.ts';
import { createSnippet, getSnippets } from '../../snippets/store.ts';
import { createDuplicates, type Duplicates } from './duplicates.ts';
import { createMatcher, type Sketches } from './matches.ts';
import { sketchOf, similarity } from './sketch.ts';

let folder: string;
let library: OpenLibrary;
let duplicates: Duplicates;
let journal: Journal;
let changed: number[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dossier-duplicates-'));
  open();
});
afterEach(async () => {
  await close();
  await rm(folder, { recursive: true });
});

function open(): void {
  library = openLibrary({ path: join(folder, 'library'), create: true });
  changed = [];
  journal = createJournal();
  duplicates = createDuplicates(coreContext(library), journal, {
    onChanged: (ids) => void changed.push(...ids),
  });
}
async function close(): Promise<void> {
  await duplicates.close();
  library.close();
}

const TEXTS = [...syntheticArticles(6)].map(({ content }) => content.text);
const [TEXT = '', OTHER = ''] = TEXTS;

/** Every twentieth word is another one: 5% edits. */
function edited(text: string): string {
  return text
    .split(' ')
    .map((word, index) => (index % 20 === 7 ? 'otherwise' : word))
    .join(' ');
}

const paragraphs = (text: string): string[] => text.split('\n\n');
const add = (
  text: string,
  csl: Parameters<typeof makeArticle>[1] = {},
): { articleId: number; versionId: number } =>
  addArticles(library.db, [makeArticle(paragraphs(text), csl)])[0]!;
const list = () => duplicates.handlers['duplicates.list']({ offset: 0, limit: 50 });
const follow = async () => {
  duplicates.follow();
  await duplicates.settled();
  return list();
};

describe('sketches', () => {
  it('find a text in which one word of twenty was changed, and tell how much is common', () => {
    for (const text of TEXTS) {
      const [a, b] = [sketchOf(text)!, sketchOf(edited(text))!];
      expect(similarity(a, b)).toBeGreaterThan(0.5);
    }
  });
  it('do not take a shared paragraph of seventy words for a shared article', () => {
    const bio = TEXTS[2]!.split(' ').slice(0, 70).join(' ');
    const [a, b] = [sketchOf(`${TEXT} ${bio}`)!, sketchOf(`${OTHER} ${bio}`)!];
    expect(similarity(a, b)).toBeLessThan(0.3);
  });
  it('leave out texts that are too short, and read scripts without spaces', () => {
    expect(sketchOf('Too short to tell.')).toBeNull();
    const japanese =
      '海底ケーブルの切断は三日間で二度目であり、当局は船舶の錨が原因とみて調べている。'.repeat(1);
    expect(
      sketchOf(`${japanese}修理船は翌週に到着する見込みで、通信への影響は限られると事業者は説明した。`),
    ).not.toBeNull();
  });
});

const sketches = (texts: readonly string[], first: number): Sketches => ({
  versions: Uint32Array.from(texts, (_text, index) => first + index),
  bytes: Uint8Array.from(texts.flatMap((text) => [...sketchOf(text)!])),
});

describe('matching', () => {
  it('finds what is alike among older texts and within the batch, and nothing else', () => {
    const matcher = createMatcher(sketches([edited(TEXTS[1]!), TEXTS[4]!, edited(TEXTS[4]!)], 100));
    matcher.compare(sketches(TEXTS.slice(0, 2), 1));
    matcher.compare(sketches(TEXTS.slice(2, 4), 3));
    expect(matcher.matches()).toEqual([
      { older: 2, newer: 100 },
      { older: 101, newer: 102 },
    ]);
  });
  it('tells three of the many copies of a text, the most alike first', () => {
    const copies = Array.from({ length: 300 }, () => edited(TEXT));
    const matcher = createMatcher(sketches([TEXT, ...copies], 1000));
    matcher.compare(sketches([...copies.slice(0, 50), TEXT], 1));
    const matches = matcher.matches();
    expect(matches.filter(({ newer }) => newer === 1000)).toEqual([
      { older: 51, newer: 1000 },
      { older: 1, newer: 1000 },
      { older: 2, newer: 1000 },
    ]);
    expect(matches).toHaveLength(3 * 301);
  });
});

describe('finding', () => {
  it('offers what is nearly the same, also after a restart, and nothing else', async () => {
    add(TEXT, { title: 'First' });
    add(OTHER, { title: 'Unlike' });
    expect(await follow()).toEqual({ pairs: [], total: 0 });
    await close();
    open();
    add(edited(TEXT), { title: 'Second' });
    const { pairs, total } = await follow();
    expect(total).toBe(1);
    expect(pairs).toMatchObject([{ reason: 'text', articles: [{ title: 'First' }, { title: 'Second' }] }]);
    expect(pairs[0]!.similarity).toBeGreaterThan(0.5);
    await close();
    await rm(library.folder.duplicates);
    open();
    expect(await follow()).toMatchObject({ total: 1 });
  });
  it('leaves out what lies in the trash, and what is to be kept', async () => {
    const { articleId } = add(TEXT);
    add(edited(TEXT), { title: 'Second' });
    const { pairs } = await follow();
    library.db.prepare(`UPDATE article SET trashed_at = 'x' WHERE id = ?`).run(articleId);
    expect(await list()).toMatchObject({ total: 0 });
    library.db.exec('UPDATE article SET trashed_at = NULL');
    const keep = { id: pairs[0]!.id, decision: 'keep', articleId } as const;
    const { total, undo } = await duplicates.handlers['duplicates.resolve'](keep);
    expect(total).toBe(0);
    expect(() => duplicates.handlers['duplicates.resolve'](keep)).toThrow(/decided already/);
    await journal.undo(undo);
    expect(await list()).toMatchObject({ total: 1 });
  });
});

const cites = (...articleIds: number[]) => ({
  docVersion: 1,
  root: {
    type: 'root',
    version: 1,
    children: [
      { type: 'citation', version: 1, items: articleIds.map((articleId) => ({ articleId, locator: '3' })) },
    ],
  },
});
type Document = Parameters<typeof saveBrief>[1]['document'];
const cited = (document: unknown): number[] =>
  [...JSON.stringify(document).matchAll(/"articleId":(\d+)/gu)].map(([, id]) => Number(id));

describe('merging', () => {
  /** Returns the name to undo it by. */
  const merge = async (keep: number, decision: 'merge' | 'version' = 'merge'): Promise<string> => {
    const { pairs } = await follow();
    const resolve = duplicates.handlers['duplicates.resolve'];
    return (await resolve({ id: pairs[0]!.id, decision, articleId: keep })).undo;
  };

  it('moves quotes, citations, tags and collections, and leads the old id to the kept article', async () => {
    const kept = add(TEXT, { title: 'Kept' });
    const other = add(edited(TEXT), { title: 'Other', publisher: 'Institute' });
    const snippet = createSnippet(library.db, { ...other, start: 0, end: 20 });
    const document = cites(kept.articleId, other.articleId) as unknown as Document;
    const brief = createBrief(library.db, { title: 'B', document });
    library.db.exec(`INSERT INTO tag (name, name_key) VALUES ('Sea', 'sea');
      INSERT INTO article_tag SELECT ${other.articleId}, id FROM tag;
      INSERT INTO collection (name, created_at) VALUES ('C', '');
      INSERT INTO collection_article SELECT id, ${other.articleId}, 'x' FROM collection;
      UPDATE article SET starred = 1, notes = 'Mine' WHERE id = ${other.articleId}`);
    await merge(kept.articleId);

    const article = getArticle(library.db, kept.articleId)!;
    expect(article).toMatchObject({ title: 'Kept', starred: true, tags: ['Sea'] });
    expect(article.csl.publisher).toBe('Institute');
    expect(article.content.text).toBe(TEXT);
    expect(getArticle(library.db, kept.articleId, other.versionId)!.content.text).toBe(edited(TEXT));
    expect(getSnippets(library.db, [snippet.id])).toMatchObject([
      { articleId: kept.articleId, versionId: other.versionId, exact: snippet.exact },
    ]);
    expect(citedIn(library.db, kept.articleId)).toMatchObject([{ places: [{ articleId: kept.articleId }] }]);
    expect(library.db.prepare('SELECT brief_id, article_id FROM brief_source').raw().all()).toEqual([
      [brief.id, kept.articleId],
    ]);
    expect(library.db.prepare('SELECT article_id FROM collection_article').pluck().all()).toEqual([
      kept.articleId,
    ]);
    expect(library.db.prepare('SELECT notes FROM article').pluck().all()).toEqual(['Mine']);
    expect(changed).toEqual([kept.articleId, other.articleId]);
    // Whoever still knows the old id finds the article.
    expect(getArticle(library.db, other.articleId)!.id).toBe(kept.articleId);
    expect(getSummaries(library.db, [other.articleId])).toMatchObject([
      { id: other.articleId, title: 'Kept' },
    ]);
    saveBrief(library.db, { id: brief.id, revision: brief.revision, document });
    expect(library.db.prepare('SELECT article_id FROM brief_source').pluck().all()).toEqual([kept.articleId]);
    expect(library.db.pragma('foreign_key_check')).toEqual([]);
  });

  it('makes the other text the latest version where that is wished', async () => {
    const kept = add(TEXT, { title: 'Kept' });
    const other = add(edited(TEXT), { title: 'Other' });
    await merge(kept.articleId, 'version');
    const article = getArticle(library.db, kept.articleId)!;
    expect(article).toMatchObject({ title: 'Kept', versionId: other.versionId });
    expect(article.content.text).toBe(edited(TEXT));
  });

  it('lets what the analyst confirmed win over what was inferred', async () => {
    const kept = makeArticle(paragraphs(TEXT), { title: 'Inferred', publisher: 'Inferred' });
    kept.metadata.unconfirmed = ['title', 'publisher'];
    const other = makeArticle(paragraphs(edited(TEXT)), { title: 'Confirmed', publisher: 'Inferred too' });
    other.metadata.unconfirmed = ['publisher'];
    const [first] = addArticles(library.db, [kept, other]);
    await merge(first!.articleId);
    expect(getArticle(library.db, first!.articleId)).toMatchObject({
      csl: { title: 'Confirmed', publisher: 'Inferred' },
      unconfirmed: ['publisher'],
    });
  });

  it('merges three into one, a pair at a time, and keeps every citation', async () => {
    const ids = [TEXT, edited(TEXT), `${TEXT}\n\nA correction was added.`].map(
      (text, index) => add(text, { title: `T${index}` }).articleId,
    );
    const brief = createBrief(library.db, { document: cites(...ids) as unknown as Document });
    for (let left = (await follow()).total; left > 0; left = (await list()).total) {
      const { pairs } = await list();
      const [a, b] = pairs[0]!.articles;
      await duplicates.handlers['duplicates.resolve']({
        id: pairs[0]!.id,
        decision: 'merge',
        articleId: Math.max(a.id, b.id),
      });
    }
    const [only, ...more] = library.db.prepare<[], number>('SELECT id FROM article').pluck().all();
    expect(more).toEqual([]);
    expect(library.db.prepare('SELECT article_id FROM brief_source').pluck().all()).toEqual([only]);
    expect(cited(getBrief(library.db, brief.id).document)).toEqual(ids);
    expect(ids.map((id) => getArticle(library.db, id)!.id)).toEqual([only, only, only]);
  });

  it('takes an article out of the trash that is merged with one that is not there', async () => {
    const kept = add(TEXT);
    add(edited(TEXT), { title: 'Other' });
    const { pairs } = await follow();
    library.db.prepare(`UPDATE article SET trashed_at = 'x' WHERE id = ?`).run(kept.articleId);
    await duplicates.handlers['duplicates.resolve']({
      id: pairs[0]!.id,
      decision: 'merge',
      articleId: kept.articleId,
    });
    expect(getArticle(library.db, kept.articleId)!.trashed).toBe(false);
  });

  it('is one source of a brief that names both, also while the brief is open', async () => {
    const kept = add(TEXT, { title: 'Kept' });
    const other = add(edited(TEXT), { title: 'Other' });
    await merge(kept.articleId);
    const citations = createCitations(coreContext(library));
    const clusters = [[{ articleId: kept.articleId }], [{ articleId: other.articleId, locator: '3' }]];
    const formatted = await citations.format({
      styleId: 'apa',
      language: 'en-US',
      clusters,
      footnotes: [],
      uncited: [],
    });
    await citations.close();
    expect(formatted.bibliography.map(({ articleId }) => articleId)).toEqual([kept.articleId]);
    expect(formatted.missing).toEqual([]);
  });

  it('keeps the words of whoever has the other one open', async () => {
    const kept = add(TEXT, { title: 'Kept' });
    const other = add(edited(TEXT), { title: 'Other' });
    saveNotes(library.db, kept.articleId, { text: 'On the kept one', before: '' });
    await merge(kept.articleId);
    const { db } = library;
    expect(() => saveNotes(db, other.articleId, { text: 'Typed meanwhile', before: '' })).toThrow(
      /changed in another window/u,
    );
    const both = 'On the kept one\n\nTyped meanwhile';
    saveNotes(db, other.articleId, { text: both, before: 'On the kept one' });
    expect(getNotes(db, kept.articleId)).toBe(both);
    const words = { ...other, start: 0, end: 20 };
    expect(createSnippet(db, words)).toMatchObject({ articleId: kept.articleId, versionId: other.versionId });
    createHighlight(db, { ...words, colour: 'yellow', note: '' });
    expect(listHighlights(db, other.articleId)).toHaveLength(1);
    const { csl } = getArticle(db, other.articleId)!;
    updateMetadata(db, { id: other.articleId, csl: { ...csl, publisher: 'Typed' }, accept: [] });
    expect(getArticle(db, kept.articleId)!.csl.publisher).toBe('Typed');
    expect(setGrades(db, [other.articleId], { reliability: 'B' })).toMatchObject([{ id: kept.articleId }]);
    expect(listVersions(db, other.articleId)).toHaveLength(2);
  });

  it('keeps its places in what is brought back afterwards, and what a removed brief cites', async () => {
    const kept = add(TEXT, { title: 'Kept' });
    const other = add(edited(TEXT), { title: 'Other' });
    const { db } = library;
    db.exec(`INSERT INTO collection (name, created_at) VALUES ('C', '');
      INSERT INTO collection_article VALUES (1, ${other.articleId}, 'x')`);
    const removed = removeCollection(db, 1);
    const brief = createBrief(db, { title: 'B', document: cites(other.articleId) as unknown as Document });
    removeBrief(db, brief.id);
    await merge(kept.articleId);
    restoreCollections(db, removed);
    expect(db.prepare('SELECT article_id FROM collection_article').pluck().all()).toEqual([kept.articleId]);
    db.exec(`UPDATE article SET trashed_at = 'x'`);
    const organiser = createOrganiser({ db, emit: () => undefined }, createLists(db));
    const hooks = { onChanged: () => undefined, onUnneeded: () => undefined };
    expect(await purgeArticles(organiser, { ids: [other.articleId] }, hooks)).toMatchObject({
      purged: 0,
      keptArticles: [{ id: kept.articleId, briefs: ['B (removed)'] }],
    });
  });

  it('refuses to keep an article that is none of the two', async () => {
    add(TEXT);
    add(edited(TEXT), { title: 'Second' });
    const { articleId } = add(OTHER);
    const { pairs } = await follow();
    const wish = { id: pairs[0]!.id, decision: 'merge', articleId } as const;
    expect(() => duplicates.handlers['duplicates.resolve'](wish)).toThrow(/none of the two/u);
    expect(await list()).toMatchObject({ total: 1 });
  });

  it('never shows a version without words where the other has some', async () => {
    const reference = makeArticle([], { title: 'A reference that came without any text' });
    const [kept] = addArticles(library.db, [reference]);
    const other = add(TEXT);
    library.db
      .prepare(
        `INSERT INTO duplicate (article_id, other_id, reason, similarity, found_at) VALUES (?, ?, 'address', 1, '')`,
      )
      .run(kept!.articleId, other.articleId);
    await merge(kept!.articleId);
    expect(getArticle(library.db, kept!.articleId)!.content.text).toBe(TEXT);
  });

  /** Everything that is stored of articles, without when it changed. */
  const stored = (): unknown =>
    [
      'SELECT * FROM article ORDER BY id',
      'SELECT id, article_id FROM article_version ORDER BY id',
      'SELECT * FROM article_tag ORDER BY article_id, tag_id',
      'SELECT * FROM collection_article ORDER BY collection_id, article_id',
      'SELECT * FROM brief_source ORDER BY brief_id, article_id',
      'SELECT * FROM article_redirect',
      'SELECT * FROM duplicate ORDER BY id',
      'SELECT id, document FROM brief',
    ].map((sql) => (library.db.prepare(sql).all() as object[]).map((row) => ({ ...row, changed_at: null })));

  it.each(['merge', 'version'] as const)('is taken back whole (%s)', async (decision) => {
    const kept = add(TEXT, { title: 'Kept' });
    const other = add(edited(TEXT), { title: 'Other', publisher: 'Institute', URL: 'https://example.org/a' });
    const third = add(`${TEXT}\n\nA correction was added.`, { title: 'Third' });
    const { db } = library;
    createSnippet(db, { ...other, start: 0, end: 20 });
    createHighlight(db, { ...other, start: 30, end: 50, colour: 'green', note: 'Look' });
    const document = cites(kept.articleId, other.articleId) as unknown as Document;
    const brief = createBrief(db, { title: 'B', document });
    db.exec(`INSERT INTO tag (name, name_key) VALUES ('Sea', 'sea'), ('Both', 'both');
      INSERT INTO article_tag VALUES (${other.articleId}, 1), (${other.articleId}, 2), (${kept.articleId}, 2);
      INSERT INTO collection (name, created_at) VALUES ('C', '');
      INSERT INTO collection_article VALUES (1, ${other.articleId}, 'x');
      UPDATE article SET starred = 1, notes = 'Mine', reliability = 'C' WHERE id = ${other.articleId};
      UPDATE article SET read_at = 'y', notes = 'Own' WHERE id = ${kept.articleId}`);
    expect((await follow()).total).toBe(3);
    const before = stored();
    const { pairs } = await list();
    const wanted = pairs.find(({ articles: [a, b] }) => a.id === kept.articleId && b.id === other.articleId)!;
    const { undo } = await duplicates.handlers['duplicates.resolve']({
      id: wanted.id,
      decision,
      articleId: kept.articleId,
    });
    // The brief is saved on while the two are one.
    saveBrief(db, { id: brief.id, revision: brief.revision, document });
    expect(stored()).not.toEqual(before);
    changed = [];
    await journal.undo(undo);
    expect(stored()).toEqual(before);
    expect(changed).toEqual([kept.articleId, other.articleId]);
    expect(getArticle(db, third.articleId)!.title).toBe('Third');
    expect(db.pragma('foreign_key_check')).toEqual([]);
    expect(listHighlights(db, other.articleId)).toMatchObject([{ note: 'Look' }]);
  });

  it('leaves what was changed since with the kept article when it is taken back', async () => {
    const kept = add(TEXT, { title: 'Kept' });
    const other = add(edited(TEXT), { title: 'Other', publisher: 'Institute' });
    const { db } = library;
    db.exec(`UPDATE article SET notes = 'Own' WHERE id = ${kept.articleId}`);
    db.exec(`UPDATE article SET notes = 'Mine' WHERE id = ${other.articleId}`);
    const undo = await merge(kept.articleId, 'version');
    saveNotes(db, kept.articleId, { text: 'Own\n\nMine\n\nMore', before: 'Own\n\nMine' });
    const { csl } = getArticle(db, kept.articleId)!;
    updateMetadata(db, { id: kept.articleId, csl: { ...csl, title: 'Retitled' }, accept: [] });
    await journal.undo(undo);
    expect(getNotes(db, kept.articleId)).toBe('Own\n\nMine\n\nMore');
    expect(getNotes(db, other.articleId)).toBe('Mine');
    expect(getArticle(db, kept.articleId)).toMatchObject({
      title: 'Retitled',
      csl: { publisher: 'Institute' },
      content: { text: TEXT },
    });
    expect(getArticle(db, other.articleId)).toMatchObject({
      title: 'Other',
      content: { text: edited(TEXT) },
    });
  });

  it('is not taken back where a quote would name the wrong source, or the article has gone on', async () => {
    const kept = add(TEXT, { title: 'Kept' });
    const other = add(edited(TEXT), { title: 'Other' });
    const { db } = library;
    const undo = await merge(kept.articleId);
    createSnippet(db, { ...kept, start: 0, end: 20 });
    createSnippet(db, { articleId: kept.articleId, versionId: other.versionId, start: 0, end: 20 });
    const before = stored();
    await expect(journal.undo(undo)).rejects.toMatchObject({ code: 'conflict' });
    expect(stored()).toEqual(before);
  });
});
