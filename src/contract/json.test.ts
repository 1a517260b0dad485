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
