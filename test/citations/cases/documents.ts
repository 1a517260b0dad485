/** What whole documents print: names, dates, repeated and grouped citations, languages, and signs in titles. */
import type { CitationItem } from '#domain/citation.ts';
import type { CslItem, CslName } from '#domain/csl.ts';
import { body, from, on, person, SOURCES } from './sources.ts';

/** `source` is its place among the items, from 1. */
type Cite = Omit<CitationItem, 'articleId'> & { source: number };

export interface DocumentCase {
  what: string;
  style: string;
  /** BCP 47; English where it is left out. */
  language?: string;
  items: CslItem[];
  /** Each item by itself, in order, where this is left out. */
  cites?: Cite[][];
  citations?: string[];
  list?: string[];
  departs?: string;
}

const NOTES = 'chicago-notes';
const SHORT = 'chicago-note-bibliography';
const CHICAGO_DATE = 'chicago-author-date';
const MLA = 'modern-language-association';
const HARVARD = 'harvard-cite-them-right';
const IBID = 'chicago-fullnote-bibliography-with-ibid';

const book = (author: CslName[], more: Partial<CslItem> = {}): CslItem => ({
  type: 'book',
  title: 'Straits',
  author,
  publisher: 'Quay Books',
  issued: on(2020),
  ...more,
});
const article = (title: string, more: Partial<CslItem> = {}): CslItem => ({
  type: 'article-magazine',
  title,
  author: [person('Reid', 'Ann')],
  'container-title': 'Strait Review',
  issued: on(2020),
  ...more,
});
const reid = person('Reid', 'Ann');
const many = (count: number): CslName[] =>
  Array.from({ length: count }, (_none, index) => person(`Name${String.fromCodePoint(65 + index)}`, 'Jo'));
const all = (count: number): Cite[][] => [
  Array.from({ length: count }, (_none, index) => ({ source: index + 1 })),
];

/** [what, style, item, cited] */
const MARKED: [string, string, CslItem, string][] = [
  [
    'a ship in the title of an article',
    NOTES,
    article('The Mayak case', { markup: { title: 'The <i>Mayak</i> case' } }),
    'Ann Reid, “The *Mayak* Case,” *Strait Review*, 2020.',
  ],
  [
    'italics in a title that is italic stand upright',
    NOTES,
    book([reid], { title: 'Reading Ulysses today', markup: { title: 'Reading <i>Ulysses</i> today' } }),
    'Ann Reid, *Reading *Ulysses* Today* (Quay Books, 2020).',
  ],
  [
    'a formula',
    'ieee',
    article('Seas of H₂O', { markup: { title: 'Seas of H<sub>2</sub>O' } }),
    '[1] A. Reid, “Seas of H{subscript: 2}O,” *Strait Review*, 2020.',
  ],
  [
    'words that keep their letters',
    NOTES,
    article('On de gaulle', { markup: { title: 'On <span class="nocase">de gaulle</span>' } }),
    'Ann Reid, “On de gaulle,” *Strait Review*, 2020.',
  ],
  [
    'small capitals and bold, in quotation marks',
    NOTES,
    article('A “nato” now', {
      markup: { title: 'A “<span style="font-variant:small-caps;">nato</span>” <b>now</b>' },
    }),
    'Ann Reid, “A ‘{smallcaps: nato}’ **Now**,” *Strait Review*, 2020.',
  ],
  [
    'the stop of a sentence in italics',
    NOTES,
    article('We sailed to Mayak island.', { markup: { title: 'We sailed to <i>Mayak island.</i>' } }),
    'Ann Reid, “We Sailed to *Mayak Island*,” *Strait Review*, 2020.',
  ],
  [
    'a title that was corrected since is printed as it is now',
    NOTES,
    article('The Majak case', { markup: { title: 'The <i>Mayak</i> case' } }),
    'Ann Reid, “The Majak Case,” *Strait Review*, 2020.',
  ],
];

const NAMES: DocumentCase[] = [
  {
    what: 'a particle that belongs to the name (van der)',
    style: 'apa',
    items: [book([person('Berg', 'Jan', { 'non-dropping-particle': 'van der' })])],
    citations: ['(van der Berg, 2020)'],
    list: ['van der Berg, J. (2020). *Straits*. Quay Books.'],
  },
  {
    what: 'the same in Chicago, which sorts by the name behind it',
    style: NOTES,
    items: [book([person('Berg', 'Jan', { 'non-dropping-particle': 'van der' })])],
    citations: ['Jan van der Berg, *Straits* (Quay Books, 2020).'],
    list: ['Berg, Jan van der. *Straits*. Quay Books, 2020.'],
  },
  {
    what: 'a particle that is dropped with the given name (de)',
    style: 'apa',
    items: [book([person('Tocqueville', 'Alexis', { 'dropping-particle': 'de' })])],
    citations: ['(Tocqueville, 2020)'],
    list: ['Tocqueville, A. de. (2020). *Straits*. Quay Books.'],
  },
  {
    what: 'an Arabic article',
    style: HARVARD,
    items: [book([person('al-Rashid', 'Omar')])],
    citations: ['(al-Rashid, 2020)'],
    list: ['al-Rashid, O. (2020) *Straits*. Quay Books.'],
  },
  {
    what: 'Jr. in a note and in the list',
    style: NOTES,
    items: [book([person('Reid', 'Thomas', { suffix: 'Jr.' })])],
    citations: ['Thomas Reid Jr., *Straits* (Quay Books, 2020).'],
    list: ['Reid, Thomas, Jr. *Straits*. Quay Books, 2020.'],
  },
  {
    what: 'Jr. in APA',
    style: 'apa',
    items: [book([person('Reid', 'Thomas', { suffix: 'Jr.' })])],
    citations: ['(Reid, 2020)'],
    list: ['Reid, T., Jr. (2020). *Straits*. Quay Books.'],
  },
  {
    what: 'a numeral behind the name',
    style: MLA,
    items: [book([person('Reid', 'Thomas', { suffix: 'III' })])],
    citations: ['(Reid)'],
    list: ['Reid, Thomas, III. *Straits*. Quay Books, 2020.'],
  },
  {
    what: 'one name alone',
    style: 'apa',
    items: [book([{ given: 'Sukarno' }])],
    citations: ['(Sukarno, 2020)'],
    list: ['Sukarno. (2020). *Straits*. Quay Books.'],
  },
  {
    what: 'Turkish letters in initials',
    style: 'apa',
    items: [book([person('Çelik', 'İpek Işıl')], { language: 'tr' })],
    list: ['Çelik, İ. I. (2020). *Straits*. Quay Books.'],
  },
  {
    what: 'Cyrillic initials',
    style: 'apa',
    items: [book([person('Орлова', 'Анна')], { title: 'Проливы', language: 'ru' })],
    citations: ['(Орлова, 2020)'],
    list: ['Орлова, А. (2020). *Проливы*. Quay Books.'],
  },
  {
    what: 'given names with a hyphen',
    style: 'apa',
    items: [book([person('Moreau', 'Jean-Luc')])],
    list: ['Moreau, J.-L. (2020). *Straits*. Quay Books.'],
  },
  {
    what: 'a romanised Korean name',
    style: 'vancouver',
    items: [book([person('Kim', 'Sang-hoon')])],
    list: ['1. Kim SH. Straits. Quay Books; 2020.'],
  },
  {
    what: 'a romanised Korean name in APA, where its second part has no capital (9.8)',
    style: 'apa',
    items: [book([person('Kim', 'Sang-hoon')])],
    list: ['Kim, S. (2020). *Straits*. Quay Books.'],
  },
  {
    what: 'a romanised Korean name with two initials',
    style: 'ieee',
    items: [book([person('Kim', 'Sang-hoon')])],
    list: ['[1] S.-H. Kim, *Straits*. Quay Books, 2020.'],
  },
  {
    what: 'a romanised Korean name in full',
    style: NOTES,
    items: [book([person('Kim', 'Sang-hoon')])],
    citations: ['Sang-hoon Kim, *Straits* (Quay Books, 2020).'],
  },
  {
    what: 'Korean names are never cut to the family name',
    style: CHICAGO_DATE,
    items: [book([person('서', '윤재'), person('김', '민지')], { title: '해협', language: 'ko' })],
    citations: ['(서윤재 and 김민지 2020)'],
    list: ['서윤재 and 김민지. 2020. 해협. Quay Books.'],
  },
  {
    what: 'a Japanese name; what is in Chinese characters is never italic',
    style: MLA,
    items: [book([person('田中', '花子')], { title: '海峡', language: 'ja' })],
    citations: ['(田中)'],
    list: ['田中花子. 海峡. Quay Books, 2020.'],
  },
  {
    what: 'a Chinese name',
    style: 'ieee',
    items: [book([person('李', '明')], { title: '海峡', language: 'zh' })],
    list: ['[1] 李明, 海峡. Quay Books, 2020.'],
  },
  {
    what: 'a body with “and” and commas in its name',
    style: 'apa',
    items: [book([body('Ministry of Trade, Industry and Energy')])],
    citations: ['(Ministry of Trade, Industry and Energy, 2020)'],
  },
  {
    what: 'a body in its own script beside its romanised name',
    style: NOTES,
    items: [book([body('Oegyobu (외교부)')])],
    citations: ['Oegyobu (외교부), *Straits* (Quay Books, 2020).'],
  },
  {
    what: 'two authors in APA',
    style: 'apa',
    items: [book(many(2))],
    citations: ['(NameA & NameB, 2020)'],
    list: ['NameA, J., & NameB, J. (2020). *Straits*. Quay Books.'],
  },
  {
    what: 'twenty-one authors in APA: nineteen, an ellipsis, and the last',
    style: 'apa',
    items: [book(many(21))],
    citations: ['(NameA et al., 2020)'],
    list: [
      `${many(19)
        .map(({ family }) => `${family}, J.`)
        .join(', ')}, … NameU, J. (2020). *Straits*. Quay Books.`,
    ],
  },
  {
    what: 'four authors in Chicago notes',
    style: NOTES,
    items: [book(many(4))],
    citations: ['Jo NameA et al., *Straits* (Quay Books, 2020).'],
    list: ['NameA, Jo, Jo NameB, Jo NameC, and Jo NameD. *Straits*. Quay Books, 2020.'],
  },
  {
    what: 'eleven authors in the list of Chicago: seven',
    style: NOTES,
    items: [book(many(11))],
    list: [
      'NameA, Jo, Jo NameB, Jo NameC, Jo NameD, Jo NameE, Jo NameF, Jo NameG, et al. *Straits*. Quay Books, 2020.',
    ],
  },
  {
    what: 'three authors in MLA',
    style: MLA,
    items: [book(many(3))],
    citations: ['(NameA et al.)'],
    list: ['NameA, Jo, et al. *Straits*. Quay Books, 2020.'],
  },
  {
    what: 'four authors in Harvard',
    style: HARVARD,
    items: [book(many(4))],
    citations: ['(NameA *et al.*, 2020)'],
    list: ['NameA, J. *et al.* (2020) *Straits*. Quay Books.'],
  },
  {
    what: 'seven authors in Vancouver: six',
    style: 'vancouver',
    items: [book(many(7))],
    list: ['1. NameA J, NameB J, NameC J, NameD J, NameE J, NameF J, et al. Straits. Quay Books; 2020.'],
  },
  {
    what: 'seven authors in IEEE',
    style: 'ieee',
    items: [book(many(7))],
    list: ['[1] J. NameA *et al.*, *Straits*. Quay Books, 2020.'],
  },
  {
    what: 'four authors in OSCOLA',
    style: 'oscola',
    items: [book(many(4))],
    citations: ['Jo NameA and others, *Straits* (Quay Books 2020).'],
  },
];

const DATES: DocumentCase[] = [
  {
    what: 'a range of days in one month',
    style: 'apa',
    items: [article('Talks', { type: 'article-newspaper', issued: from([2020, 5, 4], [2020, 5, 8]) })],
    list: ['Reid, A. (2020, May 4–8). Talks. *Strait Review*.'],
  },
  {
    what: 'a range of days over two months',
    style: NOTES,
    items: [article('Talks', { type: 'article-newspaper', issued: from([2020, 5, 30], [2020, 6, 2]) })],
    citations: ['Ann Reid, “Talks,” *Strait Review*, May 30–June 2, 2020.'],
  },
  {
    what: 'a range of years',
    style: 'apa',
    items: [book([reid], { issued: from([2015], [2019]) })],
    citations: ['(Reid, 2015–2019)'],
  },
  {
    what: 'a season',
    style: NOTES,
    items: [article('Talks', { type: 'article-magazine', issued: { 'date-parts': [[2020]], season: 3 } })],
    citations: ['Ann Reid, “Talks,” *Strait Review*, Autumn 2020.'],
    departs: 'American usage is “Fall”.',
  },
  {
    what: 'about a year',
    style: 'apa',
    items: [book([reid], { issued: { 'date-parts': [[1850]], circa: true } })],
    citations: ['(Reid, ca. 1850)'],
  },
  {
    what: 'a year before our era',
    style: 'apa',
    items: [book([body('Thucydides')], { issued: on(-400) })],
    citations: ['(Thucydides, 400 B.C.E.)'],
  },
  {
    what: 'an old year',
    style: CHICAGO_DATE,
    items: [book([body('Ptolemy')], { issued: on(150) })],
    citations: ['(Ptolemy 150AD)'],
    departs: 'AD would go before the year, with a space.',
  },
  ...(
    [
      ['en', '(Reid, n.d.)'],
      ['de', '(Reid, o.\u00A0J.)'],
      ['fr', '(Reid, s.\u00A0d.)'],
      ['ko', '(Reid, 일자 없음)'],
      ['ja', '(Reid, 日付なし)'],
      ['tr', '(Reid, t.y.)'],
    ] as const
  ).map(([language, cited]): DocumentCase => ({
    what: `no date, in ${language}`,
    style: 'apa',
    language,
    items: [{ type: 'book', title: 'Straits', author: [reid] }],
    citations: [cited],
  })),
  {
    what: 'no date in Harvard',
    style: HARVARD,
    items: [{ type: 'book', title: 'Straits', author: [reid] }],
    citations: ['(Reid, no date)'],
    list: ['Reid, A. (no date) *Straits*.'],
  },
  {
    what: 'neither author nor date',
    style: 'apa',
    items: [{ type: 'webpage', title: 'Rules of the strait', URL: 'https://strait.example/r' }],
    citations: ['(*Rules of the Strait*, n.d.)'],
    list: ['*Rules of the strait*. (n.d.). https://strait.example/r'],
  },
  {
    what: 'no author in Vancouver',
    style: 'vancouver',
    items: [{ type: 'book', title: 'Rules of the strait', issued: on(2001) }],
    list: ['1. Rules of the strait. 2001.'],
  },
];

const TWO_OF_2020 = [book([reid], { title: 'Anchors' }), book([reid], { title: 'Buoys' })];

const TOLD_APART: DocumentCase[] = [
  {
    what: 'works of one author and year, in APA',
    style: 'apa',
    items: TWO_OF_2020,
    citations: ['(Reid, 2020a)', '(Reid, 2020b)'],
    list: ['Reid, A. (2020a). *Anchors*. Quay Books.', 'Reid, A. (2020b). *Buoys*. Quay Books.'],
  },
  {
    what: 'works of one author and year, in Chicago',
    style: CHICAGO_DATE,
    items: TWO_OF_2020,
    citations: ['(Reid 2020a)', '(Reid 2020b)'],
    list: ['Reid, Ann. 2020a. *Anchors*. Quay Books.', '———. 2020b. *Buoys*. Quay Books.'],
  },
  {
    what: 'works of one author and year, in Harvard',
    style: HARVARD,
    items: TWO_OF_2020,
    citations: ['(Reid, 2020a)', '(Reid, 2020b)'],
  },
  {
    what: 'works without a date by one author',
    style: 'apa',
    items: TWO_OF_2020.map(({ issued: _issued, ...undated }) => undated),
    citations: ['(Reid, n.d.-a)', '(Reid, n.d.-b)'],
  },
  {
    what: 'works of one author, in MLA by their titles',
    style: MLA,
    items: TWO_OF_2020,
    citations: ['(Reid, *Anchors*)', '(Reid, *Buoys*)'],
  },
  {
    what: 'authors of one family name, in APA by initials',
    style: 'apa',
    items: [book([person('Kim', 'Jun')]), book([person('Kim', 'Sora')], { issued: on(2018) })],
    citations: ['(J. Kim, 2020)', '(S. Kim, 2018)'],
  },
  {
    what: 'groups of authors that begin alike, in APA by more names',
    style: 'apa',
    items: [
      book([reid, person('Park', 'Jiho'), person('Okafor', 'Chidi')]),
      book([reid, person('Moreau', 'Luc'), person('Okafor', 'Chidi')]),
    ],
    citations: ['(Reid, Park, et al., 2020)', '(Reid, Moreau, et al., 2020)'],
  },
];

const REPEATED: DocumentCase[] = [
  {
    what: 'Chicago 17: the name alone right after, then the short title',
    style: NOTES,
    items: [SOURCES.book, SOURCES.journal],
    cites: [
      [{ source: 1, locator: '5' }],
      [{ source: 1, locator: '6' }],
      [{ source: 2 }],
      [{ source: 1, locator: '7' }],
    ],
    citations: [
      'Chidi M. Okafor, *Cables and Empires*, 2nd ed. (Oxford: Meridian Press, 2019), 5.',
      'Okafor, 6.',
      'Chidi M. Okafor and Sara Lindqvist, “Insurance and the Law of the Sea,” *Journal of Maritime Policy* 31, no. 2 (2021): 112–29, https://doi.org/10.5555/jmp.2021.112.',
      'Okafor, *Cables and Empires*, 7.',
    ],
  },
  {
    what: 'ibid., alone, and with another page',
    style: IBID,
    items: [SOURCES.book],
    cites: [[{ source: 1, locator: '5' }], [{ source: 1, locator: '5' }], [{ source: 1, locator: '6' }]],
    citations: [
      'Chidi M. Okafor, *Cables and Empires*, 2nd ed. (Oxford: Meridian Press, 2019), 5.',
      'Ibid.',
      'Ibid., 6.',
    ],
  },
  {
    what: 'no ibid. behind a note that cites two sources',
    style: IBID,
    items: [SOURCES.book, SOURCES.editedBook],
    cites: [[{ source: 1 }, { source: 2 }], [{ source: 2 }]],
    citations: [
      'Chidi M. Okafor, *Cables and Empires*, 2nd ed. (Oxford: Meridian Press, 2019); Sara Lindqvist and Jiho Park, eds., *A Handbook of Straits* (Oxford: Meridian Press, 2018).',
      'Lindqvist and Park, *A Handbook of Straits*.',
    ],
  },
  {
    what: 'shortened from the first note on',
    style: SHORT,
    items: [SOURCES.book, SOURCES.chapter],
    cites: [[{ source: 1, locator: '5' }], [{ source: 2 }], [{ source: 1 }]],
    citations: [
      'Okafor, *Cables and Empires*, 5.',
      'Park, “Who Owns the Seabed?”',
      'Okafor, *Cables and Empires*.',
    ],
  },
  {
    what: 'OSCOLA: ibid, and the note in which it came first',
    style: 'oscola',
    items: [SOURCES.book, SOURCES.thesis],
    cites: [
      [{ source: 1, locator: '5' }],
      [{ source: 1, locator: '6' }],
      [{ source: 2 }],
      [{ source: 1, locator: '7' }],
    ],
    citations: [
      'Chidi M Okafor, *Cables and Empires* (2nd edn, Meridian Press 2019) 5.',
      'ibid 6.',
      'Jiho Park, ‘Sabotage in Shallow Water’ (PhD thesis, University of Oslo 2020).',
      'Okafor (n 1) 7.',
    ],
  },
  {
    what: 'OSCOLA: ibid with another kind of place',
    style: 'oscola',
    items: [SOURCES.webPage],
    cites: [[{ source: 1 }], [{ source: 1, locator: '4', label: 'paragraph' }]],
    citations: [
      'Harbour Institute, ‘How Seabed Cables Are Repaired’ (9 May 2023) <https://harbour.example/cables> accessed 5 January 2024.',
      'ibid para 4.',
    ],
  },
  {
    what: 'Turabian without ibid.',
    style: 'turabian-fullnote-bibliography-no-ibid',
    items: [SOURCES.book],
    cites: [[{ source: 1 }], [{ source: 1, locator: '6' }]],
    citations: [
      'Chidi M. Okafor, *Cables and Empires*, 2nd ed. (Oxford: Meridian Press, 2019).',
      'Okafor, *Cables and Empires*, 6.',
    ],
  },
  {
    what: 'a case by its name in italics and its report',
    style: NOTES,
    items: [SOURCES.case, SOURCES.book],
    cites: [[{ source: 1 }], [{ source: 2 }], [{ source: 1, locator: '25' }]],
    citations: [
      'Harbour Telegraph v. Northern Line, 401 F.2d 22 (D.C. Cir. 1971).',
      'Chidi M. Okafor, *Cables and Empires*, 2nd ed. (Oxford: Meridian Press, 2019).',
      '*Harbour Telegraph v. Northern Line*, 401 F.2d at 25.',
    ],
  },
  {
    what: 'numbers of IEEE stay with their sources',
    style: 'ieee',
    items: [SOURCES.book, SOURCES.thesis],
    cites: [[{ source: 2 }], [{ source: 1 }], [{ source: 2, locator: '9' }]],
    citations: ['[1]', '[2]', '[1, p. 9]'],
  },
];

const GROUPED: DocumentCase[] = [
  {
    what: 'APA sorts by name',
    style: 'apa',
    items: [SOURCES.thesis, SOURCES.book],
    cites: all(2),
    citations: ['(Okafor, 2019; Park, 2020)'],
  },
  {
    what: 'APA joins years of one author',
    style: 'apa',
    items: [book([reid]), book([reid], { issued: on(2018) })],
    cites: all(2),
    citations: ['(Reid, 2018, 2020)'],
  },
  {
    what: 'APA keeps the works of one author together',
    style: 'apa',
    items: [book([reid]), book([reid], { issued: on(2018) }), book([person('Park', 'Jiho')])],
    cites: [[{ source: 1 }, { source: 3 }, { source: 2 }]],
    citations: ['(Park, 2020; Reid, 2018, 2020)'],
  },
  {
    what: 'Chicago notes keep the order and part by semicolons',
    style: SHORT,
    items: [SOURCES.thesis, SOURCES.book],
    cites: [
      [
        { source: 1, locator: '3' },
        { source: 2, prefix: 'but see', locator: '5-6' },
      ],
    ],
    citations: ['Park, “Sabotage in Shallow Water,” 3; but see Okafor, *Cables and Empires*, 5–6.'],
  },
  {
    what: 'Chicago author-date keeps the order',
    style: CHICAGO_DATE,
    items: [SOURCES.thesis, SOURCES.book],
    cites: all(2),
    citations: ['(Park 2020; Okafor 2019)'],
  },
  {
    what: 'MLA',
    style: MLA,
    items: [SOURCES.thesis, SOURCES.book],
    cites: [
      [
        { source: 1, locator: '3' },
        { source: 2, locator: '12-14' },
      ],
    ],
    citations: ['(Park 3; Okafor 12–14)'],
    departs: '“12-14” has a hyphen in MLA.',
  },
  {
    what: 'IEEE joins three numbers in a row',
    style: 'ieee',
    items: [SOURCES.thesis, SOURCES.book, SOURCES.chapter],
    cites: all(3),
    citations: ['[1], [2], [3]'],
    departs: 'The guide has [1]–[3].',
  },
  {
    what: 'Vancouver joins three numbers in a row',
    style: 'vancouver',
    items: [SOURCES.thesis, SOURCES.book, SOURCES.chapter],
    cites: all(3),
    citations: ['(1–3)'],
  },
  {
    what: 'OSCOLA parts by semicolons',
    style: 'oscola',
    items: [SOURCES.ukAct, SOURCES.thesis],
    cites: all(2),
    citations: [
      'Marine Safety Act 2003; Jiho Park, ‘Sabotage in Shallow Water’ (PhD thesis, University of Oslo 2020).',
    ],
  },
  {
    what: 'words before and after',
    style: 'apa',
    items: [SOURCES.book],
    cites: [[{ source: 1, prefix: 'see', locator: '5', suffix: 'with references' }]],
    citations: ['(see Okafor, 2019, p. 5, with references)'],
  },
  {
    what: 'words behind a title in quotation marks, which take the comma in',
    style: SHORT,
    items: [SOURCES.thesis, article('On "grey zones"')],
    cites: [
      [
        { source: 1, suffix: 'and passim' },
        { source: 2, suffix: ', emphasis added' },
      ],
    ],
    citations: ['Park, “Sabotage in Shallow Water,” and passim; Reid, “On ‘Grey Zones,’” emphasis added.'],
  },
  {
    what: 'and do not in British English',
    style: SHORT,
    language: 'en-GB',
    items: [SOURCES.thesis],
    cites: [[{ source: 1, suffix: 'and passim' }]],
    citations: ['Park, ‘Sabotage in Shallow Water’, and passim.'],
  },
  {
    what: 'several sources with pages in Vancouver',
    style: 'vancouver',
    items: [SOURCES.thesis, SOURCES.book],
    cites: [
      [
        { source: 1, locator: '5' },
        { source: 2, locator: '7' },
      ],
    ],
    citations: ['(1 p. 5,2 p. 7)'],
  },
  {
    what: 'words behind that end in a stop',
    style: 'apa',
    items: [SOURCES.book],
    cites: [[{ source: 1, suffix: 'emphasis added.' }]],
    citations: ['(Okafor, 2019, emphasis added)'],
  },
  {
    what: 'a place that says what it is',
    style: 'apa',
    items: [SOURCES.book],
    cites: [[{ source: 1, locator: 'p. 12' }], [{ source: 1, locator: 'ch. 3, p. 12' }]],
    citations: ['(Okafor, 2019, p. 12)', '(Okafor, 2019, Chapter 3, p. 12)'],
  },
  {
    what: 'one source at two places',
    style: 'apa',
    items: [SOURCES.book],
    cites: [
      [
        { source: 1, locator: '5' },
        { source: 1, locator: '9' },
      ],
    ],
    citations: ['(Okafor, 2019, pp. 5, 9)'],
  },
  {
    what: 'one source at places of two kinds',
    style: 'apa',
    items: [SOURCES.book],
    cites: [
      [
        { source: 1, locator: '5' },
        { source: 1, locator: '2', label: 'figure' },
      ],
    ],
    citations: ['(Okafor, 2019, p. 5, fig. 2)'],
  },
  {
    what: 'one source at two places with another between, where the style sorts',
    style: 'apa',
    items: [SOURCES.book, SOURCES.thesis],
    cites: [
      [
        { source: 1, prefix: 'see', locator: '5' },
        { source: 2, locator: '7' },
        { source: 1, locator: '9', suffix: 'with references' },
      ],
    ],
    citations: ['(see Okafor, 2019, pp. 5, 9, with references; Park, 2020, p. 7)'],
  },
  {
    what: 'and where it does not',
    style: NOTES,
    items: [SOURCES.book, SOURCES.thesis],
    cites: [
      [
        { source: 1, locator: '5' },
        { source: 1, locator: '9' },
        { source: 2, locator: '7' },
        { source: 1, locator: '12' },
      ],
    ],
    citations: [
      'Chidi M. Okafor, *Cables and Empires*, 2nd ed. (Oxford: Meridian Press, 2019), 5, 9; Jiho Park, “Sabotage in Shallow Water” (PhD thesis, University of Oslo, 2020), 7; Okafor, *Cables and Empires*, 12.',
    ],
  },
  {
    what: 'one source twice, with words between its places',
    style: 'apa',
    items: [SOURCES.book],
    cites: [
      [
        { source: 1, locator: '5' },
        { source: 1, prefix: 'but see', locator: '9' },
      ],
    ],
    citations: ['(Okafor, 2019, p. 5, but see 2019, p. 9)'],
    departs: 'The name would be said again: “; but see Okafor, 2019, p. 9”.',
  },
  {
    what: 'a note that begins with words of the author',
    style: NOTES,
    items: [SOURCES.book],
    cites: [[{ source: 1, prefix: 'compare', suffix: '; on which below' }]],
    citations: [
      'Compare Chidi M. Okafor, *Cables and Empires*, 2nd ed. (Oxford: Meridian Press, 2019); on which below.',
    ],
  },
  {
    what: 'the author left out',
    style: CHICAGO_DATE,
    items: [SOURCES.book],
    cites: [[{ source: 1, suppressAuthor: true, locator: '5' }]],
    citations: ['(2019, 5)'],
  },
  {
    what: 'the author left out in MLA',
    style: MLA,
    items: [SOURCES.book],
    cites: [[{ source: 1, suppressAuthor: true, locator: '5' }]],
    citations: ['(5)'],
  },
  {
    what: 'the author in the text, in APA',
    style: 'apa',
    items: [SOURCES.journal],
    cites: [[{ source: 1, authorInText: true, locator: '5' }]],
    citations: ['Okafor and Lindqvist | (2021, p. 5)'],
  },
  {
    what: 'the author in the text, in MLA',
    style: MLA,
    items: [SOURCES.thinkTankReport],
    cites: [[{ source: 1, authorInText: true, locator: '5' }]],
    citations: ['Lindqvist et al. | (5)'],
  },
  {
    what: 'the author in the text, in numbers',
    style: 'ieee',
    items: [SOURCES.journal],
    cites: [[{ source: 1, authorInText: true }]],
    citations: ['Okafor and Lindqvist | [1]'],
  },
  {
    what: 'the author in the text before a note',
    style: NOTES,
    items: [SOURCES.book],
    cites: [[{ source: 1, authorInText: true }]],
    citations: ['Okafor | Chidi M. Okafor, *Cables and Empires*, 2nd ed. (Oxford: Meridian Press, 2019).'],
  },
];

const PLACES: DocumentCase[] = [
  ...(
    [
      ['5-9', undefined, 'pp. 5–9'],
      ['5, 9', undefined, 'pp. 5, 9'],
      ['xii-xv', undefined, 'pp. xii–xv'],
      ['4', 'paragraph', 'para. 4'],
      ['4-6', 'paragraph', 'paras. 4–6'],
      ['2', 'section', 'Section 2'],
      ['3', 'chapter', 'Chapter 3'],
      ['2', 'figure', 'Figure 2'],
      ['1', 'table', 'Table 1'],
      ['7', 'article', 'Article 7'],
      ['II', 'title', 'Title II'],
      ['B', 'appendix', 'Appendix B'],
      ['03:15', 'timestamp', '03:15'],
    ] as const
  ).map(([locator, label, printed]): DocumentCase => ({
    what: `${label ?? 'page'} ${locator} in APA`,
    style: 'apa',
    items: [SOURCES.book],
    cites: [[{ source: 1, locator, ...(label !== undefined && { label }) }]],
    citations: [`(Okafor, 2019, ${printed})`],
  })),
  ...(
    [
      ['12', 'note', 'n. 12'],
      ['3', 'volume', 'vol. 3'],
      ['2', 'part', 'pt. 2'],
      ['4', 'line', 'l. 4'],
      ['9', 'column', 'col. 9'],
      ['salvage', 'sub-verbo', 's.v. salvage'],
      ['7', 'article', 'art. 7'],
    ] as const
  ).map(([locator, label, printed]): DocumentCase => ({
    what: `${label} ${locator} in Chicago`,
    style: SHORT,
    items: [SOURCES.book],
    cites: [[{ source: 1, locator, label }]],
    citations: [`Okafor, *Cables and Empires*, ${printed}.`],
  })),
  {
    what: 'a page in German',
    style: 'apa',
    language: 'de',
    items: [SOURCES.book],
    cites: [[{ source: 1, locator: '5-9' }]],
    citations: ['(Okafor, 2019, S. 5–9)'],
  },
  ...(
    [
      ['de', 'table', 'Tabelle 2'],
      ['de', 'appendix', 'Anhang 2'],
      ['fr', 'table', 'Tableau 2'],
      ['tr', 'table', 'Tablo 2'],
      ['ko', 'figure', '그림 2'],
      ['ko', 'article', '조 2'],
      ['ja', 'table', '表 2'],
    ] as const
  ).map(([language, label, printed]): DocumentCase => ({
    what: `${label} in ${language}`,
    style: 'apa',
    language,
    items: [SOURCES.book],
    cites: [[{ source: 1, locator: '2', label }]],
    citations: [`(Okafor, 2019, ${printed})`],
  })),
  {
    what: 'a figure in MLA',
    style: MLA,
    items: [SOURCES.book],
    cites: [[{ source: 1, locator: '2', label: 'figure' }]],
    citations: ['(Okafor, fig. 2)'],
  },
];

const LANGUAGES: DocumentCase[] = [
  {
    what: 'British marks: the comma stands outside',
    style: NOTES,
    language: 'en-GB',
    items: [SOURCES.newspaper],
    citations: [
      'Aino Virtanen, ‘Anchor Found near Broken Pipeline’, *Northern Herald*, 24 October 2023, https://herald.example/anchor.',
    ],
  },
  {
    what: 'German',
    style: NOTES,
    language: 'de',
    items: [SOURCES.chapter],
    citations: [
      'Jiho Park, „Who owns the seabed?“, in *A handbook of straits*, hg. von Sara Lindqvist (Oxford: Meridian Press, 2018), 41–67.',
    ],
    list: [
      'Park, Jiho. „Who owns the seabed?“ In *A handbook of straits*, herausgegeben von Sara Lindqvist, 41–67. Oxford: Meridian Press, 2018.',
    ],
  },
  {
    what: 'French, with its spaces that do not break',
    style: NOTES,
    language: 'fr',
    items: [article('Qui répare les câbles\u00A0?', { language: 'fr', issued: on(2022, 8) })],
    citations: ['Ann Reid, «\u00A0Qui répare les câbles\u00A0?\u00A0», *Strait Review*, août 2022.'],
  },
  {
    what: 'Korean dates in a note',
    style: NOTES,
    language: 'ko',
    items: [
      {
        ...SOURCES.newspaper,
        author: [person('서', '윤재')],
        title: '닻이 발견되다',
        language: 'ko',
        'container-title': '북방신문',
      },
    ],
    citations: ['서윤재, “닻이 발견되다”, 북방신문, 2023년 10월 24일, https://herald.example/anchor.'],
  },
  {
    what: 'Korean: and others, after one name',
    style: 'apa',
    language: 'ko',
    items: [book(many(3))],
    citations: ['(NameA 외, 2020)'],
  },
  {
    what: 'Korean: and others, which is never italic',
    style: HARVARD,
    language: 'ko',
    items: [book(many(4))],
    list: ['NameA, J. 외 (2020) *Straits*. Quay Books.'],
  },
  {
    what: 'Korean: and others, after several names',
    style: NOTES,
    language: 'ko',
    items: [book(many(11))],
    list: [
      'NameA, Jo, Jo NameB, Jo NameC, Jo NameD, Jo NameE, Jo NameF, Jo NameG 외. *Straits*. Quay Books, 2020.',
    ],
  },
  {
    what: 'Japanese marks and dates in a note',
    style: NOTES,
    language: 'ja',
    items: [
      {
        ...SOURCES.newspaper,
        author: [person('田中', '花子')],
        title: '錨が見つかる',
        language: 'ja',
        'container-title': '北方新聞',
      },
    ],
    citations: ['田中花子, 「錨が見つかる」, 北方新聞, 2023年10月24日, https://herald.example/anchor.'],
  },
  {
    what: 'Turkish',
    style: NOTES,
    language: 'tr',
    items: [
      article('Boğazlar ve ışık', { author: [person('Çelik', 'İpek')], language: 'tr', issued: on(2022, 8) }),
    ],
    citations: ['İpek Çelik, “Boğazlar ve ışık”, *Strait Review*, Ağustos 2022.'],
  },
  ...(
    [
      ['de', '(2023, 9. Mai)', ''],
      ['fr', '(2023, 9 mai)', ''],
      ['ko', '(2023, 5월 9일)', ''],
      ['ja', '(2023年, 5月9日)', ''],
      ['tr', '(2023, 9 Mayıs)', ''],
      ['en-GB', '(2023, May 9)', ''],
    ] as const
  ).map(([language, date]): DocumentCase => ({
    what: `the date of APA in ${language}`,
    style: 'apa',
    language,
    items: [SOURCES.webPage],
    list: [`Harbour Institute. ${date}. *How seabed cables are repaired*. https://harbour.example/cables`],
  })),
  {
    what: 'when it was looked up, in Korean',
    style: 'apa',
    language: 'ko',
    items: [SOURCES.undatedPage],
    list: [
      'Cable Registry. (일자 없음). *About the register*. 검색일 2024년 1월 5일, https://registry.example/about',
    ],
  },
  {
    what: 'when it was looked up, in Japanese',
    style: 'apa',
    language: 'ja',
    items: [SOURCES.undatedPage],
    list: [
      'Cable Registry. (日付なし). *About the register*. 取得日 2024年1月5日, https://registry.example/about',
    ],
  },
  {
    what: 'a German title keeps its capitals in an English brief',
    style: NOTES,
    items: [article('Wem gehört der Meeresboden?', { language: 'de' })],
    citations: ['Ann Reid, “Wem gehört der Meeresboden?,” *Strait Review*, 2020.'],
  },
  {
    what: 'a Turkish title keeps its letters in an English brief',
    style: NOTES,
    items: [article('istanbul ve ışık', { language: 'tr' })],
    citations: ['Ann Reid, “istanbul ve ışık,” *Strait Review*, 2020.'],
  },
  {
    what: 'a title in a language that nobody knows keeps its letters',
    style: NOTES,
    items: [article('ha-olam ba-yam', { language: 'unknown' })],
    citations: ['Ann Reid, “ha-olam ba-yam,” *Strait Review*, 2020.'],
  },
];

/** [what, title, in a Chicago note, in the list of APA] */
const TITLES: [string, string, string, string][] = [
  [
    'quotation marks inside',
    'The word "sabotage" in treaties',
    '“The Word ‘Sabotage’ in Treaties,”',
    'The word “sabotage” in treaties.',
  ],
  [
    'curly marks inside',
    'The word “sabotage” in treaties',
    '“The Word ‘Sabotage’ in Treaties,”',
    'The word “sabotage” in treaties.',
  ],
  ['quotation marks at the end', 'On "grey zones"', '“On ‘Grey Zones,’”', 'On “grey zones.”'],
  ['quotation marks around all of it', '"Nobody heard it"', '“‘Nobody Heard It,’”', '“Nobody heard it.”'],
  ['a question mark', 'Who pays?', '“Who Pays?,”', 'Who pays?'],
  [
    'a question in quotation marks',
    'They asked "who pays?"',
    '“They Asked ‘Who Pays?,’”',
    'They asked “who pays?”',
  ],
  ['an exclamation mark', 'Cut!', '“Cut!,”', 'Cut!'],
  ['a full stop', 'We heard nothing.', '“We Heard Nothing,”', 'We heard nothing.'],
  [
    'an abbreviation',
    'Cables of Harbour Telegraph Co.',
    '“Cables of Harbour Telegraph Co.,”',
    'Cables of Harbour Telegraph Co.',
  ],
  ['an ellipsis', 'And then ...', '“And Then ...,”', 'And then ...'],
  [
    'apostrophes',
    "The ship's master and the owners' money",
    '“The Ship’s Master and the Owners’ Money,”',
    'The ship’s master and the owners’ money.',
  ],
  ['italics', 'The <i>Aurora</i> affair', '“The *Aurora* Affair,”', 'The *Aurora* affair.'],
  ['raised signs', 'CO<sub>2</sub> at sea', '“CO{subscript: 2} at Sea,”', 'CO{subscript: 2} at sea.'],
  [
    'a word whose case is fixed',
    'The <span class="nocase">eBay</span> of cables',
    '“The eBay of Cables,”',
    'The eBay of cables.',
  ],
  ['a tag alone', 'The <b> in the log', '“The <b> in the Log,”', 'The <b> in the log.'],
  [
    'signs of comparison',
    'Depth < 40 m and > 10 m',
    '“Depth < 40 m and > 10 m,”',
    'Depth < 40 m and > 10 m.',
  ],
  [
    'an ampersand',
    'Search &amp; rescue & salvage',
    '“Search &amp; Rescue & Salvage,”',
    'Search &amp; rescue & salvage.',
  ],
  ['signs of patterns', 'A $& and $1 story', '“A $& and $1 Story,”', 'A $& and $1 story.'],
  ['a colon', 'Cables: a history', '“Cables: A History,”', 'Cables: a history.'],
  ['capitals alone', 'NATO AND THE CABLES', '“NATO AND THE CABLES,”', 'NATO AND THE CABLES.'],
  ['an address', 'booking.com at sea', '“booking.com at Sea,”', 'booking.com at sea.'],
  [
    'an address alone',
    'https://strait.example/a-b',
    '“https://strait.example/a-b,”',
    'https://strait.example/a-b.',
  ],
  [
    'initials with stops',
    'The U.S.-led patrol vs. the fleet',
    '“The U.S.-Led Patrol vs. the Fleet,”',
    'The U.S.-led patrol vs. the fleet.',
  ],
  ['a space that parts a Japanese headline', '断線　修理船', '“断線　修理船,”', '断線　修理船.'],
  ['spaces and line ends', '  Two\n lines ', '“Two Lines,”', 'Two lines.'],
];

const IN_TITLES: DocumentCase[] = TITLES.flatMap(([what, title, note, listed]): DocumentCase[] => [
  {
    what: `${what}, in a Chicago note`,
    style: NOTES,
    items: [article(title)],
    citations: [`Ann Reid, ${note} *Strait Review*, 2020.`],
  },
  {
    what: `${what}, in the list of APA`,
    style: 'apa',
    items: [article(title)],
    list: [`Reid, A. (2020). ${listed} *Strait Review*.`],
  },
]);

/** As importers find them: the name of the site, or of the newspaper, is known as that of the publisher. */
const PUBLISHED: DocumentCase[] = [
  {
    what: 'a newspaper that is its own publisher is named once',
    style: 'ieee',
    items: [article('Two cables fail', { type: 'article-newspaper', publisher: 'Strait Review' })],
    list: ['[1] A. Reid, “Two cables fail,” *Strait Review*, 2020.'],
  },
  ...(
    [
      ['ieee', '[1] A. Reid, “Depths,” Harbour Institute.'],
      [MLA, 'Reid, Ann. “Depths.” *Harbour Institute*, 9 May 2020.'],
      [NOTES, 'Reid, Ann. “Depths.” Harbour Institute, May 9, 2020.'],
      ['oscola', 'Reid A, ‘Depths’ (*Harbour Institute*, 9 May 2020)'],
      ['vancouver', '1. Reid A. Depths. Harbour Institute; 2020.'],
    ] as const
  ).map(([style, listed]): DocumentCase => ({
    what: `a page by its publisher alone, in ${style}`,
    style,
    items: [
      {
        type: 'webpage',
        title: 'Depths',
        author: [reid],
        publisher: 'Harbour Institute',
        issued: on(2020, 5, 9),
      },
    ],
    list: [listed],
  })),
  {
    what: 'a blog that is known as the publisher, in APA (10.1)',
    style: 'apa',
    items: [
      {
        type: 'post-weblog',
        title: 'A landing station',
        author: [reid],
        publisher: 'Cable & Coast',
        issued: on(2020, 5, 9),
      },
    ],
    list: ['Reid, A. (2020, May 9). A landing station. *Cable & Coast*.'],
  },
  {
    what: 'a site goes before its publisher, in APA (10.16)',
    style: 'apa',
    items: [
      {
        type: 'webpage',
        title: 'Depths',
        author: [reid],
        'container-title': 'Sea News',
        publisher: 'Sea Media Ltd',
        issued: on(2020, 5, 9),
      },
    ],
    list: ['Reid, A. (2020, May 9). *Depths*. Sea News.'],
  },
  {
    what: 'the author of a page is not named as that of the site',
    style: 'vancouver',
    items: [
      {
        type: 'webpage',
        title: 'Depths',
        author: [reid],
        'container-title': 'Sea News',
        issued: on(2020),
        accessed: on(2024, 1, 5),
        URL: 'https://sea.example/depths',
      },
    ],
    list: [
      '1. Reid A. Depths [Internet]. Sea News; 2020 [cited 2024 Jan 5]. Available from: https://sea.example/depths',
    ],
  },
  {
    what: 'an article without a page in Vancouver',
    style: 'vancouver',
    items: [
      article('Two cables fail', {
        type: 'article-newspaper',
        issued: on(2020, 5, 9),
        URL: 'https://sea.example/two',
      }),
      article('Three', { type: 'article-newspaper', issued: on(2020, 5, 9) }),
    ],
    list: [
      '1. Reid A. Two cables fail. Strait Review [Internet]. 2020 May 9. Available from: https://sea.example/two',
      '2. Reid A. Three. Strait Review. 2020 May 9.',
    ],
  },
  {
    what: 'a report by its title in a citation of APA (8.14)',
    style: 'apa',
    items: [{ type: 'report', title: 'Cables at risk', publisher: 'Harbour Institute', issued: on(2023) }],
    citations: ['(*Cables at Risk*, 2023)'],
  },
];

const law = (more: Partial<CslItem>): CslItem => ({
  type: 'legislation',
  title: 'Cable Act',
  issued: on(2021),
  ...more,
});

const NUMBERS: DocumentCase[] = [
  {
    what: 'the number of a report is no range',
    style: 'apa',
    items: [{ ...SOURCES.thinkTankReport, number: '2023-14' }],
    list: [
      'Lindqvist, S., Okafor, C. M., & Park, J. (2024). *Grey zones: attribution at sea* (Policy Paper No. 2023-14). Harbour Institute. https://harbour.example/p7',
    ],
  },
  ...([NOTES, 'apa'] as const).flatMap((style): DocumentCase[] => [
    {
      what: `a public law of the United States, in ${style}`,
      style,
      items: [law({ number: '117-58', volume: '135', 'container-title': 'Stat.', page: '429-440' })],
      list: ['Cable Act, Pub. L. No. 117-58, 135 Stat. 429 (2021).'],
    },
    {
      what: `a law by its page, in ${style}`,
      style,
      items: [law({ volume: '135', 'container-title': 'Stat.', page: '429-440' })],
      list: ['Cable Act, 135 Stat. 429 (2021).'],
    },
    {
      what: `a regulation of the European Union is no public law, in ${style}`,
      style,
      items: [
        law({
          title: 'Regulation (EU) 2016/679',
          number: '2016/679',
          volume: '119',
          'container-title': 'OJ L',
          page: '1',
        }),
      ],
      list: ['Regulation (EU) 2016/679, 119 OJ L 1 (2021).'],
    },
    {
      what: `nor is a law of another state by its number, in ${style}`,
      style,
      items: [law({ number: '6698', 'container-title': 'Resmî Gazete' }), law({ number: 'c. 16' })],
      list: ['Cable Act, c. 16 (2021).', 'Cable Act, 6698, Resmî Gazete (2021).'],
    },
  ]),
  {
    what: 'a bill with a bare number is no public law either',
    style: NOTES,
    items: [{ type: 'bill', title: 'Cable Bill', number: '142', issued: on(2023) }],
    list: ['Cable Bill, 142 (2023).'],
  },
  {
    what: 'a bill and its parliament, in the endnotes of briefs',
    style: 'briefing-endnotes',
    items: [SOURCES.bill, law({ title: 'Regulation (EU) 2016/679', number: '2016/679' })],
    list: [
      'Regulation (EU) 2016/679, 2021.',
      'Undersea Cable Security Act, H.R. 1234, 118th Cong., March 1, 2023.',
    ],
  },
];

const spoken: CslItem = {
  type: 'interview',
  title: '',
  author: [reid],
  interviewer: [person('Park', 'Jiho')],
  issued: on(2020, 5, 9),
};
const message = (author: CslName, more: Partial<CslItem> = {}): CslItem => ({
  type: 'personal_communication',
  title: '',
  author: [author],
  issued: on(2020, 5, 9),
  ...more,
});

const UNTITLED: DocumentCase[] = [
  {
    what: 'an interview goes by its people',
    style: NOTES,
    items: [spoken],
    citations: ['Ann Reid, interview by Jiho Park, May 9, 2020.'],
    list: ['Reid, Ann. Interview by Jiho Park, May 9, 2020.'],
  },
  {
    what: 'a message, too',
    style: 'apa',
    items: [message(reid)],
    citations: ['(A. Reid, personal communication, May 9, 2020)'],
  },
  {
    what: 'messages in the endnotes of briefs',
    style: 'briefing-endnotes',
    items: [
      message(reid, { genre: 'email', recipient: [person('Park', 'Jiho')] }),
      message(person('Sol', 'Eva')),
    ],
    citations: [
      'Ann Reid, email to Jiho Park, May 9, 2020.',
      'Eva Sol, personal communication, May 9, 2020.',
    ],
    list: ['Reid, Ann, email to Jiho Park, May 9, 2020.', 'Sol, Eva, personal communication, May 9, 2020.'],
  },
  {
    what: 'nobody is named: it is said to have no title',
    style: NOTES,
    items: [{ type: 'interview', title: '', issued: on(2020) }],
    citations: ['“[Untitled],” 2020.'],
  },
];

const FIELDS: DocumentCase[] = [
  {
    what: 'a publisher that ends in a stop',
    style: 'apa',
    items: [book([reid], { publisher: 'Harbour & Co.' })],
    list: ['Reid, A. (2020). *Straits*. Harbour & Co.'],
  },
  {
    what: 'a name that ends in a stop',
    style: CHICAGO_DATE,
    items: [book([body('Harbour Telegraph Inc.')])],
    list: ['Harbour Telegraph Inc. 2020. *Straits*. Quay Books.'],
  },
  {
    what: 'empty fields',
    style: NOTES,
    items: [book([reid], { publisher: '', edition: ' ', volume: '', 'publisher-place': '\n' })],
    citations: ['Ann Reid, *Straits*, 2020.'],
  },
  {
    what: 'a DOI that is given as an address',
    style: 'apa',
    items: [{ ...SOURCES.paper, DOI: 'https://doi.org/10.5555/osc.8' }],
    list: [
      'Okafor, C. M., & Park, J. (2021). Locating cable faults by sound. *Proceedings of the Ocean Sensing Conference*, 8–15. https://doi.org/10.5555/osc.8',
    ],
  },
  {
    what: 'a DOI goes before an address',
    style: NOTES,
    items: [{ ...SOURCES.dataset, URL: 'https://oda.example/faults' }],
    list: [
      'Harbour Institute. “Cable Faults, 1990-2022.” Oslo Data Archive, 2023. https://doi.org/10.5555/oda.faults.',
    ],
  },
  {
    what: 'an address with signs',
    style: HARVARD,
    items: [{ ...SOURCES.pressRelease, URL: "https://mod.example/a_b?c=d&e='f'#g--h" }],
    list: [
      "Ministry of Defence (2024) *Ministers agree on cable patrols*. Available at: https://mod.example/a_b?c=d&e='f'#g--h.",
    ],
  },
  {
    what: 'pages that are no range of numbers',
    style: 'apa',
    items: [article('Talks', { type: 'article-newspaper', page: 'A1, A4-A5' })],
    list: ['Reid, A. (2020). Talks. *Strait Review*, A1, A4–A5.'],
  },
  {
    what: 'an edition in words',
    style: 'apa',
    items: [book([reid], { edition: 'revised edition' })],
    list: ['Reid, A. (2020). *Straits* (revised edition). Quay Books.'],
  },
  {
    what: 'a review',
    style: NOTES,
    items: [
      article('A needed book', {
        type: 'review-book',
        'reviewed-title': 'Cables',
        'reviewed-author': [person('Moreau', 'Luc')],
        volume: '3',
        page: '4-5',
      }),
    ],
    citations: ['Ann Reid, “A Needed Book,” *Strait Review* 3 (2020): 4–5.'],
    departs: 'What is reviewed is left out.',
  },
  {
    what: 'a site that is named by its address',
    style: NOTES,
    items: [{ type: 'webpage', title: 'Depths', 'container-title': 'strait.example', issued: on(2020) }],
    citations: ['“Depths,” strait.example, 2020.'],
  },
  {
    what: 'a title that begins with an address sorts by it',
    style: 'apa',
    items: [
      { type: 'webpage', title: 'zebra', issued: on(2020) },
      { type: 'webpage', title: 'booking.com', issued: on(2020) },
      { type: 'webpage', title: 'anchors', issued: on(2020) },
    ],
    list: ['*anchors*. (2020).', '*booking.com*. (2020).', '*zebra*. (2020).'],
  },
  {
    what: 'a film by its director',
    style: NOTES,
    items: [
      {
        type: 'motion_picture',
        title: 'The strait',
        director: [reid],
        publisher: 'Film AS',
        issued: on(2012),
      },
    ],
    citations: ['Ann Reid, *The Strait* (Film AS, 2012).'],
    departs: '14.265 would say that she directed it.',
  },
  {
    what: 'volumes of a work',
    style: NOTES,
    items: [book([reid], { 'number-of-volumes': '3' })],
    list: ['Reid, Ann. *Straits*. 3 vols. Quay Books, 2020.'],
  },
  {
    what: 'a series',
    style: NOTES,
    items: [book([reid], { 'collection-title': 'Sea Studies', 'collection-number': '4' })],
    list: ['Reid, Ann. *Straits*. Sea Studies 4. Quay Books, 2020.'],
  },
];

export const DOCUMENTS: readonly [group: string, cases: readonly DocumentCase[]][] = [
  ['names', NAMES],
  ['dates', DATES],
  ['telling apart', TOLD_APART],
  ['repeated citations', REPEATED],
  ['several sources, and words around them', GROUPED],
  ['places in a source', PLACES],
  ['languages', LANGUAGES],
  ['signs in titles', IN_TITLES],
  [
    'marks in titles',
    MARKED.map(([what, style, item, cited]) =>
      style === 'ieee'
        ? { what, style, items: [item], list: [cited] }
        : { what, style, items: [item], citations: [cited] },
    ),
  ],
  ['known by the publisher', PUBLISHED],
  ['numbers', NUMBERS],
  ['without a title', UNTITLED],
  ['other fields', FIELDS],
];
