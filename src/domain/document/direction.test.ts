import { expect, test } from 'vitest';
import type { Block } from './ast.ts';
import { blockDirection, languageDirection, textDirection } from './direction.ts';

const paragraph = (text: string, dir?: 'ltr' | 'rtl'): Block => ({
  type: 'paragraph',
  ...(dir !== undefined && { dir }),
  children: [{ type: 'text', text, marks: [] }],
});

test('the first letter says how a text is read', () => {
  expect(textDirection('«2026» שלום Roe')).toBe('rtl');
  expect(textDirection('(12) Roe: مرحبا')).toBe('ltr');
  expect(textDirection('\u200F Roe')).toBe('rtl');
  expect(textDirection('12, 14')).toBeNull();
});

test('languages have a direction', () => {
  const tags = ['ar', 'he-IL', 'fa-IR', 'ur', 'ku-Arab', 'en-GB', 'az-Latn', 'ko-KR', 'no such'];
  const directions = 'rtl rtl rtl rtl rtl ltr ltr ltr ltr';
  expect(tags.map(languageDirection).join(' ')).toBe(directions);
});

test('a block is read as it was given, as its words say, or as the brief is', () => {
  expect(blockDirection(paragraph('مرحبا'), 'ltr')).toBe('rtl');
  expect(blockDirection(paragraph('مرحبا', 'ltr'), 'rtl')).toBe('ltr');
  expect(blockDirection(paragraph('2026'), 'rtl')).toBe('rtl');
  const cited: Block = {
    type: 'paragraph',
    children: [
      { type: 'citation', items: [{ articleId: 1 }] },
      { type: 'link', url: 'https://example.org', children: [{ type: 'text', text: 'שלום', marks: [] }] },
    ],
  };
  expect(blockDirection(cited, 'ltr')).toBe('rtl');
  const quote: Block = { type: 'quote', children: [paragraph('12'), paragraph('שלום')], source: null };
  expect(blockDirection(quote, 'ltr')).toBe('rtl');
  expect(blockDirection({ type: 'code', language: null, text: 'שלום' }, 'rtl')).toBe('ltr');
});
