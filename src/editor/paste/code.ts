/** Reads a block of code line by line, as it stands. */
import type { StoredNode } from '#domain/document/stored.ts';
import { ELEMENT } from './nodes.ts';

export function codeBlock(element: Element): StoredNode {
  const children: StoredNode[] = [];
  for (const [index, line] of linesOf(element).replace(/\n$/u, '').split('\n').entries()) {
    if (index > 0) children.push({ type: 'linebreak', version: 1 });
    if (line !== '')
      children.push({
        type: 'text',
        version: 1,
        text: line,
        format: 0,
        detail: 0,
        mode: 'normal',
        style: '',
      });
  }
  return { type: 'code', ...ELEMENT, children };
}

/** Elements that are lines end with a break. */
function linesOf(element: Element): string {
  let text = '';
  for (const node of element.childNodes) {
    if (node instanceof Text) text += node.data.replaceAll(/\r\n?/gu, '\n');
    else if (!(node instanceof Element)) continue;
    else if (node.tagName === 'BR') text += '\n';
    else if (/^(?:DIV|P|LI|TR|OL|UL)$/u.test(node.tagName)) {
      if (text !== '' && !text.endsWith('\n')) text += '\n';
      const line = linesOf(node);
      text += line.endsWith('\n') ? line : `${line}\n`;
    } else text += linesOf(node);
  }
  return text;
}
