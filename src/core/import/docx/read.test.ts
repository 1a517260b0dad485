import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as fc from 'fast-check';
import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { damaged, readsOrRefuses } from '#test/import/damage.ts';
import { type ReadArticle, readArticle } from '../read/article.ts';

const fixture = readFileSync(
  resolve(import.meta.dirname, '../../../../test/fixtures/import/docx-notes-table-lists/source.docx'),
);
const read = (bytes: Uint8Array): Promise<ReadArticle> => readArticle({ bytes, fileName: 'a.docx' });

/** The document with other parts. */
function changed(parts: Zippable): Uint8Array {
  return zipSync({ ...unzipSync(fixture), ...parts });
}

const document = (body: string): Uint8Array =>
  strToU8(
    `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  );
const paragraph = (text: string, bold = false): string =>
  `<w:p><w:r><w:rPr>${bold ? '<w:b/>' : ''}</w:rPr><w:t>${text}</w:t></w:r></w:p>`;

describe('Word documents', () => {
  it('takes short bold paragraphs for headings where nothing is styled as one', async () => {
    const body = [
      paragraph('Dues', true),
      paragraph('Every ship that enters the harbour in winter pays a due to the port.'),
      paragraph('Lamps', true),
      paragraph('The lamps on the mole were bought with the dues of one winter alone.'),
    ];
    const { content } = await read(changed({ 'word/document.xml': document(body.join('')) }));
    expect(content.blocks.map(({ role }) => role)).toEqual(['heading', 'paragraph', 'heading', 'paragraph']);
    expect(content.marks).toEqual([]);
  });

  it('reads no other file, whatever a picture in it links to', async () => {
    const drawing = `<w:p><w:r><w:t>Before the picture stands enough text to be read.</w:t></w:r><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:link="rLink" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
    const { content } = await read(changed({ 'word/document.xml': document(drawing) }));
    expect(content.text).toBe('Before the picture stands enough text to be read.');
  });

  const cases: [what: string, bytes: () => Uint8Array, reason: string][] = [
    ['another archive', () => zipSync({ 'a.txt': strToU8('Words') }), 'is not a Word document'],
    ['no archive', () => Buffer.from('Only words, and no archive at all.'), 'is not a Word document'],
    ['a file that was cut off', () => fixture.subarray(0, 3000), 'was cut off'],
    ['an encrypted or old file', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'protected by a password'],
    ['a part that is missing', () => changed({ 'word/document.xml': strToU8('') }), 'damaged'],
    [
      'deep nesting',
      () =>
        changed({
          'word/document.xml': document(
            `${'<w:sdt><w:sdtContent>'.repeat(20_000)}${'</w:sdtContent></w:sdt>'.repeat(20_000)}`,
          ),
        }),
      'nested more deeply',
    ],
    [
      'a part that unpacks to too much',
      () => changed({ 'word/document.xml': new Uint8Array(3_000_000) }),
      'times its size',
    ],
  ];
  it.each(cases)('refuses %s', async (_what, bytes, reason) => {
    await expect(read(bytes())).rejects.toThrow(
      expect.objectContaining({ code: 'file_unreadable', message: expect.stringContaining(reason) }),
    );
  });

  it('leaves entities that would grow without end as they are', async () => {
    const entities = Array.from(
      { length: 12 },
      (_entity, index) => `<!ENTITY e${index + 1} "${`&e${index};`.repeat(10)}">`,
    );
    const bomb = `<!DOCTYPE w:document [<!ENTITY e0 "grow">${entities.join('')}]>${Buffer.from(document(paragraph('Text before &e12; and behind it.'))).toString()}`;
    const outcome = read(changed({ 'word/document.xml': strToU8(bomb) })).then(
      ({ content }) => content.text.length,
      () => 0,
    );
    expect(await outcome).toBeLessThan(100);
  });

  it('meets any damage, of the archive or of its text, with an article or a message', async () => {
    const text = unzipSync(fixture)['word/document.xml']!;
    const bytes = fc.oneof(
      damaged(fixture),
      damaged(text).map((part) => changed({ 'word/document.xml': [part, { level: 0 }] })),
    );
    const property = fc.asyncProperty(bytes, (copy) => readsOrRefuses(() => read(copy)));
    await expect(fc.assert(property, { numRuns: 60 })).resolves.toBeUndefined();
  });
});
