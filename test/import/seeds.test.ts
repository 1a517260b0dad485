/** The seeds of `../shared` against their gold: a public check of plain text, skipped where they are absent. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ArticleBlock } from '#domain/article.ts';
import { type CslName, cslDateToIso } from '#domain/csl.ts';
import { readArticle } from '#core/import/read/article.ts';

interface Gold {
  file: string;
  title: string;
  authors: CslName[];
  editors?: CslName[];
  publisher: { value: string; inferred: boolean };
  container: string | null;
  issued: string | null;
  issuedNotBefore: string | null;
  language: string;
  abstract: string | null;
  url: string | null;
  excerpt?: boolean;
  bodyWords: number;
  bodyParagraphs: number;
  subheads?: string[];
  notes: number;
  noteMarkers: number;
  ibid: { note: number; of: number }[];
}

const seeds = resolve(import.meta.dirname, '../../../shared/seeds');
const absent = !existsSync(seeds);
if (absent) console.warn(`The seeds are not in ${seeds}: their test is skipped.`);
const gold = absent
  ? []
  : (JSON.parse(readFileSync(join(seeds, 'gold.json'), 'utf8')) as { seeds: Gold[] }).seeds;

describe.skipIf(absent)('the seeds', () => {
  it.each(gold)('$file', async (expected) => {
    const { metadata, content } = await readArticle({
      bytes: readFileSync(join(seeds, expected.file)),
      fileName: expected.file,
    });
    const { csl } = metadata;
    const textOf = (block: ArticleBlock): string => content.text.slice(block.start, block.end);
    const ofRole = (...roles: string[]): ArticleBlock[] =>
      content.blocks.filter((block) => roles.includes(block.role));
    const body = ofRole('paragraph', 'list-item', 'quote');
    expect({
      file: expected.file,
      title: csl.title,
      authors: csl.author,
      editors: csl.editor ?? [],
      publisher: { value: csl.publisher, inferred: metadata.unconfirmed.includes('publisher') },
      container: csl['container-title'] ?? null,
      issued: csl.issued === undefined ? null : cslDateToIso(csl.issued),
      issuedNotBefore: metadata.issuedNotBefore,
      language: csl.language,
      abstract: csl.abstract ?? null,
      url: csl.URL ?? null,
      excerpt: metadata.excerpt,
      bodyWords: body.reduce((sum, block) => sum + textOf(block).split(/\s+/u).length, 0),
      bodyParagraphs: body.length,
      subheads: ofRole('heading').map(textOf),
      notes: ofRole('note').length,
      noteMarkers: content.noteRefs.length,
      ibid: ofRole('note').flatMap((note) =>
        note.sameAs === undefined ? [] : [{ note: Number(note.label), of: Number(note.sameAs) }],
      ),
    }).toEqual({ excerpt: false, editors: [], subheads: [], ...expected, removed: undefined });
  });
});
