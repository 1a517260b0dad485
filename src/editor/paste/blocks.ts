/** Reads a tidied page into blocks as they are stored. What is not known is read as the words in it. */
import { CALLOUT_TYPE } from '#domain/document/callouts.ts';
import { CAPTION_TYPE } from '#domain/document/figures.ts';
import { MARK_TYPE } from '#domain/document/footnotes.ts';
import { PAGE_BREAK_TYPE } from '#domain/document/pageBreak.ts';
import type { StoredNode } from '#domain/document/stored.ts';
import { codeBlock } from './code.ts';
import { Line, type Style } from './line.ts';
import { listBlocks, nextNumber } from './lists.ts';
import { CAPTION, NOTE_MARK, PICTURE } from './marked.ts';
import { ELEMENT, joined, paragraphOf, parted, withoutBold } from './nodes.ts';
import { styleOf } from './style.ts';
import { tableBlocks } from './tables.ts';

const PLAIN: Style = { format: 0, url: null, pre: false };

const BLOCKS = new Set(
  `ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER COL COLGROUP DD DETAILS DIALOG DIR DIV DL DT FIELDSET FIGCAPTION
  FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HGROUP HR LEGEND LI MAIN MENU NAV OL OPTGROUP OPTION P PRE SEARCH SECTION
  SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL`.split(/\s+/u),
);
/** These are what they are, however they are drawn. */
const FIXED = /^(?:H[1-6]|HR|LI|OL|UL|PRE|TABLE|BLOCKQUOTE)$/u;

function isBlock(element: HTMLElement): boolean {
  const { display } = element.style;
  if (display === '' || FIXED.test(element.tagName)) return BLOCKS.has(element.tagName);
  return !/^(?:inline|contents|ruby)/u.test(display) && (display !== 'none' || BLOCKS.has(element.tagName));
}

/** The blocks in an element; `level` is how many lists it stands in. */
export function blocksIn(element: Element, around: Style = PLAIN, level = 0): StoredNode[] {
  const blocks: StoredNode[] = [];
  let line = new Line();
  const endLine = (): void => {
    blocks.push(...line.paragraphs().map(paragraphOf));
    line = new Line();
  };
  const visit = (node: Node, style: Style): void => {
    if (node instanceof Text) return line.addText(node.data, style);
    if (!(node instanceof Element)) return;
    const child = node as HTMLElement;
    if (child.tagName === 'BR') return line.addBreak();
    const note = child.getAttribute(NOTE_MARK);
    if (note !== null) return line.addNode({ type: MARK_TYPE, version: 1, id: note });
    const own = child.style === undefined ? style : styleOf(child, style);
    if (child.hasAttribute(PICTURE) || (child.style !== undefined && isBlock(child))) {
      endLine();
      blocks.push(...blockOf(child, own, level));
    } else for (const inner of child.childNodes) visit(inner, own);
  };
  for (const child of element.childNodes) visit(child, around);
  endLine();
  return level === 0 ? numbersKept(blocks) : blocks;
}

/** Lists that touch become one in the editor; an empty line keeps one apart that is numbered anew. */
function numbersKept(blocks: StoredNode[]): StoredNode[] {
  return blocks.flatMap((block, index) => {
    const before = blocks[index - 1];
    const touches =
      before?.type === 'list' && before['listType'] === 'number' && block['listType'] === 'number';
    return touches && block['start'] !== nextNumber(before) ? [paragraphOf([]), block] : [block];
  });
}

function blockOf(element: HTMLElement, style: Style, level: number): StoredNode[] {
  const { tagName, dataset } = element;
  const inner = (): StoredNode[] => blocksIn(element, style, level);
  const picture = element.getAttribute(PICTURE);
  if (picture !== null) return [JSON.parse(picture) as StoredNode];
  const heading = /^H([1-6])$/u.exec(tagName)?.[1];
  if (heading !== undefined) return textBlock(inner(), (children) => headingOf(Number(heading), children));
  if (element.hasAttribute(CAPTION)) return textBlock(inner(), captionOf);
  switch (tagName) {
    case 'HR':
      return [{ type: 'pageBreak' in dataset ? PAGE_BREAK_TYPE : 'horizontalrule', version: 1 }];
    case 'UL':
    case 'OL':
    case 'MENU':
    case 'DIR':
      return listBlocks(element, style, level, blocksIn);
    case 'TABLE':
      return tableBlocks(element as HTMLTableElement, style, blocksIn);
    case 'PRE':
      // Programs that write mails as plain text set them so, and no code.
      return element.closest('blockquote[type=cite], .moz-text-plain') === null
        ? [codeBlock(element)]
        : blocksIn(element, style, level);
    case 'BLOCKQUOTE': {
      const { callout, confidence = '' } = dataset;
      if (callout === undefined) return textBlock(inner(), quoteOf);
      const children = inner();
      const blocks = children.length === 0 ? [paragraphOf([])] : children;
      return [{ type: CALLOUT_TYPE, ...ELEMENT, kind: callout, confidence, children: blocks }];
    }
    default:
      return isCode(element) ? [codeBlock(element)] : inner();
  }
}

/** Editors of code copy it so. */
function isCode({ style }: HTMLElement): boolean {
  return style.whiteSpace === 'pre' && /monospace/iu.test(style.fontFamily);
}

/** Texts one below the other as one block of lines; what is no text stands between such blocks. */
function textBlock(blocks: StoredNode[], make: (children: StoredNode[]) => StoredNode): StoredNode[] {
  return parted(blocks).flatMap((part) => (Array.isArray(part) ? [make(joined(part))] : [part]));
}

function headingOf(level: number, children: StoredNode[]): StoredNode {
  // A heading is drawn bold by itself.
  return { type: 'heading', ...ELEMENT, tag: `h${level}`, children: withoutBold(children) };
}

function captionOf(children: StoredNode[]): StoredNode {
  return { type: CAPTION_TYPE, ...ELEMENT, children };
}

function quoteOf(children: StoredNode[]): StoredNode {
  return { type: 'quote', ...ELEMENT, children };
}
