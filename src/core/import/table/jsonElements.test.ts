import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Element, JsonElements, MAX_ELEMENT, type Place, placeOfRows } from './jsonElements.ts';

function elementsOf(text: string, place: Place, size = text.length): Element[] {
  const elements = new JsonElements(place);
  const found: Element[] = [];
  for (let at = 0; at < text.length; at += size) found.push(...elements.push(text.slice(at, at + size)));
  return found;
}
const placed = (text: string): unknown[] =>
  elementsOf(text, placeOfRows(text)!).map((element) => JSON.parse(element.text!) as unknown);

describe('the objects of a JSON file', () => {
  const rows = [
    { title: 'A {brace} and a "quote"', tags: [{ a: 1 }] },
    { title: 'B\\', nested: { c: [] } },
  ];

  it.each([
    ['an array', rows],
    ['an array in an object', { status: 'ok', total: 2, articles: rows }],
    ['an array further inside', { response: { meta: { a: [{ b: 1 }] }, docs: rows } }],
    [
      'hits of a search engine',
      { hits: { total: { value: 2 }, hits: rows.map((row) => ({ _source: row })) } },
    ],
  ])('are found in %s', (what, value) => {
    const found = placed(JSON.stringify(value, null, 2));
    expect(found).toEqual(what.startsWith('hits') ? rows.map((row) => ({ _source: row })) : rows);
  });

  it('are the members of an object of objects, the object itself, or values one after the other', () => {
    const members = { a: { title: 'A' }, b: { title: 'B' }, c: { title: 'C' } };
    expect(placed(JSON.stringify(members))).toEqual(Object.values(members));
    const one = { title: 'Alone', text: 'Words '.repeat(30), authors: [{ name: 'A B' }] };
    expect(placed(JSON.stringify(one))).toEqual([one]);
    expect(placed(rows.map((row) => JSON.stringify(row, null, 1)).join('\n'))).toEqual(rows);
  });

  it('are the same in pieces of any size', () => {
    fc.assert(
      fc.property(
        fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { minLength: 1 }),
        fc.integer({ min: 1, max: 9 }),
        (list, size) => {
          const text = JSON.stringify(list);
          const place: Place = { path: [], kind: 'elements' };
          expect(
            elementsOf(text, place, size).map((element) => JSON.parse(element.text!) as unknown),
          ).toEqual(JSON.parse(text));
        },
      ),
    );
  });

  it('are passed over beyond the limit, and nothing is held of them', () => {
    const elements = new JsonElements({ path: [], kind: 'elements' });
    const found = [...elements.push('[{"a":"')];
    for (let sent = 0; sent < MAX_ELEMENT * 2; sent += 1 << 20)
      found.push(...elements.push('x'.repeat(1 << 20)));
    found.push(...elements.push('"},{"a":1}]'));
    expect(found).toEqual([
      { number: 1, text: null },
      { number: 2, text: '{"a":1}' },
    ]);
  });

  it('never fail, whatever the text is', () => {
    const text = fc
      .array(fc.constantFrom('{', '}', '[', ']', '"', '\\', ',', ':', 'a', '1', '"a":'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (json) => {
        const place = placeOfRows(json);
        if (place !== null) elementsOf(json, place, 3);
      }),
      { numRuns: 500 },
    );
    expect(elementsOf('['.repeat(1_000_000), { path: [], kind: 'elements' })).toEqual([]);
  });
});
