import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSnippet } from '#core/snippets/store.ts';
import type { StoredNode } from '#domain/document/stored.ts';
import { exportLibrary, type ExportLibrary, KIM, paragraph, snippet } from './library.ts';
import { readPdf } from './readPdf.ts';

let library: ExportLibrary;
let articleId: number;
let snippetId: number;
beforeAll(async () => {
  library = await exportLibrary();
  [articleId] = library.addSources(KIM) as [number];
  const { db } = library.context;
  const version = db
    .prepare<[number], { id: number; text: string }>(
      'SELECT id, text FROM article_version WHERE article_id = ?',
    )
    .get(articleId)!;
  const { id } = createSnippet(db, { articleId, versionId: version.id, start: 0, end: version.text.length });
  snippetId = id;
});
afterAll(() => library.close());

const text = (words: string, format = 0): StoredNode => ({ type: 'text', version: 1, text: words, format });

async function markdown(
  quote: StoredNode,
  language = 'en-US',
): Promise<{ text: string; warnings: string[] }> {
  const briefId = library.addBrief([quote], { language });
  const file = await library.exporter.handlers['export.render']({ briefId, format: 'md' });
  return { text: new TextDecoder().decode(file.bytes), warnings: file.warnings };
}

const quote = (...children: (StoredNode | string)[]): StoredNode =>
  snippet(
    { articleId, snippetId },
    { ...paragraph(), children: children.map((child) => (typeof child === 'string' ? text(child) : child)) },
  );

describe('a quote in an export', () => {
  it('says so where the analyst emphasised words, in the language of the brief', async () => {
    const emphasised = quote('Forced ', text('labor', 2), ' compensation');
    const { text: english, warnings } = await markdown(emphasised);
    expect(english).toContain('> Forced *labor* compensation (emphasis added)[^1]');
    expect(warnings).toEqual([]);
    expect((await markdown(emphasised, 'ko-KR')).text).toContain('(강조는 인용자)');
    const original = await markdown({ ...emphasised, emphasis: 'original' });
    expect(original.text).toContain('> Forced *labor* compensation[^1]');
  });

  it('says so in the PDF as well, inside of other blocks', async () => {
    const item = { type: 'listitem', version: 1, children: [quote('Forced ', text('labor', 1))] };
    const briefId = library.addBrief([{ type: 'list', version: 1, listType: 'bullet', children: [item] }]);
    const { bytes } = await library.exporter.handlers['export.render']({ briefId, format: 'pdf' });
    expect((await readPdf(bytes)).pages[0]!.text).toMatch(/Forced\s+labor\s+\(emphasis added\)/u);
  });

  it('is warned of where it is not what its source says, and nothing marks it', async () => {
    expect((await markdown(quote('Unforced labor compensation'))).warnings).toEqual([
      expect.stringMatching(/^The quote “Unforced labor compensation” is not what its source says/u),
    ]);
    expect((await markdown(quote('[Un]forced labor compensation'))).warnings).toHaveLength(1);
    expect((await markdown(quote('Forced […] compensation'))).warnings).toEqual([]);
    expect((await markdown(quote('Forced labor compensation'))).warnings).toEqual([]);
  });
});
