import { expect, it } from 'vitest';
import type { CslItem } from '#domain/csl.ts';
import { biblatex } from './biblatex.ts';
import { cslJson } from './cslJson.ts';
import { ris } from './ris.ts';

const CHAPTER: CslItem = {
  type: 'chapter',
  title: 'NATO’s 50% & “more” in {the} North',
  author: [
    { family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van den', suffix: 'Jr.' },
    { family: 'Humboldt', given: 'Alexander', 'dropping-particle': 'von' },
    { family: 'de facto', given: 'A' },
    { literal: 'Smith, Jones and Co.' },
    { family: '김', given: '철수' },
  ],
  editor: [{ family: 'García Márquez', given: 'Ana' }],
  interviewer: [{ family: 'Roe', given: 'Bo' }],
  'container-title': 'The Handbook',
  issued: {
    'date-parts': [
      [2019, 5, 9],
      [2020, 1],
    ],
    circa: true,
  },
  accessed: { 'date-parts': [[2024, 2, 1]] },
  page: '12–14',
  language: 'en-GB',
  note: 'One.\nTwo -- three.',
  URL: 'https://example.org/a_b?x={1}',
};

it('BibLaTeX: entries that TeX and biber read', () => {
  expect(biblatex.write({ key: 'berg#2019', csl: CHAPTER, tags: ['Türkiye', 'R&D_1'] })).toBe(
    `@incollection{berg-2019,
  author = {van den Berg, Jr., Jan and family={Humboldt}, given={Alexander}, prefix={von}, useprefix=false and {de facto}, A and {Smith, Jones and Co.} and {김}, {철수}},
  editor = {{García Márquez}, Ana},
  editora = {Roe, Bo},
  editoratype = {interviewer},
  title = {{NATO’s} 50\\% \\& “more” in \\{the\\} North},
  booktitle = {The Handbook},
  date = {2019-05-09~/2020-01~},
  urldate = {2024-02-01},
  pages = {12--14},
  url = {https://example.org/a_b?x=%7B1%7D},
  note = {One.

Two -{}- three.},
  langid = {british},
  keywords = {Türkiye, R\\&D\\_1},
  options = {useprefix=true},
}
`,
  );
  const season: CslItem = {
    type: 'treaty',
    title: 'T',
    issued: { 'date-parts': [[1999]], season: 2 },
    language: 'kk',
  };
  expect(biblatex.write({ key: 'k', csl: season, tags: [] })).toBe(
    '@legal{k,\n  title = {T},\n  date = {1999-22},\n  language = {kk},\n  entrysubtype = {treaty},\n}\n',
  );
});

it('RIS: records with a line for each name and paragraph', () => {
  expect(ris.write({ key: 'berg2019', csl: CHAPTER, tags: ['Türkiye'] }).split('\r\n')).toEqual([
    'TY  - CHAP',
    'AU  - van den Berg, Jan, Jr.',
    'AU  - von Humboldt, Alexander',
    'AU  - de facto, A',
    'AU  - Smith,, Jones and Co.',
    'AU  - 김, 철수',
    'A2  - García Márquez, Ana',
    'TI  - NATO’s 50% & “more” in {the} North',
    'T2  - The Handbook',
    'N1  - One.',
    'N1  - Two -- three.',
    'LA  - en-GB',
    'ID  - berg2019',
    'PY  - 2019',
    'DA  - 2019/05/09/circa to 2020-01',
    'Y2  - 2024/02/01/',
    'SP  - 12',
    'EP  - 14',
    'UR  - https://example.org/a_b?x={1}',
    'KW  - Türkiye',
    'ER  - ',
    '',
  ]);
  const treaty: CslItem = { type: 'treaty', title: 'T', genre: 'Protocol', ISBN: '1', ISSN: '1234-5678' };
  const lines = ris.write({ key: 'k', csl: treaty, tags: [] }).split('\r\n');
  expect(lines).toEqual(
    expect.arrayContaining(['TY  - LEGAL', 'M3  - Treaty', 'M3  - Protocol', 'SN  - 1234-5678', 'SN  - 1']),
  );
});

const MARKED: CslItem = {
  type: 'article-journal',
  title: 'The Mayak case: H₂O, de Gaulle & 50% of NATO',
  'container-title': 'Sea studies',
  markup: {
    title:
      'The <i>Mayak</i> case: H<sub>2</sub>O, <span class="nocase">de Gaulle</span> & <b>50%</b> of <span style="font-variant:small-caps;">NATO</span>',
    'container-title': '<i>Sea</i> studies',
    'title-short': 'Of another title',
  },
};

it('marks in titles: as each format writes them', () => {
  const reference = { key: 'k', csl: MARKED, tags: [] };
  const { title, markup, ...json } = JSON.parse(cslJson.write(reference)) as Record<string, unknown>;
  expect(title).toBe(MARKED.markup!.title);
  expect(json['container-title']).toBe('<i>Sea</i> studies');
  expect(markup).toBeUndefined();
  const bib = biblatex.write(reference);
  expect(bib).toContain(
    '  title = {The \\emph{Mayak} case: H\\textsubscript{2}O, {de Gaulle} \\& \\textbf{50\\%} of \\textsc{{NATO}}},\n',
  );
  expect(bib).toContain('  journaltitle = {\\emph{Sea} studies},\n');
  expect(ris.write(reference)).toContain('TI  - The Mayak case: H₂O, de Gaulle & 50% of NATO\r\n');
});

it('CSL-JSON: the metadata, with the key as id and tags as keywords', () => {
  const csl: CslItem = { type: 'book', title: 'T', keyword: 'own; R&D' };
  expect(JSON.parse(cslJson.write({ key: 'k', csl, tags: ['R&D', 'sea'] }))).toEqual({
    id: 'k',
    'citation-key': 'k',
    type: 'book',
    title: 'T',
    keyword: 'R&D; sea; own',
  });
});
