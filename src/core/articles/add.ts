/** Puts articles and their versions into `library.sqlite`. */
import { type ArticleContent, type ArticleMetadata, countWords } from '#domain/article.ts';
import type { CslField, CslItem } from '#domain/csl.ts';
import type { Database } from '../db/connect.ts';
import { keyClaimer } from '../citations/keys/keys.ts';
import { tagKey } from '../tags/store.ts';
import { metadataColumns } from './columns.ts';

export interface NewArticle {
  metadata: ArticleMetadata;
  content: ArticleContent;
  /** The file that it was imported from: its SHA-256 in hex and its name. */
  original: { sha256: string; name: string };
  /** Words of the text, where they are counted already. */
  words?: number;
  tags?: string[];
}

/** Which article an original became. */
export interface KnownOriginal {
  articleId: number;
  title: string;
  /** It lies in the trash. */
  trashed: boolean;
}

export interface ArticleWriter {
  /** Throws where the original is in the library already. */
  add(article: NewArticle): { articleId: number; versionId: number };
  /** Makes `content` the latest version of an article; its metadata stay, but for whether that is an excerpt. */
  addVersion(articleId: number, version: Omit<NewArticle, 'metadata'> & { excerpt: boolean }): number;
  setMetadata(articleId: number, csl: CslItem, unconfirmed: readonly CslField[]): void;
  addTags(articleId: number, tags: readonly string[]): void;
  /** Gives an article a citation key, unless it has one or another article has that. */
  claimKey(articleId: number, key: string): void;
  findByOriginal(sha256: string): KnownOriginal | null;
}

/** Prepares its statements once, for whoever writes many. It begins no transaction: the caller does. */
export function createArticleWriter(db: Database): ArticleWriter {
  const insertArticle = db.prepare(
    `INSERT INTO article (version_id, csl, unconfirmed, issued_not_before, excerpt, title_key, author_key,
       publisher_key, url_key, doi_key, issued, added_at, changed_at)
     VALUES (@versionId, @csl, @unconfirmed, @issuedNotBefore, @excerpt, @titleKey, @authorKey, @publisherKey, @urlKey, @doiKey,
       @issued, @now, @now)`,
  );
  const insertVersion = db.prepare(
    `INSERT INTO article_version (id, article_id, original_sha256, original_name, words, created_at, blocks, note_refs, marks, text, pages)
     VALUES (@versionId, @articleId, @sha256, @name, @words, @now, @blocks, @noteRefs, @marks, @text, @pages)`,
  );
  /** As AUTOINCREMENT counts: an article names its version before that is there, which saves writing it twice. */
  const nextVersion = db
    .prepare<[], number>(
      `SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'article_version'), 0) + 1`,
    )
    .pluck();
  const setVersion = db.prepare(
    'UPDATE article SET version_id = ?, excerpt = ?, changed_at = ? WHERE id = ?',
  );
  const setMetadata = db.prepare(
    `UPDATE article SET csl = @csl, unconfirmed = @unconfirmed, title_key = @titleKey, author_key = @authorKey,
       publisher_key = @publisherKey, url_key = @urlKey, doi_key = @doiKey, issued = @issued, changed_at = @now
     WHERE id = @id`,
  );
  const claimKey = keyClaimer(db);
  const insertTag = db.prepare('INSERT OR IGNORE INTO tag (name, name_key) VALUES (?, ?)');
  const tagArticle = db.prepare(
    'INSERT OR IGNORE INTO article_tag (article_id, tag_id) SELECT ?, id FROM tag WHERE name_key = ?',
  );
  const byOriginal = db.prepare<[string], { articleId: number; title: string; trashed: 0 | 1 }>(
    `SELECT a.id AS articleId, a.csl ->> '$.title' AS title, a.trashed_at IS NOT NULL AS trashed
     FROM article_version v JOIN article a ON a.id = v.article_id WHERE v.original_sha256 = ?`,
  );

  const putVersion = (
    articleId: number,
    versionId: number,
    { content, original, words, tags = [] }: Omit<NewArticle, 'metadata'>,
    now: string,
  ): void => {
    insertVersion.run({
      versionId,
      articleId,
      ...original,
      words: words ?? countWords(content.text),
      now,
      blocks: JSON.stringify(content.blocks),
      noteRefs: JSON.stringify(content.noteRefs),
      marks: JSON.stringify(content.marks),
      text: content.text,
      pages: JSON.stringify(content.pages ?? []),
    });
    addTags(articleId, tags);
  };

  const addTags = (articleId: number, tags: readonly string[]): void => {
    for (const name of tags.map((tag) => tag.trim()).filter((tag) => tag !== '')) {
      const key = tagKey(name);
      insertTag.run(name, key);
      tagArticle.run(articleId, key);
    }
  };

  return {
    // The deferred foreign key holds the commit back until every article has its version.
    add({ metadata, ...version }) {
      const now = new Date().toISOString();
      const versionId = nextVersion.get()!;
      const { lastInsertRowid } = insertArticle.run({
        ...metadataColumns(metadata.csl, metadata.unconfirmed),
        versionId,
        issuedNotBefore: metadata.issuedNotBefore,
        excerpt: metadata.excerpt ? 1 : 0,
        now,
      });
      const articleId = Number(lastInsertRowid);
      putVersion(articleId, versionId, version, now);
      const key = metadata.csl['citation-key'];
      if (key !== undefined) claimKey(articleId, key);
      return { articleId, versionId };
    },
    addVersion(articleId, { excerpt, ...version }) {
      const now = new Date().toISOString();
      const versionId = nextVersion.get()!;
      putVersion(articleId, versionId, version, now);
      setVersion.run(versionId, excerpt ? 1 : 0, now, articleId);
      return versionId;
    },
    addTags,
    claimKey,
    setMetadata: (id, csl, unconfirmed) =>
      void setMetadata.run({ ...metadataColumns(csl, unconfirmed), now: new Date().toISOString(), id }),
    findByOriginal(sha256) {
      const row = byOriginal.get(sha256);
      return row === undefined ? null : { ...row, trashed: row.trashed === 1 };
    },
  };
}

/** Adds articles in one transaction, in order. Throws where an original is in the library already. */
export function addArticles(
  db: Database,
  articles: readonly NewArticle[],
): { articleId: number; versionId: number }[] {
  const writer = createArticleWriter(db);
  return db.transaction(() => articles.map((article) => writer.add(article))).immediate();
}

/** The article that was imported from a file with this SHA-256 (hex). */
export function findByOriginal(db: Database, sha256: string): KnownOriginal | null {
  return createArticleWriter(db).findByOriginal(sha256);
}
