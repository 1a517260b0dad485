import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { readArticle } from './article.ts';
import { repairMojibake } from './mojibake.ts';

/** What becomes of UTF-8 that is read as Windows-1252. */
const garbled = (text: string): string =>
  new TextDecoder('windows-1252').decode(new TextEncoder().encode(text));

it.each([
  'Français, élève, garçon – “déjà vu”',
  'Größe, Übung und Maß',
  'Ремонт кабеля отложен',
  '해저 케이블 수리',
  'İnceleme sürüyor, çalışmalar ağır',
])('puts %j right', (text) => {
  expect(repairMojibake(garbled(text))).toBe(text);
});

it.each([
  ['plain', 'Nothing but ASCII.'],
  ['what was read rightly', 'Français, élève, garçon – “déjà vu”'],
  ['text that is garbled in part only', `${garbled('Français, élève')} and élève`],
  ['text about it', 'It shows “Ã©” where é was meant.'],
  ['one sequence that may be meant', 'The variable Ã© was renamed.'],
  ['letters of other scripts', `${garbled('Français, élève, garçon')} 해저`],
])('leaves %s alone', (_what, text) => {
  expect(repairMojibake(text)).toBeNull();
});

it('never changes what comes out right', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const meant = repairMojibake(garbled(text));
      expect([text, null]).toContain(meant);
    }),
  );
});

it('marks what it inferred of an article as unconfirmed, and says so', async () => {
  const text =
    'Réparations différées à Brême\n\nLe ministère a annoncé la suspension des inspections des câbles.\n';
  const bytes = new TextEncoder().encode(garbled(text));
  const { metadata, content, messages } = await readArticle({ bytes, fileName: 'a.txt' });
  expect(metadata.csl.title).toBe('Réparations différées à Brême');
  expect(metadata.unconfirmed).toContain('title');
  expect(content.text).toContain('Le ministère a annoncé');
  expect(messages.join(' ')).toContain('put right');
});
