/** Draws into the text what citations say, and the numbers of notes. */
import { type ClusterText, plainText, runningText } from '#domain/citation.ts';
import type { NoteNumbers } from '#domain/noteNumbers.ts';
import { type CitationView, setCitationViews } from '#editor/citation/view.ts';
import { setFootnoteNumbers } from '#editor/footnote/view.ts';
import type { LexicalEditor, NodeKey } from 'lexical';
import type { CitedNow } from './readCited.ts';

export interface Labels {
  /** What a citation says; null until it was drawn. */
  textOf(key: NodeKey): ClusterText | null;
  /** Draws what changed; null for what is on its way. Those of `first` come before the others. */
  draw(
    now: CitedNow,
    texts: readonly (ClusterText | null)[],
    numbers: NoteNumbers,
    first: () => Iterable<NodeKey>,
  ): void;
  /** Draws the numbers of the author's own notes alone. */
  drawFootnotes(now: CitedNow, numbers: NoteNumbers): void;
}

interface Drawn {
  text: ClusterText;
  number: number | null;
  view: CitationView;
}

export function createLabels(editor: LexicalEditor): Labels {
  let drawn = new Map<NodeKey, Drawn>();
  const drawFootnotes = ({ ids }: CitedNow, { footnotes }: NoteNumbers): void =>
    setFootnoteNumbers(editor, new Map(ids.map((id, index) => [id, footnotes[index]!])));
  return {
    textOf: (key) => drawn.get(key)?.text ?? null,
    draw(now, texts, numbers, first) {
      const before = drawn;
      drawn = new Map();
      const views = new Map<NodeKey, CitationView>();
      for (const [at, key] of now.keys.entries()) {
        const text = texts[at] ?? null;
        const number = numbers.own[at] ?? null;
        if (text !== null) {
          const last = before.get(key);
          const isSame = last?.text === text && last.number === number;
          const entry = isSame ? last : { text, number, view: viewOf(text, number) };
          drawn.set(key, entry);
          views.set(key, entry.view);
        } else if (number !== null) views.set(key, { label: String(number), note: true, description: '' });
      }
      setCitationViews(editor, views, first);
      drawFootnotes(now, numbers);
    },
    drawFootnotes,
  };
}

function viewOf(text: ClusterText, noteNumber: number | null): CitationView {
  const running = runningText({ ...text, noteNumber });
  const label = plainText(running);
  if (noteNumber === null) return { label, note: false, description: label, rich: running };
  return {
    label: String(noteNumber),
    lead: label,
    note: true,
    description: plainText(text.content),
    rich: text.content,
  };
}
