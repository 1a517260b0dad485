import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TableCell } from '#domain/document/ast.ts';
import { tableGrid } from './tableGrid.ts';

const cell = (colSpan = 1, rowSpan = 1, header = false): TableCell => ({
  header,
  colSpan,
  rowSpan,
  children: [],
});
const places = (rows: TableCell[][]): number[][] =>
  tableGrid({ type: 'table', rows }).cells.map(({ x, y, colSpan, rowSpan }) => [x, y, colSpan, rowSpan]);

const head = (rows: TableCell[][]): number => tableGrid({ type: 'table', rows }).headRows;

describe('tableGrid', () => {
  it('puts cells beside and below those that span', () => {
    expect(
      places([
        [cell(1, 2), cell(2)],
        [cell(), cell()],
      ]),
    ).toEqual([
      [0, 0, 1, 2],
      [1, 0, 2, 1],
      [1, 1, 1, 1],
      [2, 1, 1, 1],
    ]);
  });

  it('ends spans at the last row, at the head, and at another cell', () => {
    expect(places([[cell(1, 9)]])).toEqual([[0, 0, 1, 1]]);
    expect(places([[cell(1, 5, true)], [cell()]])).toEqual([
      [0, 0, 1, 1],
      [0, 1, 1, 1],
    ]);
    expect(places([[cell(), cell(1, 2)], [cell(3)]])).toEqual([
      [0, 0, 1, 1],
      [1, 0, 1, 2],
      [0, 1, 1, 1],
    ]);
  });

  it('counts the rows of headers at the top, unless all are headers', () => {
    const header = cell(1, 1, true);
    expect(
      head([
        [header, header],
        [header, cell()],
      ]),
    ).toBe(1);
    expect(head([[header], [header], [cell()]])).toBe(2);
    expect(head([[header], [header]])).toBe(0);
    expect(head([[cell()]])).toBe(0);
    expect(head([])).toBe(0);
  });

  it('never lets cells overlap or leave the table', () => {
    const row = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }), fc.boolean()),
      {
        maxLength: 5,
      },
    );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
        const grid = tableGrid({
          type: 'table',
          rows: rows.map((cells) => cells.map((args) => cell(...args))),
        });
        const taken = new Set<string>();
        for (const { x, y, colSpan, rowSpan } of grid.cells)
          for (let dx = 0; dx < colSpan; dx += 1)
            for (let dy = 0; dy < rowSpan; dy += 1) {
              const place = `${x + dx},${y + dy}`;
              expect(taken.has(place)).toBe(false);
              expect(x + dx).toBeLessThan(grid.columns);
              expect(y + dy).toBeLessThan(grid.rows);
              taken.add(place);
            }
        expect(grid.cells).toHaveLength(rows.flat().length);
      }),
    );
  });
});
