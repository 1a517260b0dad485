import { describe, expect, it } from 'vitest';
import type { CslItem } from '#domain/csl.ts';
import { cslOf, draftOf } from './draft.ts';
import { fieldLabel, fieldsOf } from './fields.ts';

const item: CslItem = {
  type: 'article-newspaper',
  title: 'Common threats',
  author: [{ family: 'Tokmak', given: 'Elcan' }, { literal: 'Reuters' }],
  issued: { 'date-parts': [[2023, 5]], circa: true },
  'container-title': 'The Japan Times',
  URL: 'https://example.org/a',
};

describe('a draft', () => {
  it('gives back what it was made from', () => {
    expect(cslOf(draftOf(item), item)).toEqual({ csl: item, errors: {} });
  });

  it('drops emptied fields and empty names, and trims the rest', () => {
    const draft = draftOf(item);
    draft.text['container-title'] = '  ';
    draft.text.title = ' Common threats ';
    draft.names.author.push({ family: ' ', given: '' });
    const { csl } = cslOf(draft, item);
    expect(csl).not.toHaveProperty('container-title');
    expect(csl.title).toBe('Common threats');
    expect(csl.author).toHaveLength(2);
  });

  it('reads dates as precise as they are typed, and ranges', () => {
    const draft = draftOf(item);
    draft.dates.issued = '2023-05-09/2023-05-11';
    draft.dates.accessed = '2024';
    const { csl } = cslOf(draft, item);
    expect(csl.issued).toEqual({
      'date-parts': [
        [2023, 5, 9],
        [2023, 5, 11],
      ],
    });
    expect(csl.accessed).toEqual({ 'date-parts': [[2024]] });
  });

  it('names what cannot be stored', () => {
    const draft = draftOf(item);
    draft.text.title = '';
    draft.dates.issued = '9 May 2023';
    draft.dates.accessed = '2023-13';
    expect(Object.keys(cslOf(draft, item).errors).toSorted()).toEqual(['accessed', 'issued', 'title']);
  });
});

describe('fields', () => {
  it('show what the kind of source has, and everything that holds something', () => {
    const fields = fieldsOf('report', ['title', 'volume', 'type']);
    expect(fields.slice(0, 4)).toEqual(['title', 'author', 'genre', 'number']);
    expect(fields).toContain('volume');
    expect(fields).not.toContain('type');
    expect(fields).not.toContain('ISSN');
    expect(new Set(fields).size).toBe(fields.length);
  });

  it('are called as that kind of source calls them', () => {
    expect(fieldLabel('container-title', 'article-newspaper')).toBe('Newspaper');
    expect(fieldLabel('container-title', 'treaty')).toBe('Publication');
  });
});
