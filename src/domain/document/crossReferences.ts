/** References to headings and captions: what they are to, and what they read. */
import type { Block, Caption, CrossReference, DocumentAst, Heading, Inline } from './ast.ts';
import { captionName } from './figures.ts';
import { blocksInside } from './inside.ts';
import { documentWords } from './words.ts';

/** Its type in stored documents; its members are those of `CrossReference`. */
export const CROSS_REFERENCE_TYPE = 'crossReference';

/** What may be referred to, by its anchor; of several with one anchor the first. */
export type ReferenceTargets = ReadonlyMap<string, Heading | Caption>;

/** Only blocks of the document itself have anchors. */
export function referenceTargets({ children }: DocumentAst): ReferenceTargets {
  const targets = new Map<string, Heading | Caption>();
  for (const block of children)
    if (isTarget(block) && block.anchor !== undefined && !targets.has(block.anchor))
      targets.set(block.anchor, block);
  return targets;
}

function isTarget(block: Block): block is Heading | Caption {
  return block.type === 'heading' || block.type === 'caption';
}

/** Stands for words that nobody knows any more. */
export const UNKNOWN_REFERENCE = '[?]';

/** What a reference reads: the name of a caption, the words of a heading; for a broken one what it read last. */
export function referenceText(
  { target, last }: Pick<CrossReference, 'target' | 'last'>,
  targets: ReferenceTargets,
  language: string,
): { text: string; isBroken: boolean } {
  const found = targets.get(target);
  const text =
    found === undefined
      ? ''
      : found.type === 'caption'
        ? captionName(found, language)
        : documentWords(found.children);
  if (text !== '') return { text, isBroken: false };
  return { text: last === '' ? UNKNOWN_REFERENCE : last, isBroken: true };
}

/** All references, in reading order, with those in footnotes. */
export function crossReferencesIn({ children }: DocumentAst): CrossReference[] {
  return children.flatMap(inBlock);
}

/** The references in a block's own words, and in its footnotes. */
export function crossReferencesOf(block: Block): CrossReference[] {
  return isTarget(block) || block.type === 'paragraph' ? block.children.flatMap(inInline) : [];
}

function inBlock(block: Block): CrossReference[] {
  return [...crossReferencesOf(block), ...blocksInside(block).flatMap(inBlock)];
}

function inInline(inline: Inline): CrossReference[] {
  if (inline.type === 'crossReference') return [inline];
  if (inline.type === 'link') return inline.children.flatMap(inInline);
  return inline.type === 'footnote' ? inline.children.flatMap(inBlock) : [];
}
