/** Sources for a preview where a brief cites none yet. */
import type { CitationCluster } from '#domain/citation.ts';
import type { CslItem } from '#domain/csl.ts';

export const SAMPLE_ITEMS = new Map<number, CslItem>([
  [
    1,
    {
      type: 'article-newspaper',
      title: 'Ports close as storm nears the strait',
      'title-short': 'Ports close',
      author: [
        { family: 'Okafor', given: 'Ada' },
        { family: 'Lind', given: 'Per' },
      ],
      'container-title': 'The Harbour Times',
      issued: { 'date-parts': [[2024, 3, 9]] },
      URL: 'https://harbour.example/storm',
    },
  ],
  [
    2,
    {
      type: 'report',
      title: 'Shipping after the storm: Risks and remedies',
      'title-short': 'Shipping after the storm',
      author: [{ literal: 'Institute for Sea Trade' }],
      genre: 'Policy paper',
      number: '12',
      publisher: 'Institute for Sea Trade',
      'publisher-place': 'Oslo',
      issued: { 'date-parts': [[2023, 11]] },
    },
  ],
  [
    3,
    {
      type: 'book',
      title: 'A short history of tides',
      author: [{ family: 'Marchetti', given: 'Lucia' }],
      publisher: 'Lantern Press',
      'publisher-place': 'London',
      issued: { 'date-parts': [[2019]] },
    },
  ],
]);

/** A first citation of each, and a later one. */
export const SAMPLE_CLUSTERS: CitationCluster[] = [
  [{ articleId: 1 }],
  [{ articleId: 2, locator: '14', label: 'page' }],
  [{ articleId: 3, locator: '101-103', label: 'page' }],
  [{ articleId: 1 }],
];
