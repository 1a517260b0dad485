import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StoredDocument, StoredNode } from '../document/stored.ts';
import { compareDocuments, type DocumentChange } from './documents.ts';

const text = (words: string, format = 0): StoredNode => ({ type: 'text', text: words, format });
const block = (id: string | null, ...children: (string | StoredNode)[]): StoredNode => ({
  type: 'paragraph',
  ...(id === null ? {} : { $: { blockId: id } }),
  children: children.map((child) => (typeof child === 'string' ? text(child) : child)),
});
const heading = (id: string, words: string, tag: string): StoredNode => ({
  ...block(id, words),
  type: 'heading',
  tag,
});
const cite = (articleId: number, locator?: string): StoredNode => ({
  type: 'citation',
  items: [{ articleId, locator }],
});
const table = (id: string, ...rows: string[][]): StoredNode => ({
  type: 'table',
  $: { blockId: id },
  children: rows.map((cells) => ({
    type: 'tablerow',
    children: cells.map((cell) => ({ type: 'tablecell', children: [block(null, cell)] })),
  })),
});
const note = (id: string, words: string): StoredNode => ({
  type: 'footnoteDefinition',
  id,
  children: [block(null, words)],
});
const notes = (...children: StoredNode[]): StoredNode => ({ type: 'footnotes', children });
const documentOf = (...children: StoredNode[]): StoredDocument => ({
  docVersion: 1,
  root: { type: 'root', children },
});
const compare = (before: StoredNode[], after: StoredNode[]): DocumentChange[] =>
  compareDocuments(documentOf(...before), documentOf(...after), (items) =>
    items
      .map(({ articleId, locator }) => `Source ${articleId}${locator === undefined ? '' : `, ${locator}`}`)
      .join('; '),
  );
const SIGNS = { added: '+', removed: '-', formatted: '~' };
/** `{-gone}{+come}{~formatted}`, after `kind:`, and `>` where it was moved. */
const drawn = (changes: DocumentChange[]): string[] =>
  changes.map(
    ({ change, moved, parts }) =>
      `${change ?? 'same'}${moved ? ' moved' : ''}: ${parts.map((part) => (part.change === null ? part.text : `{${SIGNS[part.change]}${part.text}}`)).join('')}`,
  );

describe('two states of a brief', () => {
  it('fields and cross references stand in their sentence', () => {
    const field: StoredNode = { type: 'field', field: 'date' };
    const reference: StoredNode = { type: 'crossReference', target: 'b1', form: 'number' };
    const before = [block('a', 'As of ', field, ', see ', reference, '.')];
    expect(drawn(compare(before, [block('a', 'As of ', field, ', look at ', reference, '.')]))).toEqual([
      'edited: As of [field], {-see }{+look at }[cross reference].',
    ]);
  });

  it('comments are no change', () => {
    const commented = (words: string): StoredNode => ({ ...text(words), $: { comments: ['a'.repeat(16)] } });
    expect(drawn(compare([block('a', 'One word')], [block('a', 'One w', commented('or'), 'd')]))).toEqual([
      'same: One word',
    ]);
  });

  it('are compared by words inside blocks of one id, however much they changed', () => {
    expect(
      drawn(compare([block('a', 'The ship sails in March.')], [block('a', 'The ship sails in late May.')])),
    ).toEqual(['edited: The ship sails in {-March}{+late May}.']);
    expect(drawn(compare([block('a', 'Wholly other')], [block('a', 'new words')]))).toEqual([
      'edited: {-Wholly other}{+new words}',
    ]);
    expect(drawn(compare([block('a', '조사가 시작되었다.')], [block('a', '조사가 끝났다.')]))).toEqual([
      expect.stringMatching(/^edited: 조사가 \{-/u),
    ]);
  });

  it('tell what was moved from what came and went', () => {
    const [a, b, c] = [block('a', 'One here.'), block('b', 'Two there.'), block('c', 'Three.')];
    expect(drawn(compare([a, b, c], [c, a, b]))).toEqual([
      'same moved: Three.',
      'same: One here.',
      'same: Two there.',
    ]);
    expect(drawn(compare([a, b, c], [a, block('d', 'New'), c]))).toEqual([
      'same: One here.',
      'removed: {-Two there.}',
      'added: {+New}',
      'same: Three.',
    ]);
  });

  it('are matched by their words where they are older than ids', () => {
    expect(
      drawn(
        compare(
          [block(null, 'Same.'), block(null, 'The first report came late.'), block(null, 'Gone')],
          [
            block('x', 'Same.'),
            block('y', 'The first report came very late.'),
            block(null),
            block('z', 'Other'),
          ],
        ),
      ),
    ).toEqual([
      'same: Same.',
      'edited: The first report came {+very }late.',
      'removed: {-Gone}',
      'added: {+Other}',
    ]);
  });

  it('show citations, marks and pictures as wholes', () => {
    const [change] = compare(
      [block('a', 'Claim', cite(3, '4'), ' and ', cite(5), '.')],
      [block('a', 'Claim', cite(3, '6'), ' and ', cite(5), '.')],
    );
    expect(drawn([change!])).toEqual(['edited: Claim{-[Source 3, 4]}{+[Source 3, 6]} and [Source 5].']);
    expect(change!.parts.filter(({ unit }) => unit === true)).toHaveLength(3);
    const picture = { type: 'picture', sha256: 'aa', alt: 'A map', $: { blockId: 'p' } };
    expect(drawn(compare([picture], [{ ...picture, sha256: 'bb' }]))).toEqual([
      'edited: {-[Picture: A map]}{+[Picture: A map]}',
    ]);
    expect(drawn(compare([picture], [{ ...picture, $: { blockId: 'q' } }]))).toEqual([
      'same: [Picture: A map]',
    ]);
  });

  it('tell formatting and kinds from words', () => {
    const [bold, kind, link] = compare(
      [block('a', 'One ', text('two')), heading('b', 'Title', 'h1'), block('c', 'Page')],
      [
        block('a', 'One ', text('two', 1)),
        heading('b', 'Title', 'h2'),
        block('c', { type: 'link', url: 'https://a.example', children: [text('Page')] }),
      ],
    );
    expect(drawn([bold!, link!])).toEqual(['formatted: One {~two}', 'formatted: {~Page}']);
    expect(kind).toMatchObject({ change: 'formatted', name: 'Heading 2', formerName: 'Heading 1' });
  });

  it('go through tables by cells, also where rows and columns came', () => {
    const [changed] = compare(
      [table('t', ['Port', 'Dues'], ['Aden', '12'], ['Suez', '40'])],
      [
        table(
          't',
          ['Port', 'Year', 'Dues'],
          ['Aden', '2020', '14'],
          ['Oslo', '2021', '9'],
          ['Suez', '2022', '40'],
        ),
      ],
    );
    const cells = changed!.rows!.map(({ change, cells: row }) => [change, ...row.map((cell) => cell.change)]);
    expect(cells).toEqual([
      [null, null, 'added', null],
      [null, null, 'added', 'edited'],
      ['added', 'added', 'added', 'added'],
      [null, null, 'added', null],
    ]);
  });

  it('show notes as blocks of their own, after their ids', () => {
    const mark = { type: 'footnoteReference', id: 'n' };
    const changes = compare(
      [block('a', 'Claim', mark), notes(note('n', 'See there.'))],
      [block('a', 'Claim', mark), notes(note('n', 'See here.'), note('m', 'More.'))],
    );
    expect(drawn(changes)).toEqual(['same: Claim[note]', 'edited: See {-there}{+here}.', 'added: {+More.}']);
    expect(changes[1]).toMatchObject({ name: 'Footnote', after: { index: 1, note: 'n' } });
  });

  it('show lists line by line, and keep what is not known here', () => {
    const list = (checked: boolean): StoredNode => ({
      type: 'list',
      listType: 'check',
      $: { blockId: 'l' },
      children: [
        { type: 'listitem', checked: true, children: [text('One')] },
        { type: 'listitem', checked, children: [text('Two')] },
      ],
    });
    expect(drawn(compare([list(false)], [list(true)]))).toEqual(['edited: ☑ One\n{-☐ }{+☑ }Two']);
    const unknown = { type: 'hologram', children: [block(null, 'Inner words')] };
    expect(drawn(compare([unknown], [{ type: 'unknown', raw: unknown }]))).toEqual(['same: Inner words']);
  });

  const words = fc.constantFrom('a b c', 'a b d', 'x y', 'a c', 'x y z', 'q', '');
  const ids = fc.option(fc.constantFrom('1', '2', '3', '4', '5'), { nil: null });
  const documents = fc.uniqueArray(fc.record({ id: ids, words }), {
    maxLength: 8,
    selector: ({ id }) => id,
    comparator: (left, right) => left !== null && left === right,
  });

  it('give back both texts, whatever they are, and nothing changed between one and itself', () => {
    fc.assert(
      fc.property(documents, documents, (before, after) => {
        const made = [before, after].map((list) => list.map(({ id, words: own }) => block(id, own)));
        const changes = compare(made[0]!, made[1]!);
        const side = (which: 'before' | 'after', gone: 'added' | 'removed'): string[] =>
          changes
            .filter((change) => change[which] !== null)
            .toSorted((left, right) => left[which]!.index - right[which]!.index)
            .map(({ parts }) =>
              parts
                .filter(({ change }) => change !== gone)
                .map((part) => part.text)
                .join(''),
            );
        const filled = (list: typeof before): string[] =>
          list.map((one) => one.words).filter((own) => own !== '');
        expect(side('before', 'added')).toEqual(filled(before));
        expect(side('after', 'removed')).toEqual(filled(after));
        const order = changes.flatMap(({ after: place }) => place?.index ?? []);
        expect(order).toEqual(order.toSorted((left, right) => left - right));
        const resting = changes.flatMap(({ before: place, after: now, moved }) =>
          place === null || now === null || moved ? [] : place.index,
        );
        expect(resting).toEqual(resting.toSorted((left, right) => left - right));
        expect(compare(made[0]!, made[0]!).filter(({ change, moved }) => change !== null || moved)).toEqual(
          [],
        );
      }),
    );
  });
});
