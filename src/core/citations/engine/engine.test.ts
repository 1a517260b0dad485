import { describe, expect, it } from 'vitest';
import { type CitationItem, plainText, type RichText } from '#domain/citation.ts';
import type { CslItem } from '#domain/csl.ts';
import { formatCitations } from './engine.ts';

const date = (...parts: number[]): CslItem['issued'] => ({ 'date-parts': [parts] });
const kim = { family: 'Kim', given: 'Marie' };
const book = (author: CslItem['author'], title = 'A history of claims'): CslItem => ({
  type: 'book',
  title,
  publisher: 'Oxford University Press',
  'publisher-place': 'Oxford',
  issued: date(2004),
  ...(author === undefined ? {} : { author }),
});

const page: CslItem = {
  type: 'webpage',
  title: 'Elcan Tokmak on migration',
  author: [{ family: 'Tokmak', given: 'Elcan' }],
  'container-title': 'IICSR',
  issued: date(2023, 5, 9),
  URL: 'https://iicsr.example/tokmak?a=1&b=2',
};
const journal: CslItem = {
  type: 'article-journal',
  title: 'Forced labor compensation',
  author: [kim],
  'container-title': 'Asian Law Review',
  volume: '3',
  issue: '2',
  page: '112-119',
  DOI: '10.1000/xyz',
  issued: date(2019),
};

interface Setting {
  styleId?: string;
  language?: string;
}

function format(items: Record<number, CslItem>, clusters: CitationItem[][], setting: Setting = {}) {
  const formatted = formatCitations({
    styleId: setting.styleId ?? 'chicago-notes',
    language: setting.language ?? 'en',
    clusters,
    footnotes: [],
    uncited: [],
    items: new Map(Object.entries(items).map(([id, item]) => [Number(id), item])),
  });
  return {
    ...formatted,
    texts: formatted.clusters.map((cluster) => plainText(cluster.content)),
    sources: formatted.bibliography.map((entry) => plainText(entry.content)),
  };
}

/** What one source gives when it is cited once, on page 5 of it. */
function citeOnce(item: CslItem, setting: Setting): [citation: string, source: string] {
  const { texts, sources } = format({ 1: item }, [[{ articleId: 1, locator: '5' }]], setting);
  return [texts[0]!, sources[0]!];
}

/** [what, item, note, Chicago's list, in text, APA's list] */
const SOURCES: [string, CslItem, string, string, string, string][] = [
  [
    'a web page',
    page,
    'Elcan Tokmak, “Elcan Tokmak on Migration,” IICSR, May 9, 2023, 5, https://iicsr.example/tokmak?a=1&b=2.',
    'Tokmak, Elcan. “Elcan Tokmak on Migration.” IICSR, May 9, 2023. https://iicsr.example/tokmak?a=1&b=2.',
    '(Tokmak, 2023, p. 5)',
    'Tokmak, E. (2023, May 9). Elcan Tokmak on migration. IICSR. https://iicsr.example/tokmak?a=1&b=2',
  ],
  [
    'a newspaper article',
    {
      type: 'article-newspaper',
      title: 'Seoul settles wartime claims',
      author: [{ family: 'Smith', given: 'Anna' }],
      'container-title': 'The Times',
      page: '4',
      issued: date(2023, 3, 6),
    },
    'Anna Smith, “Seoul Settles Wartime Claims,” The Times, March 6, 2023, 5.',
    'Smith, Anna. “Seoul Settles Wartime Claims.” The Times, March 6, 2023.',
    '(Smith, 2023, p. 5)',
    'Smith, A. (2023, March 6). Seoul settles wartime claims. The Times, 4.',
  ],
  [
    'a magazine article',
    {
      type: 'article-magazine',
      title: 'The long reckoning',
      author: [{ family: 'Okafor', given: 'Chidi' }],
      'container-title': 'The Economist',
      issued: date(2019, 8),
      page: '22-25',
    },
    'Chidi Okafor, “The Long Reckoning,” The Economist, August 2019, 5.',
    'Okafor, Chidi. “The Long Reckoning.” The Economist, August 2019.',
    '(Okafor, 2019, p. 5)',
    'Okafor, C. (2019, August). The long reckoning. The Economist, 22–25.',
  ],
  [
    'a report of an organisation',
    {
      type: 'report',
      title: 'World migration report',
      author: [{ literal: 'International Organization for Migration' }],
      publisher: 'IOM',
      'publisher-place': 'Geneva',
      number: '12',
      issued: date(2022),
    },
    'International Organization for Migration, World Migration Report (Geneva: IOM, 2022), 5.',
    'International Organization for Migration. World Migration Report. Geneva: IOM, 2022.',
    '(International Organization for Migration, 2022, p. 5)',
    'International Organization for Migration. (2022). World migration report (No. 12). IOM.',
  ],
  [
    'a journal article',
    journal,
    'Marie Kim, “Forced Labor Compensation,” Asian Law Review 3, no. 2 (2019): 5, https://doi.org/10.1000/xyz.',
    'Kim, Marie. “Forced Labor Compensation.” Asian Law Review 3, no. 2 (2019): 112–19. https://doi.org/10.1000/xyz.',
    '(Kim, 2019, p. 5)',
    'Kim, M. (2019). Forced labor compensation. Asian Law Review, 3(2), 112–119. https://doi.org/10.1000/xyz',
  ],
  [
    'a book',
    { ...book([kim]), edition: '2' },
    'Marie Kim, A History of Claims, 2nd ed. (Oxford: Oxford University Press, 2004), 5.',
    'Kim, Marie. A History of Claims. 2nd ed. Oxford: Oxford University Press, 2004.',
    '(Kim, 2004, p. 5)',
    'Kim, M. (2004). A history of claims (2nd ed.). Oxford University Press.',
  ],
  [
    'a chapter',
    {
      type: 'chapter',
      title: 'Claims',
      author: [{ family: 'Lee', given: 'Ada' }],
      editor: [{ family: 'Roe', given: 'Jane' }],
      'container-title': 'Handbook of law',
      publisher: 'CUP',
      page: '1-9',
      issued: date(2011),
    },
    'Ada Lee, “Claims,” in Handbook of Law, ed. Jane Roe (CUP, 2011), 5.',
    'Lee, Ada. “Claims.” In Handbook of Law, edited by Jane Roe, 1–9. CUP, 2011.',
    '(Lee, 2011, p. 5)',
    'Lee, A. (2011). Claims. In J. Roe (Ed.), Handbook of law (pp. 1–9). CUP.',
  ],
  [
    'an organisation as the author of a page',
    {
      type: 'webpage',
      title: 'Joint statement',
      author: [{ literal: 'Ministry of Foreign Affairs' }],
      issued: date(2015, 12, 28),
    },
    'Ministry of Foreign Affairs, “Joint Statement,” December 28, 2015, 5.',
    'Ministry of Foreign Affairs. “Joint Statement,” December 28, 2015.',
    '(Ministry of Foreign Affairs, 2015, p. 5)',
    'Ministry of Foreign Affairs. (2015, December 28). Joint statement.',
  ],
  [
    'a page without an author',
    { type: 'webpage', title: 'Timeline of the dispute', 'container-title': 'BBC News', issued: date(2020) },
    '“Timeline of the Dispute,” BBC News, 2020, 5.',
    'BBC News. “Timeline of the Dispute,” 2020.',
    '(Timeline of the Dispute, 2020, p. 5)',
    'Timeline of the dispute. (2020). BBC News.',
  ],
  [
    'a page without a date',
    {
      type: 'webpage',
      title: 'About us',
      author: [{ literal: 'Claims Institute' }],
      accessed: date(2024, 1, 5),
      URL: 'https://ci.example/about',
    },
    'Claims Institute, “About Us,” 5, accessed January 5, 2024, https://ci.example/about.',
    'Claims Institute. “About Us.” Accessed January 5, 2024. https://ci.example/about.',
    '(Claims Institute, n.d., p. 5)',
    'Claims Institute. (n.d.). About us. Retrieved January 5, 2024, from https://ci.example/about',
  ],
  [
    'two authors',
    book([kim, { family: 'Roe', given: 'Jane' }]),
    'Marie Kim and Jane Roe, A History of Claims (Oxford: Oxford University Press, 2004), 5.',
    'Kim, Marie, and Jane Roe. A History of Claims. Oxford: Oxford University Press, 2004.',
    '(Kim & Roe, 2004, p. 5)',
    'Kim, M., & Roe, J. (2004). A history of claims. Oxford University Press.',
  ],
  [
    'three authors',
    book([kim, { family: 'Roe', given: 'Jane' }, { family: 'Doe', given: 'John' }]),
    'Marie Kim, Jane Roe, and John Doe, A History of Claims (Oxford: Oxford University Press, 2004), 5.',
    'Kim, Marie, Jane Roe, and John Doe. A History of Claims. Oxford: Oxford University Press, 2004.',
    '(Kim et al., 2004, p. 5)',
    'Kim, M., Roe, J., & Doe, J. (2004). A history of claims. Oxford University Press.',
  ],
  [
    'four authors',
    book([kim, { family: 'Roe', given: 'Jane' }, { family: 'Doe', given: 'John' }, { family: 'Fox' }]),
    'Marie Kim et al., A History of Claims (Oxford: Oxford University Press, 2004), 5.',
    'Kim, Marie, Jane Roe, John Doe, and Fox. A History of Claims. Oxford: Oxford University Press, 2004.',
    '(Kim et al., 2004, p. 5)',
    'Kim, M., Roe, J., Doe, J., & Fox. (2004). A history of claims. Oxford University Press.',
  ],
  [
    'an editor alone',
    { ...book(undefined), editor: [{ family: 'Roe', given: 'Jane' }] },
    'Jane Roe, ed., A History of Claims (Oxford: Oxford University Press, 2004), 5.',
    'Roe, Jane, ed. A History of Claims. Oxford: Oxford University Press, 2004.',
    '(Roe, 2004, p. 5)',
    'Roe, J. (Ed.). (2004). A history of claims. Oxford University Press.',
  ],
  [
    'Korean names',
    {
      type: 'article-newspaper',
      title: '강제동원 배상 판결',
      author: [
        { family: '홍', given: '길동' },
        { family: '김', given: '영희' },
      ],
      'container-title': '한겨레',
      issued: date(2023, 3, 6),
      language: 'ko',
    },
    '홍길동 and 김영희, “강제동원 배상 판결,” 한겨레, March 6, 2023, 5.',
    '홍길동 and 김영희. “강제동원 배상 판결.” 한겨레, March 6, 2023.',
    '(홍길동 & 김영희, 2023, p. 5)',
    '홍길동 & 김영희. (2023, March 6). 강제동원 배상 판결. 한겨레.',
  ],
  [
    'a Japanese name',
    { ...book([{ family: '山田', given: '太郎' }], '歴史の記憶'), language: 'ja' },
    '山田太郎, 歴史の記憶 (Oxford: Oxford University Press, 2004), 5.',
    '山田太郎. 歴史の記憶. Oxford: Oxford University Press, 2004.',
    '(山田, 2004, p. 5)',
    '山田太郎. (2004). 歴史の記憶. Oxford University Press.',
  ],
  [
    'a Chinese name',
    { ...book([{ family: '王', given: '小明' }], '历史'), language: 'zh-CN' },
    '王小明, 历史 (Oxford: Oxford University Press, 2004), 5.',
    '王小明. 历史. Oxford: Oxford University Press, 2004.',
    '(王小明, 2004, p. 5)',
    '王小明. (2004). 历史. Oxford University Press.',
  ],
  [
    'a German title, whose letters stay as they are',
    {
      ...book([{ family: 'von Weizsäcker', given: 'Ernst' }], 'Die Frage der Entschädigung'),
      language: 'de',
    },
    'Ernst von Weizsäcker, Die Frage der Entschädigung (Oxford: Oxford University Press, 2004), 5.',
    'Weizsäcker, Ernst von. Die Frage der Entschädigung. Oxford: Oxford University Press, 2004.',
    '(von Weizsäcker, 2004, p. 5)',
    'von Weizsäcker, E. (2004). Die Frage der Entschädigung. Oxford University Press.',
  ],
];

describe.each(SOURCES)('%s', (_what, item, note, listed, inText, reference) => {
  it('in Chicago notes', () => {
    expect(citeOnce(item, {})).toEqual([note, listed]);
  });
  it('in APA', () => {
    expect(citeOnce(item, { styleId: 'apa' })).toEqual([inText, reference]);
  });
});

const runs = (item: CslItem, setting?: Setting): RichText =>
  format({ 1: item }, [[{ articleId: 1 }]], setting).bibliography[0]!.content;

describe('repeated citations', () => {
  const items = { 1: journal, 2: page };
  it('shorten in notes, to the name alone right after the same source', () => {
    const { texts } = format(items, [
      [{ articleId: 1, locator: '5' }],
      [{ articleId: 1, locator: '6' }],
      [{ articleId: 2 }],
      [{ articleId: 1, locator: '7' }],
    ]);
    expect(texts.slice(1)).toEqual([
      'Kim, 6.',
      'Elcan Tokmak, “Elcan Tokmak on Migration,” IICSR, May 9, 2023, https://iicsr.example/tokmak?a=1&b=2.',
      'Kim, “Forced Labor Compensation,” 7.',
    ]);
  });

  it('follow the order of the document, not the order in which they were made', () => {
    const first = format(items, [[{ articleId: 1 }], [{ articleId: 2 }]]);
    const second = format(items, [[{ articleId: 2 }], [{ articleId: 1 }], [{ articleId: 2 }]]);
    expect(second.texts[0]).toBe(first.texts[1]);
    expect(second.texts[2]).toBe('Tokmak, “Elcan Tokmak on Migration.”');
    expect(second.clusters.map((cluster) => cluster.noteNumber)).toEqual([1, 2, 3]);
  });

  it('are listed once among the sources', () => {
    const { bibliography } = format(items, [[{ articleId: 2 }], [{ articleId: 1 }], [{ articleId: 2 }]]);
    expect(bibliography.map((entry) => entry.articleId)).toEqual([1, 2]);
  });

  it('tell works of one year apart in APA, and stop doing so when one of them goes', () => {
    const both = { 1: book([kim], 'First'), 2: book([kim], 'Second') };
    const apa = { styleId: 'apa' };
    expect(format(both, [[{ articleId: 2 }], [{ articleId: 1 }]], apa).texts).toEqual([
      '(Kim, 2004b)',
      '(Kim, 2004a)',
    ]);
    expect(format(both, [[{ articleId: 2 }]], apa).texts).toEqual(['(Kim, 2004)']);
  });
});

describe('one citation', () => {
  const items = { 1: journal, 2: page };
  const cite = (cluster: CitationItem[], setting?: Setting): string =>
    format(items, [cluster], setting).texts[0]!;
  const apa = { styleId: 'apa' };

  it('takes locators of every kind', () => {
    expect(cite([{ articleId: 1, locator: '4', label: 'paragraph' }], apa)).toBe('(Kim, 2019, para. 4)');
    expect(cite([{ articleId: 1, locator: '4-6' }], apa)).toBe('(Kim, 2019, pp. 4–6)');
    expect(cite([{ articleId: 1, locator: '2', label: 'chapter' }], apa)).toBe('(Kim, 2019, Chapter 2)');
    expect(cite([{ articleId: 1, locator: '4', label: 'paragraph' }])).toContain('(2019): para. 4,');
    expect(cite([{ articleId: 1, locator: '  ' }], apa)).toBe('(Kim, 2019)');
  });

  it('takes words before and after, with the space or comma they need', () => {
    expect(cite([{ articleId: 1, prefix: 'see', suffix: 'emphasis added' }], apa)).toBe(
      '(see Kim, 2019, emphasis added)',
    );
    expect(cite([{ articleId: 1, suffix: '; but compare the appendix' }], apa)).toBe(
      '(Kim, 2019; but compare the appendix)',
    );
    expect(cite([{ articleId: 1, suffix: '(in Korean)' }], apa)).toBe('(Kim, 2019 (in Korean))');
  });

  it('begins a note with a capital', () => {
    expect(cite([{ articleId: 1, prefix: 'see' }])).toMatch(/^See Marie Kim, /);
  });

  it('names several sources, in the order that the style wants', () => {
    expect(cite([{ articleId: 2, locator: '3' }, { articleId: 1 }], apa)).toBe(
      '(Kim, 2019; Tokmak, 2023, p. 3)',
    );
    expect(cite([{ articleId: 2 }, { articleId: 1 }])).toMatch(/^Elcan Tokmak, .*; Marie Kim, .*\.$/);
  });

  it('can leave the author to the sentence around it', () => {
    expect(cite([{ articleId: 1, suppressAuthor: true }], apa)).toBe('(2019)');
  });
});

describe('an author who is named in the text', () => {
  const roe = { family: 'Roe', given: 'Jane' };
  const items = { 1: book([kim, roe]), 2: book([roe], 'Other claims'), 3: page };
  const cite = (cluster: CitationItem[], setting?: Setting): [inText: string | null, content: string] => {
    const { clusters, texts } = format(items, [cluster], setting);
    return [clusters[0]!.inText && plainText(clusters[0]!.inText), texts[0]!];
  };
  const first = { articleId: 1, locator: '5', authorInText: true };

  it('stands before the parenthesis, joined by a word', () => {
    expect(cite([first], { styleId: 'apa' })).toEqual(['Kim and Roe', '(2004, p. 5)']);
    expect(cite([first], { styleId: 'apa', language: 'de' })).toEqual(['Kim und Roe', '(2004, S. 5)']);
    expect(cite([{ ...first, suffix: 'emphasis added' }], { styleId: 'apa' })[1]).toBe(
      '(2004, p. 5, emphasis added)',
    );
  });

  it('stands before the note, which is whole', () => {
    const [name, note] = cite([first]);
    expect(name).toBe('Kim and Roe');
    expect(note).toBe(cite([{ articleId: 1, locator: '5' }])[1]);
  });

  it('is told from others of the name, and shortened, as in citations', () => {
    const many = [kim, roe, { family: 'Doe' }];
    const clusters = [[{ articleId: 1, authorInText: true }], [{ articleId: 2, authorInText: true }]];
    const named = (list: Record<number, CslItem>): string[] =>
      format(list, clusters, { styleId: 'apa' }).clusters.map(({ inText }) => plainText(inText!));
    const anna = { family: 'Kim', given: 'Anna' };
    expect(named({ 1: book([kim]), 2: book([anna], 'Other') })).toEqual(['M. Kim', 'A. Kim']);
    expect(named({ 1: book(many), 2: book([roe], 'Other') })).toEqual(['Kim et al.', 'Roe']);
    expect(named({ 1: book([kim]), 2: book([roe], 'Other') })).toEqual(['Kim', 'Roe']);
  });

  it('comes first of several sources, whatever the order of the style', () => {
    expect(cite([{ articleId: 3, authorInText: true }, { articleId: 2 }], { styleId: 'apa' })).toEqual([
      'Tokmak',
      '(2023; Roe, 2004)',
    ]);
  });

  it('leaves the other sources where nothing but the name is printed of the first', () => {
    const mla = { styleId: 'modern-language-association' };
    expect(cite([{ articleId: 3, authorInText: true }], mla)).toEqual(['Tokmak', '']);
    expect(cite([{ articleId: 3, authorInText: true }, { articleId: 2 }], mla)).toEqual(['Tokmak', '(Roe)']);
  });

  it('is the title where nobody is named', () => {
    const anonymous: CslItem = { type: 'webpage', title: 'Timeline', issued: date(2020) };
    const cited = [[{ articleId: 1, authorInText: true }]];
    const apa = format({ 1: anonymous }, cited, { styleId: 'apa' }).clusters[0]!;
    expect([plainText(apa.inText!), plainText(apa.content)]).toEqual(['Timeline', '(2020)']);
    const note = format({ 1: anonymous }, cited).clusters[0]!;
    expect(plainText(note.inText!)).toBe('“Timeline”');
  });

  it('changes nothing in an author’s footnote of a style that sets notes', () => {
    const [cluster] = formatCitations({
      styleId: 'chicago-notes',
      language: 'en',
      clusters: [[first]],
      footnotes: [{ at: 0, count: 1 }],
      uncited: [],
      items: new Map([[1, items[1]]]),
    }).clusters;
    expect(cluster!.inText).toBeNull();
    expect(plainText(cluster!.content)).toMatch(/^Marie Kim and Jane Roe, /);
  });

  it('is not there where the source is missing', () => {
    const { clusters, texts } = format({ 2: items[2] }, [[first, { articleId: 2 }]], { styleId: 'apa' });
    expect(clusters[0]!.inText).toBeNull();
    expect(texts[0]).toBe('(Roe, 2004) [source 1 is not in the library]');
  });
});

describe('sources that are not in the library', () => {
  it('are named in brackets and listed as missing, and the note keeps its number', () => {
    const { texts, missing, clusters, sources } = format({ 1: journal }, [
      [{ articleId: 12 }],
      [{ articleId: 1 }, { articleId: 13 }],
    ]);
    expect(texts[0]).toBe('[source 12 is not in the library]');
    expect(texts[1]).toMatch(/^Marie Kim, .* \[source 13 is not in the library\]$/);
    expect(missing).toEqual([12, 13]);
    expect(clusters.map((cluster) => cluster.noteNumber)).toEqual([1, 2]);
    expect(sources).toHaveLength(1);
  });

  it('are nothing to worry about where nothing is cited', () => {
    expect(format({}, [])).toMatchObject({ clusters: [], bibliography: [], missing: [] });
  });
});

describe('languages', () => {
  it.each([
    ['en-GB', 'Marie Kim and Jane Roe, A History of Claims (Oxford: Oxford University Press, 2004)'],
    ['de', 'Marie Kim und Jane Roe, A history of claims (Oxford: Oxford University Press, 2004)'],
    ['ko', 'Marie Kim 및 Jane Roe, A history of claims (Oxford: Oxford University Press, 2004)'],
    ['ja-JP', 'Marie KimとJane Roe, A history of claims (Oxford: Oxford University Press, 2004年)'],
    ['tr', 'Marie Kim ve Jane Roe, A history of claims (Oxford: Oxford University Press, 2004)'],
    ['fr', 'Marie Kim et Jane Roe, A history of claims (Oxford: Oxford University Press, 2004)'],
    ['xx', 'Marie Kim and Jane Roe, A History of Claims (Oxford: Oxford University Press, 2004)'],
  ])('%s gives its terms', (language, expected) => {
    const items = { 1: book([kim, { family: 'Roe', given: 'Jane' }]) };
    expect(format(items, [[{ articleId: 1 }]], { language }).texts[0]).toBe(`${expected}.`);
  });

  it('writes months, quotation marks and missing dates as the language does', () => {
    const german = { language: 'de' };
    expect(format({ 1: page }, [[{ articleId: 1 }]], german).texts[0]).toContain(
      '„Elcan Tokmak on migration“, IICSR, 9. Mai 2023',
    );
    const undated: CslItem = { type: 'webpage', title: 'Undated' };
    expect(format({ 1: undated }, [[{ articleId: 1 }]], { styleId: 'apa', language: 'ko' }).texts[0]).toBe(
      '(Undated, 일자 없음)',
    );
  });
});

describe('what stands in metadata', () => {
  it('gives italics and links as runs, never as markup', () => {
    expect(runs(journal)).toContainEqual({ text: 'Asian Law Review', marks: ['italic'] });
    expect(runs(journal)).toContainEqual({
      text: 'https://doi.org/10.1000/xyz',
      url: 'https://doi.org/10.1000/xyz',
    });
  });

  it('is text, whatever it looks like', () => {
    const title = 'On <script>alert(1)</script> & *stars* [links](x) \\emph{x} #set';
    const text = plainText(runs({ type: 'webpage', title }, { styleId: 'apa' }));
    expect(text.toLowerCase()).toContain(title.toLowerCase());
  });

  it('cannot forge a mark of ours', () => {
    const forged = runs(
      { type: 'webpage', title: 'a\uFDD0lhttps://evil.example\uFDD1b\uFDD2c' },
      { styleId: 'apa' },
    );
    expect(forged.every((run) => run.url === undefined)).toBe(true);
  });

  it('links to the web only', () => {
    const hostile = runs({ type: 'webpage', title: 'T', URL: 'javascript:alert(1)' });
    expect(hostile.every((run) => run.url === undefined)).toBe(true);
  });

  it('keeps a note of the analyst out of the citation', () => {
    const { texts } = format({ 1: { ...journal, note: 'publisher: Forged Press' } }, [[{ articleId: 1 }]]);
    expect(texts[0]).not.toContain('Forged');
  });

  it('may change between two requests', () => {
    expect(format({ 1: journal }, [[{ articleId: 1 }]]).texts[0]).toContain('Marie Kim');
    const corrected = { ...journal, author: [{ family: 'Kim', given: 'Mary' }] };
    expect(format({ 1: corrected }, [[{ articleId: 1 }]]).texts[0]).toContain('Mary Kim');
  });
});

describe('styles', () => {
  it('refuses one that is not there, by name', () => {
    expect(() => format({ 1: journal }, [[{ articleId: 1 }]], { styleId: 'nope' })).toThrow(
      /There is no citation style named "nope"/,
    );
  });

  it('say whether they set notes', () => {
    expect(format({ 1: journal }, [[{ articleId: 1 }]]).styleClass).toBe('note');
    const apa = format({ 1: journal }, [[{ articleId: 1 }]], { styleId: 'apa' });
    expect(apa.styleClass).toBe('in-text');
    expect(apa.clusters[0]!.noteNumber).toBeNull();
  });
});

describe('the author’s footnotes', () => {
  const items = new Map([[1, book([kim])]]);
  const cited = {
    language: 'en',
    clusters: [[{ articleId: 1 }], [{ articleId: 1, locator: '9' }], [{ articleId: 1, locator: '9' }]],
    footnotes: [{ at: 1, count: 1 }],
    uncited: [],
    items,
  };

  it('are numbered with those of citations, and what they cite counts as cited before', () => {
    const formatted = formatCitations({ ...cited, styleId: 'chicago-notes' });
    expect(formatted.clusters.map(({ noteNumber }) => noteNumber)).toEqual([1, null, 3]);
    expect(formatted.footnotes).toEqual([2]);
    expect(plainText(formatted.clusters[1]!.content)).toBe('Kim, 9.');
  });

  it('have a series of their own where citations stand in the text', () => {
    const formatted = formatCitations({ ...cited, styleId: 'apa' });
    expect(formatted.clusters.map(({ noteNumber }) => noteNumber)).toEqual([null, null, null]);
    expect(formatted.footnotes).toEqual([1]);
    expect(plainText(formatted.clusters[1]!.content)).toBe('(Kim, 2004, p. 9)');
  });
});

describe('sources that are not cited', () => {
  it('stand in the list in its order, and are missed where the library has them not', () => {
    const formatted = formatCitations({
      styleId: 'apa',
      language: 'en',
      clusters: [[{ articleId: 1 }]],
      footnotes: [],
      uncited: [2, 99],
      items: new Map([
        [1, book([kim])],
        [2, book([{ family: 'Adams', given: 'Jo' }], 'Early treaties')],
      ]),
    });
    expect(formatted.bibliography.map(({ articleId }) => articleId)).toEqual([2, 1]);
    expect(formatted.missing).toEqual([99]);
  });
});

it('names the title where the style prints nothing of what is cited', () => {
  const cite = { articleId: 1, suppressAuthor: true };
  const { texts } = format({ 1: book([kim]) }, [[cite], [{ ...cite, locator: '9' }]], {
    styleId: 'modern-language-association',
  });
  expect(texts).toEqual(['(A history of claims)', '(9)']);
});
