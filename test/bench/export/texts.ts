/** The briefs whose export is measured. */
import { DOC_VERSION, type StoredDocument, type StoredNode } from '#domain/document/stored.ts';
import { storedBlocks, syntheticText } from '../editor/text.ts';

/** Articles in the library of a benchmark; notes cite them in turn. */
export const SOURCES = 100;

export interface BriefSize {
  name: string;
  words: number;
  notes: number;
}

/** By the pages that they come to, the list of sources included. */
export const BRIEFS = {
  short: { name: '3 pages, 5 notes', words: 1000, notes: 5 },
  middle: { name: '20 pages, 60 notes', words: 7400, notes: 60 },
  long: { name: '100 pages, 300 notes', words: 45_000, notes: 300 },
} as const satisfies Record<string, BriefSize>;

/** Justified paragraphs under headings, with their notes; the longer ones with a table of 50 rows in the middle. */
export function briefOf({ words, notes }: BriefSize): StoredDocument {
  const text = syntheticText({ words, citations: notes }, SOURCES);
  const blocks = storedBlocks(words < 2000 ? text.filter(({ kind }) => kind !== 'table') : text);
  const children = blocks.map((block) =>
    block.type === 'paragraph' ? { ...block, format: 'justify' } : block,
  );
  return { docVersion: DOC_VERSION, root: { type: 'root', version: 1, children } };
}

/** A brief that shares no paragraph with the others: what a program that runs has set or printed before. */
export function anotherBrief(): StoredDocument {
  const backwards = (node: StoredNode): StoredNode => ({
    ...node,
    ...(typeof node['text'] === 'string' && { text: node['text'].split(' ').toReversed().join(' ') }),
    ...(Array.isArray(node['children']) && { children: node['children'].map(backwards) }),
  });
  const document = briefOf(BRIEFS.short);
  return { ...document, root: backwards(document.root) };
}

/** Where it is written as a web page, beside that of the brief which is measured. */
export const anotherPage = (html: string): string => html.replace(/\.html$/u, '.another.html');

/** `document` with other first words in the paragraph nearest to its middle. */
export function edited(document: StoredDocument, words: string): StoredDocument {
  const { children } = document.root as StoredNode & { children: StoredNode[] };
  const middle = Math.floor(children.length / 2);
  const at = children.findIndex(({ type }, index) => index >= middle && type === 'paragraph');
  const block = children[at] as StoredNode & { children: StoredNode[] };
  const first: StoredNode = { type: 'text', version: 1, text: `${words} ` };
  const changed = { ...block, children: [first, ...block.children] };
  return { ...document, root: { ...document.root, children: children.with(at, changed) } };
}
