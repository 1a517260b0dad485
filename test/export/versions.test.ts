/** A version of a brief is exported as it was. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Manifest } from '#contract/manifest.ts';
import { getBrief, saveBrief, updateSettings } from '#core/briefs/store.ts';
import { createVersions, type Versions } from '#core/versions/versions.ts';
import { citation, exportLibrary, type ExportLibrary, KIM, paragraph } from './library.ts';

let library: ExportLibrary;
let versions: Versions;
let briefId: number;
let versionId: number;
beforeAll(async () => {
  library = await exportLibrary();
  const { db } = library.context;
  versions = createVersions(library.context);
  const [kim] = library.addSources(KIM) as [number];
  briefId = library.addBrief([paragraph('As it was', citation({ articleId: kim }), '.')], { title: 'Then' });
  versionId = (await versions.handlers['versions.keep']({ briefId, name: 'Sent' })).id;
  const { document } = getBrief(db, briefId);
  const root = { ...document.root, children: [paragraph('As it is.')] };
  saveBrief(db, { id: briefId, revision: 0, document: { ...document, root } });
  updateSettings(db, briefId, { title: 'Now', styleId: 'apa' });
});
afterAll(async () => {
  await versions.close();
  await library.close();
});

const render = (input: { versionId?: number; manifest?: boolean; format?: 'md' | 'pdf' }) =>
  library.exporter.handlers['export.render']({ briefId, format: 'md', ...input });

it('is exported with its own words, settings and style, under its name', async () => {
  const file = await render({ versionId });
  expect(file.fileName).toBe('Then (Sent).md');
  const text = new TextDecoder().decode(file.bytes);
  expect(text).toContain('title: Then');
  expect(text).toContain('As it was[^1].');
  const now = await render({});
  expect(now.fileName).toBe('Now.md');
  expect(new TextDecoder().decode(now.bytes)).toContain('As it is.');
  expect((await render({ versionId, format: 'pdf' })).bytes.length).toBeGreaterThan(1000);
});

it('has a manifest that says which version it is, whatever the brief becomes', async () => {
  const read = async (): Promise<Manifest> => {
    const { beside } = await render({ versionId, manifest: true });
    return JSON.parse(new TextDecoder().decode(beside.at(-1)!.bytes)) as Manifest;
  };
  const manifest = await read();
  expect(manifest.brief).toMatchObject({
    title: 'Then',
    revision: 0,
    version: { id: versionId, name: 'Sent' },
  });
  updateSettings(library.context.db, briefId, { author: 'Somebody' });
  expect(await read()).toEqual(manifest);
  const briefCheck = async (of: Manifest) =>
    (await library.exporter.handlers['export.verify'](of)).find((check) => check.of === 'brief')!;
  expect(await briefCheck(manifest)).toMatchObject({ state: 'matches' });
  const gone = { ...manifest.brief, version: { ...manifest.brief.version!, id: 4711 } };
  expect(await briefCheck({ ...manifest, brief: gone })).toMatchObject({
    state: 'missing',
    message: expect.stringContaining('version 4711, “Sent” was removed, or thinned out'),
  });
});

it('is refused where it is another brief’s, or gone', async () => {
  const other = library.addBrief([paragraph('Other.')]);
  const handler = library.exporter.handlers['export.render'];
  await expect(handler({ briefId: other, versionId, format: 'md' })).rejects.toMatchObject({
    code: 'not_found',
  });
  await expect(render({ versionId: 4711 })).rejects.toMatchObject({ code: 'not_found' });
});

it('says where a part of it is damaged', async () => {
  // Which takes the versions apart into blocks.
  await versions.handlers['versions.list']({ briefId });
  library.context.db.prepare("UPDATE version_block SET data = x'00'").run();
  const { warnings } = await render({ versionId });
  expect(warnings).toEqual([
    expect.stringMatching(/^A part of this version is damaged in the library and left out/u),
  ]);
});
