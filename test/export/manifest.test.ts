/** The manifest of an export, and what of it the library still has as it was. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Manifest, manifestSchema } from '#contract/manifest.ts';
import { updateMetadata } from '#core/articles/store.ts';
import { getBrief, saveBrief, updateSettings } from '#core/briefs/store.ts';
import { beginThread } from '#core/comments/store.ts';
import { createSnippet } from '#core/snippets/store.ts';
import type { CslItem } from '#domain/csl.ts';
import { citation, exportLibrary, type ExportLibrary, KIM, paragraph } from './library.ts';

let library: ExportLibrary;
/** A source that each test has to itself, and what `addSources` calls its original. */
let source: CslItem;
let original: string;
let kim: number;
let briefId: number;
beforeAll(async () => {
  library = await exportLibrary();
  await mkdir(library.context.folder.originals, { recursive: true });
});
beforeEach(async () => {
  source = { ...KIM, title: `Claims before court ${kim ?? 0}` };
  original = JSON.stringify(source);
  [kim] = library.addSources(source) as [number];
  await keepOriginal();
  const snippet = createSnippet(library.context.db, { articleId: kim, versionId: kim, start: 0, end: 6 });
  const items = [{ articleId: kim, snippetId: snippet.id }];
  briefId = library.addBrief([paragraph('As shown', citation(...items), '.')], { title: 'Claims' });
});
afterAll(() => library.close());

const hash = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');
function keepOriginal(words = original): Promise<void> {
  return writeFile(join(library.context.folder.originals, hash(original)), words);
}

async function exported(
  options: object = {},
): Promise<{ manifest: Manifest; warnings: string[]; text: string }> {
  const { beside, warnings } = await library.exporter.handlers['export.render']({
    briefId,
    format: 'md',
    manifest: true,
    ...options,
  });
  const text = new TextDecoder().decode(beside.at(-1)!.bytes);
  return { manifest: manifestSchema.parse(JSON.parse(text)), warnings, text };
}

/** What does not match, or could not be told. */
async function differences(manifest: Manifest): Promise<string[]> {
  const checks = await library.exporter.handlers['export.verify'](manifest);
  return checks
    .filter(({ state }) => state !== 'matches')
    .map(({ state, message }) => `${state}: ${message}`);
}

describe('a manifest', () => {
  it('names the file, the brief, and what both rest on, and is the same each time', async () => {
    const first = await exported({ annex: true });
    expect((await exported({ annex: true })).text).toBe(first.text);
    const { bytes } = await library.exporter.handlers['export.render']({
      briefId,
      format: 'md',
      annex: true,
    });
    expect(first.manifest).toMatchObject({
      output: { path: 'Claims.md', bytes: bytes.length, sha256: hash(bytes) },
      brief: { id: briefId, title: 'Claims', revision: 0, version: null },
      options: { format: 'md', annex: true },
      template: null,
      missing: [],
    });
    expect(first.manifest.sources).toMatchObject([
      {
        id: kim,
        versions: [
          {
            id: kim,
            text: hash(source.title),
            original: { name: 'source.txt', sha256: hash(original), kept: true },
          },
        ],
      },
    ]);
    expect(first.warnings).toEqual([]);
  });

  it('names what stands beside the file, and goes into the ZIP of a download', async () => {
    const { bytes } = await library.exporter.handlers['export.render']({
      briefId,
      format: 'pdf',
      manifest: true,
      packed: true,
    });
    const files = unzipSync(bytes);
    expect(Object.keys(files)).toEqual(['Claims.pdf', 'Claims.pdf.manifest.json']);
    const manifest = JSON.parse(new TextDecoder().decode(files['Claims.pdf.manifest.json'])) as Manifest;
    expect(manifest.output.sha256).toBe(hash(files['Claims.pdf']!));
    expect(manifest.template?.sha256).toMatch(/^[0-9a-f]{64}$/u);
  });

  it('is warned of where an original is not in the library', async () => {
    await rm(join(library.context.folder.originals, hash(original)));
    const { manifest, warnings } = await exported();
    expect(warnings).toEqual([
      expect.stringContaining(`The original file of source ${kim} is not in the library`),
    ]);
    expect(await differences(manifest)).toEqual([
      expect.stringMatching(/^unchecked: .*source\.txt was not in the library when/u),
    ]);
    await keepOriginal();
    expect(await differences(manifest)).toEqual([]);
  });
});

it('is written beside the file', async () => {
  const folder = join(library.folder, 'out');
  await mkdir(folder);
  library.savePath = join(folder, 'Named otherwise.html');
  const save = library.exporter.handlers['export.save'];
  expect(await save({ briefId, format: 'html', manifest: true })).toMatchObject({ warnings: [] });
  const names = ['Named otherwise.html', 'Named otherwise.html.manifest.json'];
  expect((await readdir(folder)).toSorted()).toEqual(names);
  const [file, text] = await Promise.all(names.map((name) => readFile(join(folder, name))));
  const { output } = manifestSchema.parse(JSON.parse(text!.toString()));
  expect(output).toEqual({ path: names[0], bytes: file!.length, sha256: hash(file!) });
});

describe('verifying', () => {
  it('finds everything as it was', async () => {
    const { manifest } = await exported({ format: 'pdf' });
    const checks = await library.exporter.handlers['export.verify'](manifest);
    expect(checks.map(({ of, state }) => [of, state])).toEqual([
      ['app', 'matches'],
      ['brief', 'matches'],
      ['style', 'matches'],
      ['template', 'matches'],
      ['source', 'matches'],
    ]);
  });

  it('tells a brief that moved on, in its words or its settings, and one that is gone', async () => {
    const { manifest } = await exported();
    const { document } = getBrief(library.context.db, briefId);
    saveBrief(library.context.db, { id: briefId, revision: 0, document });
    expect(await differences(manifest)).toEqual([]);
    const root = { ...document.root, children: [paragraph('Else.')] };
    saveBrief(library.context.db, { id: briefId, revision: 1, document: { ...document, root } });
    expect(await differences(manifest)).toEqual([
      expect.stringMatching(
        /^changed: brief \d+, “Claims”: was changed since: revision 0 of .* then, 2 of .* now$/u,
      ),
    ]);
    saveBrief(library.context.db, { id: briefId, revision: 2, document });
    updateSettings(library.context.db, briefId, { language: 'de' });
    expect(await differences(manifest)).toHaveLength(1);
    expect((await differences(manifest))[0]).toContain('was changed since');
    const gone = { ...manifest, brief: { ...manifest.brief, id: 4711 } };
    expect(await differences(gone)).toEqual([expect.stringContaining('missing: brief 4711')]);
  });

  it('tells settings and, of a file for review, comments that were changed', async () => {
    const plain = await exported({ format: 'docx' });
    const review = await exported({ format: 'docx', review: true });
    expect(await differences(review.manifest)).toEqual([]);
    const begun = { briefId, threadId: 't', quote: 'q', comment: { id: 'c', author: 'B.', text: 'Why?' } };
    beginThread(library.context.db, begun);
    expect(await differences(plain.manifest)).toEqual([]);
    expect(await differences(review.manifest)).toEqual([
      expect.stringMatching(/^changed: brief .*: its settings or its comments were changed since$/u),
    ]);
    expect(await differences((await exported({ format: 'docx', review: true })).manifest)).toEqual([]);
    updateSettings(library.context.db, briefId, { author: 'Else' });
    expect(await differences(plain.manifest)).toHaveLength(1);
  });

  it('tells an original that was changed or is gone', async () => {
    const { manifest } = await exported();
    await keepOriginal('other bytes');
    expect(await differences(manifest)).toEqual([
      expect.stringMatching(/^changed: source \d+.*source\.txt was changed: SHA-256 was .{64}, is .{64}$/u),
    ]);
    await rm(join(library.context.folder.originals, hash(original)));
    expect(await differences(manifest)).toEqual([
      expect.stringMatching(/^missing: .*its original source\.txt is gone$/u),
    ]);
  });

  it('tells a source whose metadata or text changed, that lies in the trash, or is not there', async () => {
    const { manifest } = await exported();
    const { db } = library.context;
    updateMetadata(db, { id: kim, csl: { ...source, volume: '4' }, accept: [] });
    expect(await differences(manifest)).toEqual([expect.stringContaining('its metadata were changed')]);
    updateMetadata(db, { id: kim, csl: source, accept: [] });
    expect(await differences(manifest)).toEqual([]);
    db.prepare("UPDATE article SET trashed_at = '2026-11-23' WHERE id = ?").run(kim);
    db.prepare("UPDATE article_version SET text = 'Forged.' WHERE id = ?").run(kim);
    expect(await differences(manifest)).toEqual([
      expect.stringContaining('was moved to the trash'),
      expect.stringContaining(`version ${kim} of its text was changed`),
    ]);
    const [first] = manifest.sources;
    const gone = { ...manifest, sources: [{ ...first!, id: 4711 }], missing: [4712] };
    expect(await differences(gone)).toEqual([
      expect.stringMatching(/^missing: source 4711/u),
      expect.stringMatching(/^unchecked: source 4712: was not in the library/u),
    ]);
  });

  it('tells a style and a template that were changed, and another Dossier', async () => {
    const { manifest } = await exported({ format: 'pdf' });
    const other = '0'.repeat(64);
    const changed: Manifest = {
      ...manifest,
      app: { name: 'Dossier', version: '9.9.9' },
      style: { ...manifest.style, sha256: other },
      template: { ...manifest.template!, sha256: other },
    };
    expect(await differences(changed)).toEqual([
      expect.stringMatching(/^unchecked: Dossier 9\.9\.9 exported it, this is 0\.0\.0/u),
      expect.stringMatching(/^changed: citation style chicago-notes/u),
      expect.stringMatching(/^changed: design think-tank/u),
    ]);
    const gone = { ...manifest, style: { ...manifest.style, id: 'gone' } };
    expect(await differences(gone)).toEqual([expect.stringMatching(/^missing: citation style gone/u)]);
  });
});
