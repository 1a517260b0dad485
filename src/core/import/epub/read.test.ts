import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as fc from 'fast-check';
import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { pageAt } from '#domain/article.ts';
import { damaged, readsOrRefuses } from '#test/import/damage.ts';
import { type ReadArticle, readArticle } from '../read/article.ts';

const fixture = readFileSync(
  resolve(import.meta.dirname, '../../../../test/fixtures/import/epub-3-notes-pages/source.epub'),
);
const read = (bytes: Uint8Array): Promise<ReadArticle> => readArticle({ bytes, fileName: 'a.epub' });
const changed = (files: Zippable): Uint8Array => zipSync({ ...unzipSync(fixture), ...files });
const packageWith = (href: string): Uint8Array =>
  strToU8(
    `<package><metadata/><manifest><item id="x" href="${href}" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="x"/></spine></package>`,
  );

describe('EPUB books', () => {
  it('keeps the pages of the printed book as locators', async () => {
    const { content } = await read(fixture);
    expect(pageAt(content, content.text.indexOf('north mole'))).toBe('8');
  });

  it('says so where chapters are missing, and reads the others', async () => {
    const files = unzipSync(fixture);
    delete files['OEBPS/text/two b.xhtml'];
    const { messages, content } = await read(zipSync(files));
    expect(messages).toEqual(['One chapter is missing from the file or cannot be read.']);
    expect(content.text).toContain('three lights');
  });

  it('does not let a book pass its own signs of pages', async () => {
    const chapter = strToU8(
      '<html><body><p>The strait \uE0029999\uE003 is nine miles long, and has three lights.</p></body></html>',
    );
    const { content } = await read(changed({ 'OEBPS/text/one.xhtml': chapter }));
    expect(content.pages).toBeUndefined();
  });

  const encryption = (algorithm: string): Uint8Array =>
    strToU8(
      `<encryption><EncryptedData><EncryptionMethod Algorithm="${algorithm}"/></EncryptedData></encryption>`,
    );
  const cases: [what: string, bytes: () => Uint8Array, reason: string][] = [
    ['another archive', () => zipSync({ 'a.txt': strToU8('Words') }), 'is not an EPUB book'],
    ['no archive', () => Buffer.from('Only words, and no archive at all.'), 'is not an EPUB book'],
    ['a book that was cut off', () => fixture.subarray(0, 2000), 'was cut off'],
    [
      'a protected book',
      () => changed({ 'META-INF/encryption.xml': encryption('http://www.w3.org/2001/04/xmlenc#aes256-cbc') }),
      'encrypted against copying',
    ],
    [
      'paths that climb in the archive',
      () => changed({ '../../outside.xhtml': strToU8('x') }),
      'leads out of its folder',
    ],
    [
      'paths that climb in the package',
      () => changed({ 'OEBPS/package.opf': packageWith('../../../../etc/passwd') }),
      'No text of an article',
    ],
    [
      'a chapter that unpacks to too much',
      () => changed({ 'OEBPS/text/one.xhtml': new Uint8Array(3_000_000) }),
      'times its size',
    ],
    [
      'a package that is broken',
      () => changed({ 'OEBPS/package.opf': strToU8('<package><manifest><item') }),
      'No text of an article',
    ],
  ];
  it.each(cases)('refuses %s', async (_what, bytes, reason) => {
    await expect(read(bytes())).rejects.toThrow(
      expect.objectContaining({ code: 'file_unreadable', message: expect.stringContaining(reason) }),
    );
  });

  it('reads chapters that are nested too deeply as flat text', async () => {
    const deep = `<html><body>${'<div>'.repeat(50_000)}The strait is nine miles long.${'</div>'.repeat(50_000)}</body></html>`;
    const { content } = await read(changed({ 'OEBPS/text/one.xhtml': strToU8(deep) }));
    expect(content.text).toContain('The strait is nine miles long.');
  });

  it('meets any damage, of the archive or of its files, with an article or a message', async () => {
    const files = unzipSync(fixture);
    const inside = fc
      .constantFrom('OEBPS/package.opf', 'OEBPS/text/one.xhtml', 'OEBPS/nav.xhtml', 'META-INF/container.xml')
      .chain((name) => damaged(files[name]!).map((part) => changed({ [name]: part })));
    const property = fc.asyncProperty(fc.oneof(damaged(fixture), inside), (copy) =>
      readsOrRefuses(() => read(copy)),
    );
    await expect(fc.assert(property, { numRuns: 100 })).resolves.toBeUndefined();
  });
});
