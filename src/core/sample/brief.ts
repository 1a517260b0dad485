/** Adds the sample's brief to a library that holds the sample's articles. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DossierError } from '#contract/errors.ts';
import type { ImportEntry } from '#contract/import.ts';
import type { CitationItem } from '#domain/citation.ts';
import { getArticle } from '../articles/store.ts';
import { createBrief, restoreBrief } from '../briefs/store.ts';
import type { CoreContext } from '../context.ts';
import { createSnippet } from '../snippets/store.ts';
import { type Cite, storedDocument } from './document.ts';
import type { BriefTemplate, SourceTemplate } from './template.ts';

/** The setting that remembers which brief of this library is the sample's. */
const SETTING = 'sample.brief';

/**
 * Creates the brief and its snippets, or returns the id of the one that is there, brought back where it was
 * removed. `entries` is the import report of the sample's articles.
 */
export function addSampleBrief({ db, emit, resources }: CoreContext, entries: ImportEntry[]): number {
  const id = db
    .transaction(() => {
      const existing = knownBrief(db);
      if (existing !== null) return restoreBrief(db, existing).id;
      const template = JSON.parse(
        readFileSync(join(resources, 'sample', 'brief.json'), 'utf8'),
      ) as BriefTemplate;
      const document = storedDocument(template.blocks, citer(db, entries));
      const brief = createBrief(db, { ...template.settings, document });
      db.prepare('INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)').run(
        SETTING,
        JSON.stringify(brief.id),
      );
      return brief.id;
    })
    .immediate();
  emit('briefs.changed', { id });
  return id;
}

function knownBrief(db: CoreContext['db']): number | null {
  const id = db
    .prepare<[string], number>(
      'SELECT b.id FROM setting s JOIN brief b ON b.id = CAST(s.value AS INTEGER) WHERE s.key = ?',
    )
    .pluck()
    .get(SETTING);
  return id ?? null;
}

/** Finds each source's article by its file and makes a snippet of the words that it is cited for. */
function citer(db: CoreContext['db'], entries: ImportEntry[]): Cite {
  const byFile = new Map(entries.map((entry) => [basename(entry.file), entry]));
  return ({ file, quote, ...rest }: SourceTemplate): CitationItem => {
    const entry = byFile.get(file);
    const article = entry?.articleId === undefined ? null : getArticle(db, entry.articleId);
    if (article === null)
      throw new DossierError(
        'file_unreadable',
        `The sample library could not be loaded: ${entry?.message ?? `its article ${file} is missing.`} Install Dossier again.`,
      );
    if (quote === undefined) return { articleId: article.id, ...rest };
    const start = article.content.text.indexOf(quote);
    if (start === -1) throw new Error(`The sample brief quotes words that ${file} does not hold: ${quote}`);
    const range = { versionId: article.versionId, start, end: start + quote.length };
    return {
      articleId: article.id,
      snippetId: createSnippet(db, { articleId: article.id, ...range }).id,
      ...rest,
    };
  };
}
