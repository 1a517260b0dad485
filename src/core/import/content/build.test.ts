import { array, assert, boolean, constantFrom, property, record, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildContent } from './build.ts';
import { tidyCharacters } from './characters.ts';
import { type DraftBlock, plainBlock } from './draft.ts';
import { linkMarkers, recogniseNoteBlocks } from './notes.ts';

describe('the text of an article', () => {
  it('joins blocks by blank lines and measures them', () => {
    const { text, blocks } = buildContent([
      plainBlock('heading', ' One ', { level: 2 }),
      plainBlock('paragraph', 'Two'),
    ]);
    expect(text).toBe('One\n\nTwo');
    expect(blocks).toEqual([
      { start: 0, end: 3, role: 'heading', level: 2 },
      { start: 5, end: 8, role: 'paragraph' },
    ]);
  });

  it('takes markers out, with the space that only parted them from their word', () => {
    const note = plainBlock('note', 'Ibid.', { label: '1' });
    const { text, noteRefs } = buildContent(
      linkMarkers([plainBlock('paragraph', 'in 2023[1] nor on May 3 [1]. Then [2]'), note]),
    );
    expect(text).toBe('in 2023 nor on May 3. Then [2]\n\nIbid.');
    expect(noteRefs).toEqual([
      { offset: 7, label: '1' },
      { offset: 20, label: '1' },
    ]);
  });

  it('joins marks over the borders of runs', () => {
    const block: DraftBlock = {
      role: 'paragraph',
      runs: [
        { text: 'a ' },
        { text: 'b', bold: true },
        { text: 'c', bold: true, italic: true },
        { text: 'd' },
      ],
    };
    expect(buildContent([block]).marks).toEqual([
      { start: 2, end: 4, type: 'bold' },
      { start: 3, end: 4, type: 'italic' },
    ]);
  });

  it('finds notes written as paragraphs, but not one bracketed sentence', () => {
    const notes = recogniseNoteBlocks([
      plainBlock('paragraph', 'Text[1]'),
      plainBlock('paragraph', '[1] Source'),
    ]);
    expect(notes[1]).toMatchObject({ role: 'note', label: '1' });
    const sentence = recogniseNoteBlocks([
      plainBlock('paragraph', '[1] may look like a note.'),
      plainBlock('paragraph', 'More.'),
      plainBlock('paragraph', 'And more.'),
    ]);
    expect(sentence.every((block) => block.role === 'paragraph')).toBe(true);
  });

  it('changes characters only where it says so', () => {
    expect(tidyCharacters('a\r\nb\u00ADc\u200Bd\uFEFF\u0007')).toBe('a\nbcd');
    expect(tidyCharacters('on the\u00A0sidelines')).toBe('on the sidelines');
    expect(tidyCharacters('«\u00A0Oui\u00A0» : 10\u00A0000\u00A0; vrai\u00A0?')).toBe(
      '«\u00A0Oui\u00A0» : 10\u00A0000\u00A0; vrai\u00A0?',
    );
    expect(tidyCharacters('می\u200Cخواهم 👩\u200D👧')).toBe('می\u200Cخواهم 👩\u200D👧');
  });

  it('keeps every range inside the text, in order, and parted by blank lines', () => {
    const runs = array(
      record(
        { text: string({ unit: 'grapheme' }), bold: boolean(), noteRef: constantFrom('1', '2') },
        { requiredKeys: ['text'] },
      ),
      { maxLength: 6 },
    );
    const block = record({
      role: constantFrom('paragraph' as const, 'note' as const, 'code' as const),
      runs,
    });
    assert(
      property(array(block, { maxLength: 8 }), (drafts) => {
        const { text, blocks, noteRefs, marks } = buildContent(
          drafts.map((draft) => ({
            ...draft,
            runs: draft.runs.map((run) => (run.noteRef === undefined ? run : { ...run, text: '' })),
          })),
        );
        let end = -2;
        for (const range of blocks) {
          expect(range.start).toBe(end + 2);
          expect(text.slice(end < 0 ? 0 : end, range.start)).toBe(end < 0 ? '' : '\n\n');
          expect(range.end).toBeGreaterThan(range.start);
          ({ end } = range);
        }
        expect(text).toHaveLength(Math.max(end, 0));
        for (const mark of marks) expect(mark.end).toBeLessThanOrEqual(text.length);
        for (const { offset } of noteRefs)
          expect(blocks.some((range) => range.start <= offset && offset <= range.end)).toBe(true);
      }),
    );
  });
});

it('keeps where the pages of the source begin', () => {
  const content = buildContent([
    { role: 'paragraph', runs: [{ text: '', page: 'iv' }, { text: ' First ' }] },
    { role: 'paragraph', runs: [{ text: '', page: 'v' }, { text: '  ' }] },
    {
      role: 'paragraph',
      runs: [{ text: 'Begins here, ' }, { text: '', page: '1' }, { text: 'ends there.' }],
    },
  ]);
  expect(content.text).toBe('First\n\nBegins here, ends there.');
  expect(content.pages).toEqual([
    { offset: 0, label: 'iv' },
    { offset: 7, label: 'v' },
    { offset: 20, label: '1' },
  ]);
  expect(buildContent([{ role: 'paragraph', runs: [{ text: 'x' }] }])).not.toHaveProperty('pages');
});
