/** Where Pandoc is told to list the sources, with the heading above it. */
import type { BlockContent, DefinitionContent, RootContent } from 'mdast';
import { BIBLIOGRAPHY_TYPE } from '#domain/document/bibliography.ts';
import type { StoredNode } from '#domain/document/stored.ts';
import { sourceLabels } from '#domain/sourceGroups.ts';
import { attributesOfDiv } from './divs.ts';
import { headingParts } from './headings.ts';
import type { Reading } from './reading.ts';

type Content = RootContent | BlockContent | DefinitionContent;

/** What begins at `index`, the heading or the place itself, and the index of its last part; null for anything else. */
export function bibliography(
  nodes: readonly Content[],
  index: number,
  reading: Reading,
): { node: StoredNode; end: number } | null {
  const node = nodes[index]!;
  const end = node.type === 'heading' ? index + 1 : index;
  const classes = placeOfSources(nodes[end]);
  if (classes === null) return null;
  const { words } = node.type === 'heading' ? headingParts(node, reading) : { words: '' };
  const isUsual = words === '' || words === sourceLabels(reading.language).sources;
  const uncited = reading.uncited.splice(0);
  const stored = {
    type: BIBLIOGRAPHY_TYPE,
    version: 1,
    heading: isUsual ? null : words,
    byType: classes.includes('.by-type'),
    uncited,
  };
  return { node: stored, end };
}

/** The attributes beside the name of the place, a div; null where no such begins. */
export function placeOfSources(node: Content | undefined): string | null {
  if (node?.type !== 'divFence' || !node.isPaired) return null;
  return /^\{\s*#refs\b(.*)\}$/su.exec(attributesOfDiv(node) ?? '')?.[1] ?? null;
}
