import { describe, expect, it } from 'vitest';
import { CSL_DATE_FIELDS, CSL_NAMES_FIELDS, CSL_TEXT_FIELDS, CSL_TYPES, type CslItem } from '#domain/csl.ts';
import { cslOf, draftOf, mergeEdits } from './draft.ts';
import { fieldLabel } from './fieldLabels.ts';
import { fieldsOf, otherFields } from './fields.ts';
import { isList, moved } from './nameEdits.ts';

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
    draft.dates.issued = '9–11 May 2023';
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

  it('names what cannot be stored, and asks which day is meant', () => {
    const draft = draftOf(item);
    draft.text.title = '';
    draft.dates.issued = '5/9/2023';
    draft.dates.accessed = '2023-13';
    const { errors } = cslOf(draft, item);
    expect(Object.keys(errors).toSorted()).toEqual(['accessed', 'issued', 'title']);
    expect(errors.issued?.choices?.map((date) => date['date-parts'][0])).toEqual([
      [2023, 9, 5],
      [2023, 5, 9],
    ]);
  });

  it('keeps every field when the kind of source changes', () => {
    const draft = draftOf(item);
    draft.type = 'treaty';
    expect(cslOf(draft, item).csl).toEqual({ ...item, type: 'treaty' });
  });

  it('keeps a date as it is that could not be typed', () => {
    const odd: CslItem = { ...item, issued: { 'date-parts': [[-44, 3, 15]] } };
    expect(cslOf(draftOf(odd), odd)).toEqual({ csl: odd, errors: {} });
  });

  it('shows titles with their marks, and takes marks that were typed', () => {
    const marked: CslItem = {
      ...item,
      title: 'The Mayak case',
      markup: { title: 'The <i>Mayak</i> case' },
    };
    const draft = draftOf(marked);
    expect(draft.text.title).toBe('The <i>Mayak</i> case');
    expect(cslOf(draft, marked).csl).toEqual(marked);
    draft.text.title = 'The Mayak case';
    draft.text['container-title'] = 'On <em>Ulysses</em>';
    expect(cslOf(draft, marked).csl).toEqual({
      ...item,
      title: 'The Mayak case',
      'container-title': 'On Ulysses',
      markup: { 'container-title': 'On <i>Ulysses</i>' },
    });
  });

  it('asks for a title that has words', () => {
    const draft = draftOf(item);
    draft.text.title = '<i> </i>';
    expect(cslOf(draft, item).errors.title).toBeDefined();
  });

  it('changes only what was edited where another window has saved meanwhile', () => {
    const stored: CslItem = { ...item, publisher: 'Theirs', 'container-title': 'Theirs' };
    const { 'container-title': _gone, ...edited } = { ...item, title: 'Mine', genre: 'Essay' };
    const merged = mergeEdits(edited, item, stored);
    expect(merged).toEqual({ ...edited, publisher: 'Theirs' });
  });
});

describe('fields', () => {
  it.each(CSL_TYPES)('of %s and the others together are all fields, each once', (type) => {
    const fields = [...fieldsOf(type), ...otherFields(type).flatMap((group) => group.fields)];
    expect(new Set(fields).size).toBe(fields.length);
    expect(fields.toSorted()).toEqual(
      [...CSL_NAMES_FIELDS, ...CSL_DATE_FIELDS, ...CSL_TEXT_FIELDS].toSorted(),
    );
    expect(fields.slice(0, 2)).toEqual(['title', 'author']);
  });

  it('are called as that kind of source calls them', () => {
    expect(fieldLabel('container-title', 'article-newspaper')).toBe('Newspaper');
    expect(fieldLabel('authority', 'legal_case')).toBe('Court');
    expect(fieldLabel('container-title', 'document')).toBe('Publication');
  });
});

describe('names', () => {
  it('move without one being lost', () => {
    const names = ['A', 'B', 'C'].map((literal) => ({ literal }));
    expect(moved(names, 0, 2).map(({ literal }) => literal)).toEqual(['B', 'C', 'A']);
    expect(moved(names, 2, 0).map(({ literal }) => literal)).toEqual(['C', 'A', 'B']);
    expect(moved(names, 5, 0)).toEqual(names);
  });

  it('are a list where they stand one a line, or parted', () => {
    expect(['A Roe\nB Roe', 'Roe, A; Roe, B', 'A Roe and B Roe', 'A Roe, B Roe, C Roe'].map(isList)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['Ada Roe', 'Roe, Ada', 'Anderson'].map(isList)).toEqual([false, false, false]);
  });
});
