import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { damaged } from '#test/import/damage.ts';
import type { ReadItem } from '../read/item.ts';
import { readItems } from '../read/readItems.ts';
import { fileInMemory } from '../read/sourceFile.ts';

const fixture = readFileSync(
  resolve(import.meta.dirname, '../../../../test/fixtures/items/eml-pdf-attachment/source.eml'),
);

async function read(bytes: Uint8Array | string): Promise<ReadItem[]> {
  const items: ReadItem[] = [];
  for await (const item of readItems(fileInMemory('a.eml', Buffer.from(bytes)))) items.push(item);
  return items;
}

const blocksOf = (item: ReadItem | undefined): string[] =>
  item?.kind === 'article'
    ? item.content.blocks.map(({ role, start, end }) => `${role}: ${item.content.text.slice(start, end)}`)
    : [];
const message = (headers: string[], ...body: string[]): string =>
  ['From: A B <a@x.example>', 'Date: Tue, 5 Mar 2024 23:30:00 -0800', ...headers, '', ...body].join('\r\n');

describe('e-mails', () => {
  it('keeps what is quoted apart from what is written, and the sender’s own day', async () => {
    const [item] = await read(
      message(
        ['Subject: Re: The lamp'],
        'It burns again.',
        '',
        'On Monday C D wrote:',
        '> Has anybody looked at the lamp on the north',
        '> mole?',
        '>',
        '> > It was dark.',
        '',
        'We changed the relay.',
      ),
    );
    expect(blocksOf(item)).toEqual([
      'paragraph: It burns again.',
      'paragraph: On Monday C D wrote:',
      'quote: Has anybody looked at the lamp on the north mole?',
      'quote: It was dark.',
      'paragraph: We changed the relay.',
    ]);
    expect(item).toMatchObject({ metadata: { csl: { issued: { 'date-parts': [[2024, 3, 5]] } } } });
  });

  it('reads old messages that do not say in which encoding they are', async () => {
    const text = message(
      ['Subject: Gruesse'],
      'Schöne Grüße aus Köln und bis übermorgen, für Ärger ist später Zeit.',
    );
    const [item] = await read(Buffer.from(text, 'latin1'));
    expect(blocksOf(item)[0]).toContain('Schöne Grüße aus Köln und bis übermorgen, für Ärger');
  });

  it('makes messages in a message items of their own, but not without end', async () => {
    let text = message(['Subject: The innermost'], 'The innermost text.');
    for (let depth = 0; depth < 40; depth += 1)
      text = message(
        [`Subject: Around ${depth}`, `Content-Type: multipart/mixed; boundary="b${depth}"`],
        `--b${depth}`,
        'Content-Type: text/plain',
        '',
        `Text around, at ${depth}.`,
        `--b${depth}`,
        'Content-Type: message/rfc822',
        '',
        text,
        `--b${depth}--`,
      );
    const items = await read(text);
    expect(items.map(({ kind }) => kind)).toEqual([
      'article',
      'article',
      'article',
      'article',
      'article',
      'refused',
    ]);
    expect(items.at(-1)).toMatchObject({ message: expect.stringContaining('too many messages') });
  });

  it('takes the folders off the name of an attachment', async () => {
    const items = await read(fixture);
    expect(items.map((item) => (item.kind === 'refused' ? item.name : item.original.name))).toEqual([
      'a.eml',
      'volume 9.pdf',
    ]);
  });

  it('gives what can be read where an attachment cannot', async () => {
    const broken = fixture.toString('latin1').replace('JVBERi0', 'AAAAAAA');
    const items = await read(Buffer.from(broken, 'latin1'));
    expect(items.map(({ kind }) => kind)).toEqual(['article', 'refused']);
  });

  it.each([
    ['another kind of file', 'Only words, and no header at all.', 'is not an e-mail message'],
    ['a message without anything', message(['Subject: Empty']), 'holds no text and no attachment'],
  ])('refuses %s', async (_what, bytes, reason) => {
    expect(await read(bytes)).toEqual([
      { kind: 'refused', name: 'a.eml', message: expect.stringContaining(reason) },
    ]);
  });

  it('meets any damage with items or a message', async () => {
    const property = fc.asyncProperty(damaged(fixture), async (bytes) => {
      const items = await read(bytes);
      const messages = items.flatMap((item) => (item.kind === 'refused' ? item.message : []));
      // A failure that no reader foresaw would be shown as such.
      expect(messages.join(' ')).not.toMatch(/Error|undefined|null/u);
    });
    await expect(fc.assert(property, { numRuns: 60 })).resolves.toBeUndefined();
  });
});
