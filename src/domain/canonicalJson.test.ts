import { expect, it } from 'vitest';
import { canonicalJson } from './canonicalJson.ts';

it('writes data that came in different orders alike, and keeps the order of lists', () => {
  const data = { b: [2, 1, { d: null, c: 'x y' }], a: { z: true, y: undefined } };
  expect(canonicalJson(data)).toBe('{"a":{"z":true},"b":[2,1,{"c":"x y","d":null}]}');
  expect(canonicalJson({ a: { y: undefined, z: true }, b: data.b })).toBe(canonicalJson(data));
});
