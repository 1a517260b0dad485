import { expect, it } from 'vitest';
import type { ArticleSummary } from '#domain/article.ts';
import type { CslField, CslItem } from '#domain/csl.ts';
import { createSourceChecker } from './checks.ts';
import { printedOf } from './printed.ts';
import { readStyleText } from '../engine/cslText.ts';
import { findStyle } from '../styles/styles.ts';

const check = createSourceChecker();
const gaps = (styleId: string, csl: CslItem, unconfirmed: CslField[] = [], language = 'en-US') =>
  check(findStyle(styleId), language, [{ id: 1, csl, unconfirmed } as unknown as ArticleSummary])[0];

it('points out what the style prints and the source lacks, and what stands in its place', () => {
  const report: CslItem = { type: 'report', title: 'T', author: [{ literal: 'World Bank' }] };
  expect(gaps('apa', report)?.missing).toEqual([{ field: 'issued', instead: 'n.d.' }]);
  expect(gaps('apa', report, [], 'de-DE')?.missing).toEqual([{ field: 'issued', instead: 'o.\u00A0J.' }]);
  const whole: CslItem = { ...report, issued: { 'date-parts': [[2023]] } };
  expect(gaps('apa', whole)).toBeUndefined();
  expect(gaps('chicago-notes', { ...whole, type: 'article-newspaper' })?.missing).toEqual([
    { field: 'container-title', instead: null },
  ]);
});

it('asks only for what the style prints of that kind of source', () => {
  const letter: CslItem = { type: 'personal_communication', title: 'T', author: [{ family: 'Roe' }] };
  expect(gaps('ieee', letter)?.missing.map(({ field }) => field)).toEqual(['issued']);
  expect(gaps('chicago-notes', letter)?.missing.map(({ field }) => field)).toEqual(['recipient', 'issued']);
});

it('points out what nobody confirmed, where it is printed', () => {
  const page: CslItem = {
    type: 'webpage',
    title: 'T',
    publisher: 'Institute',
    author: [{ family: 'Roe' }],
    URL: 'https://example.org/',
    issued: { 'date-parts': [[2023]] },
    abstract: 'A',
  };
  expect(gaps('apa', page, ['title', 'issued', 'abstract', 'type'])).toEqual({
    id: 1,
    missing: [],
    unconfirmed: ['title', 'issued', 'type'],
  });
});

it('follows the branches of a style for the type, and both where the type does not decide', () => {
  const style = readStyleText(`<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="note">
    <info><title>t</title><id>t</id><updated>2024-01-01T00:00:00+00:00</updated></info>
    <macro name="unused"><text variable="DOI"/></macro>
    <macro name="date"><date variable="issued"/><text term="no date" form="short"/></macro>
    <citation><sort><key variable="accessed"/></sort><layout>
      <names variable="author editor"><substitute><names variable="translator"/></substitute></names>
      <choose>
        <if type="book chapter" match="any"><text variable="publisher"/></if>
        <else-if type="report" variable="number" match="all"><number variable="number"/></else-if>
        <else-if type="report"><text variable="genre"/></else-if>
        <else-if type="book" match="none"><text variable="URL"/></else-if>
        <else><text variable="note"/></else>
      </choose>
      <text macro="date"/>
    </layout></citation>
  </style>`);
  const always = ['author', 'editor', 'issued', 'translator'];
  const of = (type: CslItem['type']) => [...printedOf(style, type).variables].toSorted();
  expect(of('book')).toEqual([...always, 'publisher'].toSorted());
  expect(of('report')).toEqual([...always, 'genre', 'number'].toSorted());
  expect(of('map')).toEqual([...always, 'URL'].toSorted());
  expect(printedOf(style, 'map').noDate).toBe('short');
});
