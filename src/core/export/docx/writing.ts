/** What the writers of a document's parts share: what they number, and what they refer to. */
import type { Change, Flow, FlowBlock } from '../flow/flow.ts';
import { allSpans, flowHeadings, flowText } from '../flow/walk.ts';
import { type Script, scriptOf } from '../languages.ts';
import { changedEnds } from './changes.ts';
import { type Comments, createComments } from './comments.ts';
import { type WordPage, wordPage } from './measures.ts';
import { createNumbering, type Numbering } from './numbering.ts';
import { Relations } from './package.ts';
import type { DrawnPictures } from './pictures.ts';

export interface Writing {
  flow: Flow;
  page: WordPage;
  /** Of the part that is being written. */
  relations: Relations;
  comments: Comments;
  /** Blocks of text whose ends were changed. */
  ends: ReadonlyMap<FlowBlock, Change>;
  notes: { relations: Relations; written: string[] };
  numbering: Numbering;
  pictures: DrawnPictures;
  /** What most letters of East Asia in it are set in. */
  script: Script;
  /** The blocks that something leads to, by their ids: the name and number of their bookmarks. */
  bookmarks: ReadonlyMap<string, { name: string; number: number }>;
  /** Headings with notes in them: a field that repeats their words would repeat the notes. */
  noted: ReadonlySet<string>;
  /** The next number of a drawing or a control; each is given once. */
  nextId: () => number;
}

export function writingOf(flow: Flow, pictures: DrawnPictures): Writing {
  const spans = allSpans(flow.blocks);
  const referred = spans.flatMap((span) => (span.type === 'reference' ? [span.to] : []));
  const named = spans.flatMap((span) => (span.type === 'jump' && span.name !== null ? [span.name] : []));
  const targets = new Set([...named, ...referred, ...flow.contents.map(({ id }) => id)]);
  const bookmarks = [...targets].map(
    (id, index) => [id, { name: `_Ref_${id.replaceAll('-', '_')}`, number: index + 1 }] as const,
  );
  const noted = flowHeadings(flow.blocks).filter((heading) =>
    heading.spans.some((span) => span.type === 'note' || span.type === 'link'),
  );
  let id = 0;
  return {
    flow,
    page: wordPage(flow.pages.geometry, flow.banner !== null),
    relations: new Relations(),
    comments: createComments(flow),
    ends: changedEnds(flow.blocks),
    notes: { relations: new Relations(), written: [] },
    numbering: createNumbering(),
    pictures,
    script: scriptOf(flow.language, `${flow.title} ${flowText(flow.blocks)}`),
    bookmarks: new Map(bookmarks),
    noted: new Set(noted.map((heading) => heading.id)),
    nextId: () => (id += 1),
  };
}
