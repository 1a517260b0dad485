import { expect, it } from 'vitest';
import { printable } from './characters.ts';

it('leaves text of any script as it is', () => {
  const text = 'Größe, 한국, 漢字 😀 👨‍👩‍👧 עברית\u200F a\u00ADb c\u200Bd e\tf\ng \uE000 \u{10FFF0}';
  expect(printable(text)).toBe(text);
});

it('takes out what is no text', () => {
  expect(printable('a\u0000b\u0007c\u009Fd\uFEFFe\uFFFEf\uFDD0g')).toBe('abcdefg');
  expect(printable('\uD800 \uDC00')).toBe('\uFFFD \uFFFD');
});

it('makes line ends of the breaks that Word writes', () => {
  expect(printable('a\vb\fc')).toBe('a\nb\nc');
});
