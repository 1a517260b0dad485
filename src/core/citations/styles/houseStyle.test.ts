import { describe, expect, it } from 'vitest';
import { plainText } from '#domain/citation.ts';
import type { CslItem } from '#domain/csl.ts';
import { formatCitations } from '../engine/engine.ts';

const on = (...parts: number[]): CslItem['issued'] => ({ 'date-parts': [parts] });
const named = (family: string, given: string) => ({ family, given });
const body = (literal: string) => [{ literal }];

const news: CslItem = {
  type: 'article-newspaper',
  title: 'Kremlin weighs gas cut to Europe',
  'title-short': 'Kremlin weighs gas cut',
  author: [named('Smith', 'Jane'), named('Roe', 'Ali')],
  'container-title': 'Financial Times',
  issued: on(2023, 5, 9),
  URL: 'https://ft.example/gas',
};
const page: CslItem = {
  type: 'webpage',
  title: 'Visa rules',
  author: body('UK Home Office'),
  'container-title': 'GOV.UK',
  accessed: on(2023, 6, 3),
  URL: 'https://gov.example/visa',
};
const chapter: CslItem = {
  type: 'chapter',
  title: 'Grey zones',
  author: [named('Hartley', 'Leslie')],
  editor: [named('Roe', 'Jane')],
  'container-title': 'Handbook of Conflict',
  publisher: 'Routledge',
  edition: '2',
  issued: on(2019),
};

function notes(item: CslItem, language = 'en-US'): [first: string, later: string, listed: string] {
  const formatted = formatCitations({
    styleId: 'briefing-endnotes',
    language,
    clusters: [
      [{ articleId: 1, locator: '12', label: 'page' }],
      [{ articleId: 1, locator: '4', label: 'paragraph' }],
    ],
    footnotes: [],
    uncited: [],
    items: new Map([[1, item]]),
  });
  const [first, later] = formatted.clusters.map(({ content }) => plainText(content));
  return [first!, later!, plainText(formatted.bibliography[0]!.content)];
}

describe('the style for the endnotes of briefs', () => {
  it('names the source in the first note, and points to that in later ones', () => {
    expect(notes(news)).toEqual([
      'Jane Smith and Ali Roe, “Kremlin weighs gas cut to Europe,” Financial Times, May 9, 2023, p. 12, https://ft.example/gas.',
      'Smith and Roe, “Kremlin weighs gas cut” (note 1), para. 4.',
      'Smith, Jane and Ali Roe. “Kremlin weighs gas cut to Europe,” Financial Times, May 9, 2023, https://ft.example/gas.',
    ]);
  });

  it.each<[string, CslItem, string]>([
    [
      'a page without a date',
      page,
      'UK Home Office, “Visa rules,” GOV.UK, accessed June 3, 2023, p. 12, https://gov.example/visa.',
    ],
    [
      'a report',
      {
        type: 'report',
        title: 'Deterrence',
        author: [named('Li', 'Wei')],
        genre: 'Asia Report',
        number: '331',
        publisher: 'ICG',
        issued: on(2023, 10),
      },
      'Wei Li, Deterrence, Asia Report 331, ICG, October 2023, p. 12.',
    ],
    [
      'a law',
      {
        type: 'legislation',
        title: 'Energy Act 2023',
        number: 'c. 52',
        authority: 'UK Parliament',
        issued: on(2023, 10, 26),
      },
      'Energy Act 2023, c. 52, UK Parliament, October 26, 2023, p. 12.',
    ],
    [
      'a treaty',
      {
        type: 'treaty',
        title: 'Treaty on the Non-Proliferation of Nuclear Weapons',
        volume: '729',
        'container-title': 'UNTS',
        page: '161-175',
        issued: on(1968, 7, 1),
      },
      'Treaty on the Non-Proliferation of Nuclear Weapons, 729 UNTS 161, July 1, 1968, p. 12.',
    ],
    [
      'a hearing',
      {
        type: 'hearing',
        title: 'Worldwide threats',
        section: 'Select Committee on Intelligence',
        authority: 'United States Senate',
        number: 'S. Hrg. 118-31',
        issued: on(2023, 3, 8),
      },
      'Worldwide threats, Select Committee on Intelligence, United States Senate, S. Hrg. 118-31, March 8, 2023, p. 12.',
    ],
    [
      'a message',
      {
        type: 'personal_communication',
        title: 'Export licences',
        author: [named('Kaya', 'Deniz')],
        recipient: [named('Doe', 'John')],
        genre: 'e-mail',
        issued: on(2023, 2, 1),
      },
      'Deniz Kaya, “Export licences,” e-mail to John Doe, February 1, 2023, p. 12.',
    ],
    [
      'a chapter',
      chapter,
      'Leslie Hartley, “Grey zones,” in Handbook of Conflict, 2nd ed., ed. by Jane Roe, Routledge, 2019, p. 12.',
    ],
    [
      'a report of the body that published it',
      {
        type: 'report',
        title: 'Deterrence',
        author: body('World Bank'),
        authority: 'World Bank',
        publisher: 'The World Bank',
        issued: on(2023),
      },
      'World Bank, Deterrence, 2023, p. 12.',
    ],
    [
      'a report whose body is its series and publisher',
      {
        type: 'report',
        title: 'Deterrence',
        author: [named('Li', 'Wei')],
        'collection-title': 'World Bank',
        authority: 'World bank',
        publisher: 'World Bank',
        issued: on(2023),
      },
      'Wei Li, Deterrence, World Bank, 2023, p. 12.',
    ],
    [
      'a report by a person and a body',
      {
        type: 'report',
        title: 'Deterrence',
        author: [named('Li', 'Wei'), ...body('World Bank')],
        publisher: 'World Bank',
        issued: on(2023),
      },
      'Wei Li and World Bank, Deterrence, 2023, p. 12.',
    ],
    [
      'a report whose body is one of the others',
      {
        type: 'report',
        title: 'Deterrence',
        author: [named('Li', 'Wei'), named('Roe', 'Ali'), named('Doe', 'Jo'), ...body('World Bank')],
        publisher: 'World Bank',
        issued: on(2023),
      },
      'Wei Li et al., Deterrence, World Bank, 2023, p. 12.',
    ],
    [
      'a report that a body edited and published',
      {
        type: 'report',
        title: 'Deterrence',
        editor: body('World Bank'),
        publisher: 'World Bank',
        issued: on(2023),
      },
      'World Bank (ed.), Deterrence, 2023, p. 12.',
    ],
    [
      'a report of one body that another published',
      {
        type: 'report',
        title: 'Deterrence',
        author: body('World Bank'),
        publisher: 'World Bank Publications',
        issued: on(2023),
      },
      'World Bank, Deterrence, World Bank Publications, 2023, p. 12.',
    ],
    ['what has neither author nor date', { type: 'book', title: 'A book' }, 'A book, n.d., p. 12.'],
  ])('reads well for %s', (_what, item, note) => {
    expect(notes(item)[0]).toBe(note);
  });

  it.each([
    [
      'en-GB',
      'Leslie Hartley, ‘Grey zones’, in Handbook of Conflict, 2nd ed., ed. by Jane Roe, Routledge, 2019, p. 12.',
    ],
    [
      'de-DE',
      'Leslie Hartley, „Grey zones“, in Handbook of Conflict, 2. Aufl., hg. von Jane Roe, Routledge, 2019, S. 12.',
    ],
    [
      'ja-JP',
      'Leslie Hartley, 「Grey zones」, Handbook of Conflict, 2 版, 編: Jane Roe, Routledge, 2019年, p. 12.',
    ],
    [
      'ko-KR',
      'Leslie Hartley, “Grey zones”, Handbook of Conflict, 2 판, 편: Jane Roe, Routledge, 2019년, p. 12.',
    ],
    [
      'tr-TR',
      'Leslie Hartley, “Grey zones”, içinde Handbook of Conflict, 2. bs., ed. Jane Roe, Routledge, 2019, s. 12.',
    ],
  ])('speaks %s', (language, note) => {
    expect(notes(chapter, language)[0]).toBe(note);
  });

  it('writes days as the language does', () => {
    const first = { ...news, issued: on(2023, 5, 1) };
    expect(notes(first, 'fr-FR')[0]).toContain('1er mai 2023');
    expect(notes(news, 'fr-FR')[0]).toContain(' 9 mai 2023');
    expect(notes(news, 'tr-TR')[0]).toContain(' 9 Mayıs 2023');
    expect(notes(news, 'ko-KR')[0]).toContain('2023년 5월 9일');
  });
});
