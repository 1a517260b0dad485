import { expect, it } from 'vitest';
import { isCitationKey, keyBase, keySuffix, readKeyBase } from './citationKey.ts';
import type { CslItem, CslName } from './csl.ts';

const of = (author: CslName | null, more: Partial<CslItem> = {}): string =>
  keyBase({
    type: 'report',
    title: 'The state of the straits',
    issued: { 'date-parts': [[2023, 5]] },
    ...(author !== null && { author: [author] }),
    ...more,
  });

it('begins with the family name in ASCII, whatever its script', () => {
  const families: Record<string, string> = {
    Smith: 'smith2023',
    "O'Brien": 'obrien2023',
    'García Márquez': 'garciamarquez2023',
    Çağlar: 'caglar2023',
    İnönü: 'inonu2023',
    Işık: 'isik2023',
    Łukasiewicz: 'lukasiewicz2023',
    Straßburger: 'strassburger2023',
    Ærø: 'aero2023',
    Путин: 'putin2023',
    Зеленський: 'zelenskiy2023',
    Щедрый: 'shchedryy2023',
    Παπαδόπουλος: 'papadopoulos2023',
    Τσίπρας: 'tsipras2023',
    김: 'kim2023',
    선우: 'seonu2023',
    やまもと: 'yamamoto2023',
    ジョンソン: 'jonson2023',
  };
  for (const [family, key] of Object.entries(families))
    expect([family, of({ family, given: 'X' })]).toEqual([family, key]);
  expect(of({ family: 'Berg', 'non-dropping-particle': 'van den', given: 'A' })).toBe('berg2023');
});

it('shortens the names of organisations as people do', () => {
  const organisations: Record<string, string> = {
    Reuters: 'reuters2023',
    'World Bank': 'worldbank2023',
    'North Atlantic Treaty Organization (NATO)': 'nato2023',
    'World Health Organization': 'who2023',
    'Carnegie Endowment for International Peace': 'ceip2023',
    'Ministry of Foreign Affairs of the Republic of Türkiye': 'mfart2023',
    '한국국방연구원(KIDA)': 'kida2023',
  };
  for (const [literal, key] of Object.entries(organisations))
    expect([literal, of({ literal })]).toEqual([literal, key]);
});

it('takes a telling word where nobody is named, or a name cannot be read', () => {
  expect(of(null)).toBe('state2023');
  expect(of(null, { editor: [{ family: 'Jones' }] })).toBe('jones2023');
  expect(of({ literal: '外務省' })).toBe('state2023');
  expect(of({ literal: '外務省' }, { title: '外交青書', publisher: 'MOFA' })).toBe('mofa2023');
  expect(of({ literal: '外務省' }, { title: '外交青書' })).toBe('source2023');
  expect(of(null, { title: 'Im 3. Jahr' })).toBe('jahr2023');
});

it('ends with the year', () => {
  expect(keyBase({ type: 'book', title: 'Laws' })).toBe('lawsnd');
  expect(of({ family: 'Cicero' }, { issued: { 'date-parts': [[-44]] } })).toBe('cicero44bc');
  expect(readKeyBase('cicero44bc')).toEqual({ name: 'cicero', year: -44 });
  expect(readKeyBase('Smith2023')).toEqual({ name: 'smith', year: 2023 });
  expect(readKeyBase('lawsnd')).toEqual({ name: 'laws', year: null });
  for (const other of ['smith2023a', 'smith', '2023', 'smith:2023', ''])
    expect(readKeyBase(other)).toBeNull();
});

it('makes keys that Pandoc reads without braces', () => {
  for (const key of [
    'smith2023',
    '_x',
    '2023',
    'Müller:2020',
    'DBLP:conf/foo-bar',
    'https://example.org/a',
    'a.b',
  ])
    expect([key, isCitationKey(key)]).toEqual([key, true]);
  for (const key of ['', 'a b', 'a.', '-a', 'a..b', 'a{b}', 'a,b', 'a;b', '@a', 'a]', 'x'.repeat(201)])
    expect([key, isCitationKey(key)]).toEqual([key, false]);
});

it('counts suffixes as spreadsheets count columns', () => {
  expect([0, 1, 26, 27, 52, 53, 702, 703].map(keySuffix)).toEqual([
    '',
    'a',
    'z',
    'aa',
    'az',
    'ba',
    'zz',
    'aaa',
  ]);
});
