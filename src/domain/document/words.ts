import type { Inline } from './ast.ts';

/** The words of a line as they stand in the text, without notes, citations and the mark of a portion. */
export function documentWords(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.type === 'text') return inline.isMark === true ? '' : inline.text;
      if (inline.type === 'link') return documentWords(inline.children);
      return inline.type === 'break' ? ' ' : '';
    })
    .join('')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
