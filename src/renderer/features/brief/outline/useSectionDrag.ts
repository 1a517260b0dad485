import type { Heading } from '#editor/outline/headings.ts';
import { moveSection } from '#editor/outline/sections.ts';
import type { LexicalEditor, NodeKey } from 'lexical';
import { type DragEvent, useState } from 'react';
import { dropTarget, type OutlineRow } from './outlineRows.ts';

/** What a dragged section is known by while it is in the air; its key is kept here, where it can be read. */
const TYPE = 'application/x-dossier-section';

interface SectionDrag {
  /** The row before which the section would go (the number of rows: behind the last one); null for nowhere. */
  gap: number | null;
  start: (event: DragEvent, row: OutlineRow) => void;
  /** For the element of a row. */
  over: (event: DragEvent, index: number) => void;
  drop: (event: DragEvent) => void;
  end: () => void;
}

/** Drags a heading with its section to another place of the outline. */
export function useSectionDrag(
  editor: LexicalEditor,
  headings: readonly Heading[],
  rows: readonly OutlineRow[],
): SectionDrag {
  const [dragged, setDragged] = useState<NodeKey | null>(null);
  const [gap, setGap] = useState<number | null>(null);
  const targetOf = (place: number): NodeKey | null | undefined =>
    dragged === null ? undefined : dropTarget(headings, rows, dragged, place);
  const end = (): void => {
    setDragged(null);
    setGap(null);
  };
  return {
    gap,
    start(event, { heading }) {
      event.dataTransfer.setData(TYPE, heading.key);
      event.dataTransfer.effectAllowed = 'move';
      setDragged(heading.key);
    },
    over(event, index) {
      if (!event.dataTransfer.types.includes(TYPE)) return;
      const { top, height } = event.currentTarget.getBoundingClientRect();
      const place = event.clientY < top + height / 2 ? index : index + 1;
      const target = targetOf(place);
      if (target === undefined) return setGap(null);
      event.preventDefault();
      event.dataTransfer.dropEffect = 'move';
      // The line shows where the section goes: behind a callout's own headings, not among them.
      setGap(target === null ? place : shownAt(rows, target, place));
    },
    drop(event) {
      const target = gap === null ? undefined : targetOf(gap);
      if (dragged !== null && target !== undefined) {
        event.preventDefault();
        moveSection(editor, dragged, target);
      }
      end();
    },
    end,
  };
}

function shownAt(rows: readonly OutlineRow[], target: NodeKey, place: number): number {
  const at = rows.findIndex(({ heading }) => heading.key === target);
  return at < 0 ? place : at;
}
