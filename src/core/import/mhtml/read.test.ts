import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { damaged, readsOrRefuses } from '#test/import/damage.ts';
import { type ReadArticle, readArticle } from '../read/article.ts';
import { readMime } from './parts.ts';

const fixture = readFileSync(
  resolve(import.meta.dirname, '../../../../test/fixtures/import/mhtml-chrome/source.mhtml'),
);
const read = (bytes: Uint8Array): Promise<ReadArticle> => readArticle({ bytes, fileName: 'a.mhtml' });
const page = (header: string, body: Uint8Array | string): Uint8Array =>
  Buffer.concat([Buffer.from(`MIME-Version: 1.0\r\n${header}\r\n\r\n`), Buffer.from(body)]);

describe('saved web pages', () => {
  // "한국의 항구는 겨울에도 열려 있다." in EUC-KR.
  const korean = 'x9GxucDHIMfXsbi0wiCw3L/vv6G1tSC/rbfBIMDWtNku';
  it.each([
    ['in base64', 'Content-Type: text/html; charset=euc-kr\r\nContent-Transfer-Encoding: base64', korean],
    [
      'as bytes, with the encoding stated by the page alone',
      'Content-Type: text/html',
      Buffer.concat([
        Buffer.from('<meta charset="euc-kr"><p>'),
        Buffer.from(korean, 'base64'),
        Buffer.from('</p>'),
      ]),
    ],
    [
      'with an encoding stated that it is not in',
      'Content-Type: text/html; charset=utf-8',
      Buffer.concat([
        Buffer.from('<meta charset="euc-kr"><p>'),
        Buffer.from(korean, 'base64'),
        Buffer.from('</p>'),
      ]),
    ],
  ])('reads a Korean page %s', async (_how, header, body) => {
    const { content } = await read(page(header, body));
    expect(content.text).toContain('항구는 겨울에도 열려 있다.');
  });

  it('does not take an address for one that could end the comment it is noted in', async () => {
    const header = 'Content-Type: text/html\r\nContent-Location: https://a.example/--><h1>x';
    const { content } = await read(page(header, '<p>Only this sentence is the text of the page.</p>'));
    expect(content.text).toBe('Only this sentence is the text of the page.');
  });

  it('goes into parts no deeper than people write them', () => {
    let nested = 'Content-Type: text/html\r\n\r\n<p>x</p>';
    for (let depth = 0; depth < 200; depth += 1)
      nested = `Content-Type: multipart/mixed; boundary="b${depth}"\r\n\r\n--b${depth}\r\n${nested}\r\n--b${depth}--`;
    expect(readMime(Buffer.from(nested)).parts).toHaveLength(1);
  });

  it.each([
    ['another kind of file', Buffer.from('%PDF-1.7 and so on'), 'is not a saved web page'],
    ['a message without a page', page('Content-Type: text/plain', 'Only words.'), 'is not a saved web page'],
    ['a page that was cut off before its text', fixture.subarray(0, 700), '“a.mhtml”'],
  ])('refuses %s', async (_what, bytes, reason) => {
    await expect(read(bytes)).rejects.toThrow(
      expect.objectContaining({ code: 'file_unreadable', message: expect.stringContaining(reason) }),
    );
  });

  it('meets any damage with an article or a message', async () => {
    const property = fc.asyncProperty(damaged(fixture), (bytes) => readsOrRefuses(() => read(bytes)));
    await expect(fc.assert(property, { numRuns: 60 })).resolves.toBeUndefined();
  });
});
