import { describe, expect, it } from 'vitest';
import { CONTEXT_LENGTH, selectQuote } from './snippet.ts';

const text = `${'a'.repeat(50)} the exact words ${'z'.repeat(50)}`;

describe('selectQuote', () => {
  it('keeps the exact words and 32 characters on each side', () => {
    const start = text.indexOf('the exact');
    const quote = selectQuote(text, start, start + 'the exact words'.length);
    expect(quote.exact).toBe('the exact words');
    expect(quote.prefix).toBe(text.slice(start - CONTEXT_LENGTH, start));
    expect(quote.suffix).toHaveLength(CONTEXT_LENGTH);
  });

  it.each([
    [-1, 3],
    [5, 5],
    [9, 4],
    [0, text.length + 1],
    [50, 51],
  ])('refuses the range %i to %i, which holds no text', (start, end) => {
    expect(() => selectQuote(text, start, end)).toThrow(RangeError);
  });
});
