import { describe, expect, it } from 'vitest';
import { looksLikeName, readName, readNames } from './names.ts';

describe('names', () => {
  it.each([
    ['Elcan TOKMAK', { given: 'Elcan', family: 'Tokmak' }],
    ['Şule YILMAZ', { given: 'Şule', family: 'Yılmaz' }],
    ['KISHIDA Fumio', { family: 'Kishida', given: 'Fumio' }],
    ['Pollmann, Mina', { family: 'Pollmann', given: 'Mina' }],
    ['Prof. Dr. Dora M. Whitlock, PhD', { given: 'Dora M.', family: 'Whitlock' }],
    ['Pieter van der Meulen', { given: 'Pieter', 'non-dropping-particle': 'van der', family: 'Meulen' }],
    ['Martin King Jr.', { given: 'Martin', family: 'King', suffix: 'Jr.' }],
    ['김하늘', { family: '김', given: '하늘' }],
    ['남궁민수', { family: '남궁', given: '민수' }],
    ['小川 美咲', { family: '小川', given: '美咲' }],
    ['小川美咲', { literal: '小川美咲' }],
    ['Office for Seabed Infrastructure', { literal: 'Office for Seabed Infrastructure' }],
    ['Plato', { literal: 'Plato' }],
  ])('reads %s', (printed, expected) => {
    expect(readName(printed)).toEqual(expected);
  });

  it.each([
    ['Jane Doe and John Roe', ['Doe', 'Roe']],
    ['Jane Doe, John Roe & Ann Poe', ['Doe', 'Roe', 'Poe']],
    ['Doe, Jane; Roe, John', ['Doe', 'Roe']],
    ['Doe, Jane', ['Doe']],
    ['Ayşe Kaya ve Ali Demir', ['Kaya', 'Demir']],
    ['Jane Doe, Reuters', ['Doe']],
    ['Jane Doe, John Roe', ['Doe', 'Roe']],
    ['Jane Doe, Saudi Arabia', ['Doe']],
    ['Jane Doe, Port Louis', ['Doe']],
    ['Jane Doe, Senior Fellow', ['Doe']],
    ['Jane Doe, Washington, D.C.', ['Doe']],
  ])('reads the list %s', (printed, families) => {
    expect(readNames(printed).map((name) => name.family)).toEqual(families);
  });

  it('tells names from other lines', () => {
    expect(['Jane Doe', 'Noor el-Hadi', 'Ludwig van Beethoven', '김민수'].every(looksLikeName)).toBe(true);
    expect(
      ['Domestic hurdles', 'The', 'A line that goes on and on', 'Skip to content'].some(looksLikeName),
    ).toBe(false);
  });
});
