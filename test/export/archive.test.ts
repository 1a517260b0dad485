/** PDFs that carry their brief, and the briefs that are opened from them. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DossierError } from '#contract/errors.ts';
import { addArticles } from '#core/articles/add.ts';
import { getArticle, getSummaries, updateMetadata } from '#core/articles/store.ts';
import { openBriefPdf } from '#core/briefs/archive/open.ts';
import { getBrief, listBriefs } from '#core/briefs/store.ts';
import { addPicture } from '#core/pictures/store.ts';
import { createSnippet } from '#core/snippets/store.ts';
import type { BriefSettings } from '#domain/brief.ts';
import { documentAst } from '#domain/document/fromStored.ts';
import type { StoredNode } from '#domain/document/stored.ts';
import { DEFAULT_PAGE } from '#domain/page.ts';
import { PNG } from '#test/pictures.ts';
import {
  bibliography,
  citation,
  exportLibrary,
  type ExportLibrary,
  footnote,
  heading,
  HONG,
  KIM,
  paragraph,
  picture,
  snippet,
  text,
  YAMADA,
} from './library.ts';

let there: ExportLibrary;
let here: ExportLibrary;
beforeEach(async () => {
  there = await exportLibrary();
  here = await exportLibrary();
  // So that no id is the same in both.
  here.addSources(...[1, 2, 3, 4, 5].map((number) => ({ ...KIM, title: `Another ${number}` })));
});
afterEach(() => Promise.all([there.close(), here.close()]));

/** Where it is not installed, nothing is checked by it. */
const QPDF: string = 'qpdf';
const QUOTED = 'Forced labor';
const SETTINGS: Partial<BriefSettings> = {
  title: 'Claims',
  author: 'A. Analyst',
  addressee: 'The Minister',
  reference: 'D/7',
  keywords: 'claims, wages',
  date: '2026-05-09',
  language: 'en-GB',
  page: { ...DEFAULT_PAGE, design: 'government', paper: 'letter' },
};

async function writeBrief(): Promise<number> {
  const [kim, hong, yamada] = there.addSources(KIM, HONG, YAMADA) as [number, number, number];
  const { versionId } = getArticle(there.context.db, kim)!;
  const { id } = createSnippet(there.context.db, { articleId: kim, versionId, start: 0, end: QUOTED.length });
  const { sha256 } = await addPicture(there.context.folder.pictures, PNG, 'a.png');
  return there.addBrief(
    [
      heading('h1', 'Findings'),
      paragraph('Said', citation({ articleId: hong, locator: '3' }), footnote(paragraph('A note.'))),
      snippet({ articleId: kim, snippetId: id }, paragraph(QUOTED)),
      picture(sha256, { alt: 'Drawn' }),
      bibliography({ uncited: [yamada] }),
    ],
    SETTINGS,
  );
}

async function pdfOf(library: ExportLibrary, briefId: number, options = {}): Promise<Uint8Array> {
  const render = library.exporter.handlers['export.render'];
  return (await render({ briefId, format: 'pdf', data: true, ...options })).bytes;
}
const open = (bytes: Uint8Array) => openBriefPdf(here.context, { bytes, name: 'claims.pdf' });
async function markdown(library: ExportLibrary, briefId: number): Promise<string> {
  const { bytes } = await library.exporter.handlers['export.render']({ briefId, format: 'md' });
  return new TextDecoder().decode(bytes);
}

describe('a PDF with its brief', () => {
  it('is PDF/A-3a, the same each time, and has the same pages as one without', async () => {
    const briefId = await writeBrief();
    const bytes = await pdfOf(there, briefId);
    expect(Buffer.from(await pdfOf(there, briefId)).equals(Buffer.from(bytes))).toBe(true);
    const raw = Buffer.from(bytes).toString('latin1');
    expect(raw).toMatch(/pdfaid:part>3<[^]*pdfaid:conformance>A</u);
    expect(raw).toMatch(/\/AFRelationship \/Source/u);
    const folder = mkdtempSync(join(tmpdir(), 'dossier-pdfa-'));
    writeFileSync(join(folder, 'a.pdf'), bytes);
    const check = (): string => {
      try {
        return execFileSync(QPDF, ['--check', join(folder, 'a.pdf')], { encoding: 'utf8' });
      } catch (error) {
        if ((error as { code?: string }).code === 'ENOENT')
          return 'No syntax or stream encoding errors found';
        throw error;
      }
    };
    expect(check()).toContain('No syntax or stream encoding errors found');
    rmSync(folder, { recursive: true });
  });

  it('carries neither comments nor suggestions that were refused', async () => {
    const at = '2026-05-09T10:00:00.000Z';
    const suggested: StoredNode = {
      ...text('SUGGESTED'),
      $: { inserted: { id: 'abcdefghjk', author: 'SECRET REVIEWER', at } },
    };
    const commented: StoredNode = { ...text('Commented.'), $: { comments: ['0123456789abcdef'] } };
    const briefId = there.addBrief([paragraph(commented, suggested)]);
    const { briefId: opened } = await open(await pdfOf(there, briefId, { suggestions: 'rejected' }));
    const stored = JSON.stringify(getBrief(here.context.db, opened).document);
    expect(stored).toContain('Commented.');
    for (const word of ['SUGGESTED', 'REVIEWER', 'comments']) expect(stored).not.toContain(word);
  });
});

describe('a brief that is opened from its PDF', () => {
  it('is the brief: its settings, text, pictures, sources and the words that it quotes', async () => {
    const briefId = await writeBrief();
    const opened = await open(await pdfOf(there, briefId));
    expect(opened).toMatchObject({ title: 'Claims', added: 3, known: 0, warnings: [] });
    expect(getBrief(here.context.db, opened.briefId)).toMatchObject(SETTINGS);
    expect(await markdown(here, opened.briefId)).toBe(await markdown(there, briefId));
    const again = await here.exporter.handlers['export.render']({ briefId: opened.briefId, format: 'pdf' });
    const first = await there.exporter.handlers['export.render']({ briefId, format: 'pdf' });
    expect(again.warnings).toEqual(first.warnings);
    expect(Buffer.from(again.bytes).equals(Buffer.from(first.bytes))).toBe(true);
  });

  it('takes the sources that are here as they are, and overwrites nothing', async () => {
    const [kim] = here.addSources(KIM) as [number];
    updateMetadata(here.context.db, { id: kim, csl: { ...KIM, title: 'Corrected here' }, accept: [] });
    const before = getArticle(here.context.db, kim);
    const bytes = await pdfOf(there, await writeBrief());
    expect(await open(bytes)).toMatchObject({ added: 2, known: 1, warnings: [] });
    expect(await open(bytes)).toMatchObject({ added: 0, known: 3, warnings: [] });
    expect(getArticle(here.context.db, kim)).toEqual(before);
    expect(listBriefs(here.context.db)).toHaveLength(2);
    const [, , quote] = documentAst(getBrief(here.context.db, 1).document).children;
    expect(quote).toMatchObject({ source: [{ articleId: kim }] });
  });

  it('never anchors a quote to other words: they are found anew, or the source is cited as a whole', async () => {
    const bytes = await pdfOf(there, await writeBrief());
    const { originalSha256 } = getArticle(there.context.db, 1)!;
    const readOtherwise = (words: string): void =>
      void addArticles(here.context.db, [
        {
          metadata: { csl: KIM, unconfirmed: [], issuedNotBefore: null, excerpt: false },
          content: { text: words, blocks: [], noteRefs: [], marks: [] },
          original: { sha256: originalSha256, name: 'a.txt' },
        },
      ]);
    readOtherwise(`A headline. ${QUOTED} twice: ${QUOTED}.`);
    const { warnings } = await open(bytes);
    expect(warnings).toEqual([expect.stringMatching(/^One citation leads to a source as a whole/u)]);
    expect(JSON.stringify(getBrief(here.context.db, 1).document)).not.toContain('snippetId');
  });

  it('says which sources were missing already, and takes no other for them', async () => {
    const briefId = there.addBrief([paragraph('Said', citation({ articleId: 2 }))]);
    const opened = await open(await pdfOf(there, briefId));
    expect(opened.warnings).toEqual([expect.stringMatching(/^One source that is cited was missing/u)]);
    const { warnings } = await here.exporter.handlers['export.render']({
      briefId: opened.briefId,
      format: 'txt',
    });
    expect(warnings).toEqual([expect.stringMatching(/is cited but is not in the library/u)]);
    expect(getSummaries(here.context.db, [2])).toHaveLength(1);
  });
});

describe('what is no such PDF', () => {
  it('is refused with the reason, and nothing is added', async () => {
    const briefId = await writeBrief();
    const plain = await there.exporter.handlers['export.render']({ briefId, format: 'pdf' });
    const articles = here.context.db.prepare('SELECT count(*) FROM article').pluck().get();
    const cases: [Uint8Array, RegExp][] = [
      [plain.bytes, /carries no brief/u],
      [new TextEncoder().encode('Only text.'), /is not a PDF/u],
      [(await pdfOf(there, briefId)).slice(0, 3000), /damaged|carries no brief/u],
    ];
    for (const [bytes, reason] of cases) {
      const refusal = await open(bytes).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(DossierError);
      expect(refusal).toMatchObject({
        code: 'file_unreadable',
        message: expect.stringMatching(reason) as string,
      });
    }
    expect(listBriefs(here.context.db)).toEqual([]);
    expect(here.context.db.prepare('SELECT count(*) FROM article').pluck().get()).toBe(articles);
  });
});
