/** Whether a table of contents stands on the pages of a brief: the same for every format that has pages. */
import type { Block, Inline } from '#domain/document/ast.ts';
import { blocksInside } from '#domain/document/inside.ts';
import { DEFAULT_PAGE, type PageSetup } from '#domain/page.ts';
import type { ExportDocument } from './exportDocument.ts';

/** Headings below this depth of the outline do not stand in it. */
export const CONTENTS_DEPTH = 3;

/** Headings, and signs of text, from which on it helps: about four pages. */
const MIN_HEADINGS = 5;
const MIN_LENGTH = 9000;

/** What the brief asks for; a design without contents has them only where they are asked for. */
export function contentsChoice({
  settings,
  design,
}: Pick<ExportDocument, 'settings' | 'design'>): PageSetup['contents'] {
  const { contents } = settings.page ?? DEFAULT_PAGE;
  return contents === 'auto' && !design.facts.contents ? 'never' : contents;
}

/** `headings` is the number of those that would stand in it. */
export function hasContents(
  brief: Pick<ExportDocument, 'settings' | 'design' | 'document'>,
  headings: number,
): boolean {
  const choice = contentsChoice(brief);
  if (choice === 'never' || headings === 0) return false;
  return choice === 'always' || (headings >= MIN_HEADINGS && hold(brief.document.children, MIN_LENGTH));
}

/** Whether blocks hold `most` UTF-16 units of text, without notes and citations; no further than that is counted. */
function hold(blocks: readonly Block[], most: number): boolean {
  let left = most;
  const count = (block: Block): boolean => {
    left -= block.type === 'code' ? block.text.length : 0;
    if (block.type === 'paragraph' || block.type === 'heading' || block.type === 'caption')
      left -= lengthOf(block.children);
    return left <= 0 || blocksInside(block).some(count);
  };
  return blocks.some(count);
}

function lengthOf(inlines: readonly Inline[]): number {
  return inlines.reduce((sum, inline) => {
    if (inline.type === 'text') return sum + inline.text.length;
    return inline.type === 'link' ? sum + lengthOf(inline.children) : sum;
  }, 0);
}
