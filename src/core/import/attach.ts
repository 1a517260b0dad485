/** The text of a file for an article that is there already, and the way back. */
import { basename } from 'node:path';
import { DossierError } from '#contract/errors.ts';
import type { Handlers } from '#contract/index.ts';
import { createArticleWriter } from '../articles/add.ts';
import { followRedirect } from '../articles/redirects.ts';
import { articleNotFound, getSummaries } from '../articles/store.ts';
import type { Database } from '../db/connect.ts';
import type { Journal } from '../organise/journal.ts';
import { articleState, type Attached, detachText } from './detach.ts';
import { completed } from './duplicates/sameSource.ts';
import type { Leftovers } from './leftovers.ts';
import type { ReadResult } from './read/fileReader.ts';
import { unreadable } from './read/unreadable.ts';

export interface AttachParts {
  db: Database;
  /** The items of a file, with their originals on the disk. */
  read: (path: string) => Promise<ReadResult[]>;
  leftovers: Leftovers;
  journal: Journal;
  onChanged: (articleIds: number[]) => void;
}

export function attachHandlers({
  db,
  read,
  leftovers,
  journal,
  onChanged,
}: AttachParts): Handlers<'import.attach'> {
  const articles = createArticleWriter(db);

  const attach = (asked: number, result: ReadResult) => {
    const articleId = followRedirect(db, asked);
    const [before] = getSummaries(db, [articleId]);
    if (before === undefined) throw articleNotFound(asked);
    if (result.kind === 'refused') throw unreadable(result.message);
    const there = articles.findByOriginal(result.kind === 'known' ? result.sha256 : result.original.sha256);
    if (there !== null) throw taken(result.name, there, articleId);
    if (result.kind !== 'article') throw noArticle(result.name);
    const state = articleState(db, articleId)!;
    const { content, original, words, tags, metadata, messages, name } = result;
    articles.addVersion(articleId, { content, original, words, tags, excerpt: metadata.excerpt });
    const better = completed(before, metadata.csl, { unconfirmed: metadata.unconfirmed, replace: false });
    if (better !== null) articles.setMetadata(articleId, better.csl, better.unconfirmed);
    const message = [`The text of “${before.title}”.`, ...messages].join(' ');
    const entry = { file: name, status: 'updated' as const, articleId, title: before.title, message };
    return { entry, attached: { articleId, before: state, after: articleState(db, articleId)! } };
  };

  const takeBack = (attached: Attached): void => {
    const original = db.transaction(() => detachText(db, attached)).immediate();
    onChanged([attached.articleId]);
    leftovers.discard([original]);
  };

  return {
    'import.attach': ({ articleId, path }) =>
      leftovers.whileReading(async () => {
        const results = await read(path);
        try {
          const [only, second] = results;
          if (only === undefined || second !== undefined) throw noArticle(basename(path));
          const { entry, attached } = db.transaction(() => attach(articleId, only)).immediate();
          onChanged([attached.articleId]);
          return { ...entry, undo: journal.remember(() => takeBack(attached)) };
        } finally {
          leftovers.discard(results.flatMap((one) => ('original' in one ? one.original.sha256 : [])));
        }
      }),
  };
}

function taken(
  name: string,
  there: { articleId: number; title: string; trashed: boolean },
  articleId: number,
): DossierError {
  if (there.articleId === articleId)
    return new DossierError('conflict', `This article has the text of “${name}” already.`);
  const where = there.trashed ? 'in the trash' : 'in the library';
  return new DossierError(
    'conflict',
    `“${name}” is ${where} already as “${there.title}”. Nothing was attached; cite that article instead.`,
  );
}

function noArticle(name: string): DossierError {
  return unreadable(`“${name}” is not the text of one article. Choose a file that holds it alone.`);
}
