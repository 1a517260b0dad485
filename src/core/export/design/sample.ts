/** The beginning of a brief, to show a design on. */
import type { Block } from '#domain/document/ast.ts';
import { blocksInside } from '#domain/document/inside.ts';
import { documentWords } from '#domain/document/words.ts';
import type { ExportDocument } from '../exportDocument.ts';

/** Letters that fill the first page of any design, with room for what is left out of it. */
const ENOUGH = 16_000;

/** The brief as far as its first page can show it. */
export function beginningOf(brief: ExportDocument): ExportDocument {
  const { children } = brief.document;
  let letters = 0;
  const end = children.findIndex((block) => (letters += lettersIn(block)) > ENOUGH);
  if (end === -1) return brief;
  const document = { children: children.slice(0, end + 1) };
  return { ...brief, document, sources: { ...brief.sources, sections: [] } };
}

function lettersIn(block: Block): number {
  if (block.type === 'paragraph' || block.type === 'heading' || block.type === 'caption')
    return documentWords(block.children).length;
  if (block.type === 'code') return block.text.length;
  return blocksInside(block).reduce((sum, inside) => sum + lettersIn(inside), 0);
}
