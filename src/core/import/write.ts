/** Puts what was read into the library, and decides what of it is there already. */
import type { ArticleContent } from '#domain/article.ts';
import { type ArticleWriter, createArticleWriter, type KnownOriginal } from '../articles/add.ts';
import type { Database } from '../db/connect.ts';
import { completed, createSourceFinder, type KnownSource } from './duplicates/sameSource.ts';
import { containment, shingles } from './duplicates/shingles.ts';
import type { NewEntry } from './jobs/store.ts';
import type { ReadResult } from './read/fileReader.ts';

/** Texts from one address that share at least this much are forms of one article. */
const SAME_ARTICLE = 0.4;

export interface Written {
  entry: NewEntry;
  /** The article that was added or changed. */
  changed: number | null;
  /** An original that no article needs after all. */
  unneeded: string | null;
}

type ReadArticle = Extract<ReadResult, { kind: 'article' }>;
type ReadReference = Extract<ReadResult, { kind: 'reference' }>;

const NO_TEXT: ArticleContent = { text: '', blocks: [], noteRefs: [], marks: [] };

/** Prepares its statements once. The caller begins the transaction: a batch is written whole or not at all. */
export function createLibraryWriter(db: Database): (result: ReadResult) => Written {
  const articles: ArticleWriter = createArticleWriter(db);
  const sources = createSourceFinder(db);
  const insertDuplicate = db.prepare(
    `INSERT OR IGNORE INTO duplicate (article_id, other_id, reason, similarity, found_at) VALUES (?, ?, 'address', ?, ?)`,
  );

  const write = (result: ReadResult): Written => {
    const entry = { file: result.file, name: result.name };
    if (result.kind === 'refused') return unchanged({ ...entry, status: 'refused', message: result.message });
    const sha256 = result.kind === 'known' ? result.sha256 : result.original.sha256;
    const there = articles.findByOriginal(sha256);
    if (there !== null) return unchanged({ ...entry, ...alreadyThere(there) });
    // The library held it when it was read, and the article has been deleted since.
    if (result.kind === 'known')
      return unchanged({
        ...entry,
        status: 'refused',
        message: `“${result.name}” was deleted from the library while it was imported. Import it again.`,
      });
    return result.kind === 'article' ? writeArticle(result, entry) : writeReference(result, entry);
  };

  const writeArticle = (read: ReadArticle, entry: Pick<NewEntry, 'file' | 'name'>): Written => {
    const { metadata, content, original, words, tags, messages } = read;
    const message = messages.length === 0 ? undefined : messages.join(' ');
    const same = sources.bySource(metadata.csl);
    if (same !== null) {
      const { articleId, csl } = same;
      if (sameText(same.text, content.text)) {
        const what = `Already saved: “${csl.title}” has the same address and text.`;
        return {
          ...unchanged({ ...entry, status: 'skipped', articleId, message: what }),
          unneeded: original.sha256,
        };
      }
      const similarity = same.text === '' ? 1 : containment(shingles(same.text), shingles(content.text));
      if (similarity >= SAME_ARTICLE) {
        articles.addVersion(articleId, { content, original, words, tags, excerpt: metadata.excerpt });
        complete(same, metadata.csl, { unconfirmed: metadata.unconfirmed, replace: false });
        const what = same.text === '' ? `The text of “${csl.title}”.` : `A new version of “${csl.title}”.`;
        return changed(articleId, { ...entry, status: 'updated', message: join(what, message) });
      }
      const { articleId: added } = articles.add({ metadata, content, original, words, tags });
      insertDuplicate.run(articleId, added, similarity, new Date().toISOString());
      const what = `“${csl.title}” has the same address but another text: see the possible duplicates.`;
      return changed(added, { ...entry, status: 'imported', message: join(what, message) });
    }
    const { articleId } = articles.add({ metadata, content, original, words, tags });
    return changed(articleId, { ...entry, status: 'imported', message });
  };

  const writeReference = (read: ReadReference, entry: Pick<NewEntry, 'file' | 'name'>): Written => {
    const { csl, original, tags, messages } = read;
    const message = messages.length === 0 ? undefined : messages.join(' ');
    const same = sources.bySource(csl) ?? sources.byKey(csl) ?? sources.byTitle(csl);
    if (same === null) {
      const metadata = { csl, unconfirmed: [], issuedNotBefore: null, excerpt: false };
      const { articleId } = articles.add({ metadata, content: NO_TEXT, original, words: 0, tags });
      return changed(articleId, {
        ...entry,
        status: 'imported',
        message: join('A source without text.', message),
      });
    }
    const { articleId } = same;
    articles.addTags(articleId, tags);
    const key = csl['citation-key'];
    if (key !== undefined) articles.claimKey(articleId, key);
    const isNew = complete(same, csl, { unconfirmed: [], replace: true });
    const what = isNew
      ? `Completed the details of “${same.csl.title}”.`
      : `Already in the library as “${same.csl.title}”.`;
    const written = {
      ...entry,
      status: isNew ? 'updated' : 'skipped',
      articleId,
      message: join(what, message),
    } as const;
    return {
      entry: written,
      changed: isNew || tags.length > 0 ? articleId : null,
      unneeded: original.sha256,
    };
  };

  const complete = (
    known: KnownSource,
    more: KnownSource['csl'],
    how: Parameters<typeof completed>[2],
  ): boolean => {
    const better = completed(known, more, how);
    if (better !== null) articles.setMetadata(known.articleId, better.csl, better.unconfirmed);
    return better !== null;
  };

  return write;
}

function unchanged(entry: NewEntry): Written {
  return { entry, changed: null, unneeded: null };
}

function changed(articleId: number, entry: NewEntry): Written {
  return { entry: { ...entry, articleId }, changed: articleId, unneeded: null };
}

function alreadyThere({ articleId, title, trashed }: KnownOriginal): Omit<NewEntry, 'file'> {
  const where = trashed ? 'in the trash' : 'in the library';
  return { status: 'skipped', articleId, message: `Already ${where} as “${title}”.` };
}

function join(...sentences: (string | undefined)[]): string {
  return sentences.filter((sentence) => sentence !== undefined).join(' ');
}

/** White space aside: it differs with the way a page was saved. */
function sameText(a: string, b: string): boolean {
  return a === b || a.replace(/\s+/gu, ' ').trim() === b.replace(/\s+/gu, ' ').trim();
}
