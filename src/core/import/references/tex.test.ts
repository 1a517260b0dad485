import { expect, it } from 'vitest';
import { loadTex } from './tex.ts';

it('puts accents on the letters that TeX has taken the dot from', async () => {
  const tex = await loadTex();
  expect(tex.text(String.raw`Mar{\'\i}a and {\"\i}le, {\^\j}eto`)).toBe('María and ïle, ĵeto');
  expect(tex.names(String.raw`de la Cruz, Mar{\'\i}a and Isik, {\i}lk`)).toMatchObject([
    { family: 'Cruz', given: 'María' },
    { given: 'ılk' },
  ]);
});
