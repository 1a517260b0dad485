/** Note markers that lost their raised position when a text was copied: "one.1 The first". */
import type { DraftBlock, Run } from '../content/draft.ts';

const GLUED = /(?<=\p{L}[.,;:!?]?[.,;:!?”"’')\]])(\d{1,3})(?=$|\s)/gu;

/**
 * Links such markers to the notes among `blocks`, where nothing marks those otherwise and most of them have one
 * marker each, in their order. Digits that are not such a marker stay.
 */
export function linkGluedMarkers(blocks: DraftBlock[]): DraftBlock[] {
  const labels = blocks.flatMap((block) => (block.role === 'note' ? [block.label ?? ''] : []));
  if (labels.length < 2 || blocks.some((block) => block.runs.some((run) => run.noteRef !== undefined)))
    return blocks;
  const places = placesOf(blocks, labels);
  if (places.size * 2 < labels.length || places.size < 2) return blocks;
  return blocks.map((block, index) => ({
    ...block,
    runs: block.runs.flatMap((run, at) => split(run, places, `${index}:${at}`)),
  }));
}

/** Label by "block:run:offset", for the markers that follow one another. */
function placesOf(blocks: DraftBlock[], labels: string[]): Map<string, string> {
  const places = new Map<string, string>();
  let next = 0;
  for (const [index, block] of blocks.entries()) {
    if (block.role === 'note') break;
    if (block.role === 'code' || block.rows !== undefined) continue;
    for (const [at, run] of block.runs.entries())
      for (const match of run.text.matchAll(GLUED))
        if (match[1] === labels[next]) {
          places.set(`${index}:${at}:${match.index}`, labels[next]!);
          next += 1;
        }
  }
  return places;
}

function split(run: Run, places: Map<string, string>, place: string): Run[] {
  const parts: Run[] = [];
  let from = 0;
  for (const match of run.text.matchAll(GLUED)) {
    const label = places.get(`${place}:${match.index}`);
    if (label === undefined) continue;
    parts.push({ ...run, text: run.text.slice(from, match.index) }, { text: '', noteRef: label });
    from = match.index + label.length;
  }
  return parts.length === 0 ? [run] : [...parts, { ...run, text: run.text.slice(from) }];
}
