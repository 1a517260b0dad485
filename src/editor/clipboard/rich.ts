import type { RichText } from '#domain/citation.ts';

const TAGS = { bold: 'b', italic: 'i', underline: 'u', superscript: 'sup', subscript: 'sub' } as const;

/** Formatted text as HTML of one line. */
export function richHtml(text: RichText): string {
  const line = document.createElement('span');
  for (const { text: words, marks = [], url } of text) {
    let run: Node = document.createTextNode(words);
    for (const mark of marks) {
      const element = document.createElement(mark === 'smallcaps' ? 'span' : TAGS[mark]);
      if (mark === 'smallcaps') element.setAttribute('style', 'font-variant:small-caps');
      element.append(run);
      run = element;
    }
    if (url !== undefined) {
      const link = document.createElement('a');
      link.setAttribute('href', url);
      link.append(run);
      run = link;
    }
    line.append(run);
  }
  return line.innerHTML;
}
