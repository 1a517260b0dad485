import { describe, expect, it } from 'vitest';
import { decodeJson, encodeJson } from './json.ts';

describe('JSON with bytes', () => {
  it('carries bytes of any value and length', () => {
    const bytes = Uint8Array.from({ length: 100_000 }, (_unused, index) => index % 256);
    const value = { ok: true, value: { bytes, empty: new Uint8Array(), list: [1, 'é', null] } };
    expect(decodeJson(encodeJson(value))).toEqual(value);
  });

  it('leaves objects that merely look like bytes alone', () => {
    const value = { $bytes: 'AAAA', more: 1 };
    expect(decodeJson(encodeJson(value))).toEqual(value);
  });
});

it('writes what is JSON already into the JSON around it, and nothing else of that look', () => {
  const inner = { text: 'a "quote" and a \ud800' };
  expect(decodeJson(encodeJson({ id: 1, none: undefined, inner: { $json: JSON.stringify(inner) } }))).toEqual(
    {
      id: 1,
      inner,
    },
  );
  for (const value of [
    { a: { $json: 1 } },
    { a: { $json: '1', b: 2 } },
    { a: { b: { $json: '1' } } },
    [null],
  ])
    expect(decodeJson(encodeJson(value))).toEqual(value);
});
