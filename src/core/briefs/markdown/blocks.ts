/** Blocks of a Markdown file as they are stored. */
import type {
  BlockContent,
  Blockquote,
  DefinitionContent,
  Heading,
  PhrasingContent,
  RootContent,
} from 'mdast';
import { withBlockId } from '#domain/document/blockId.ts';
import { PAGE_BREAK_TYPE } from '#domain/document/pageBreak.ts';
import type { StoredNode } from '#domain/document/stored.ts';
import { bibliography } from './bibliography.ts';
import { calloutOf } from './callouts.ts';
import { captionOf } from './captions.ts';
import { drawnTable, gridTable } from './gridTables.ts';
import { fenceOf } from './divs.ts';
import { headingParts } from './headings.ts';
import { isEmptyComment } from './html.ts';
import { htmlTable } from './htmlTables.ts';
import { inlines } from './inlines.ts';
import { listOf } from './lists.ts';
import { element, LINE_BREAK, paragraphOf, textOf } from './nodes.ts';
import { partsOf } from './pictures.ts';
import { plainText } from './plainText.ts';
import { quoteOf } from './quotes.ts';
import type { Reading } from './reading.ts';
import { pipeTable } from './tables.ts';

type Content = RootContent | BlockContent | DefinitionContent;

export function blocks(nodes: readonly Content[], reading: Reading): StoredNode[] {
  const read: StoredNode[] = [];
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index]!;
    const table = node.type === 'html' ? htmlTable(nodes, index, reading) : null;
    if (table !== null) {
      read.push(table.node);
      index = table.end;
      continue;
    }
    const list = bibliography(nodes, index, reading);
    if (list !== null) {
      read.push(list.node);
      index = list.end;
      continue;
    }
    const next = nodes[index + 1];
    const added = block(node, read.at(-1)?.type, isTable(next) ? 'table' : next?.type, reading);
    // In the editor lists that touch become one.
    if (added[0]?.type === 'list' && read.at(-1)?.type === 'list') read.push(paragraphOf([]));
    read.push(...added);
  }
  return read;
}

function isTable(node: Content | undefined): boolean {
  if (node?.type === 'html') return /^<table/iu.test(node.value);
  return node?.type === 'table' || (node?.type === 'paragraph' && /^\+[-=:+]+\+\n/u.test(plainText(node)));
}

function block(
  node: Content,
  before: string | undefined,
  after: string | undefined,
  reading: Reading,
): StoredNode[] {
  switch (node.type) {
    case 'paragraph': {
      const drawn = reading.isPandoc ? drawnTable(node, reading) : null;
      if (drawn === null) return paragraph(node.children, before, after, reading);
      const grid = gridTable(drawn, reading);
      if (grid !== null) return [grid];
      reading.warnings.add(
        'A table drawn with signs could not be read, as its lines do not fit: it is kept as code.',
      );
      return [codeOf(drawn.join('\n'), null)];
    }
    case 'heading':
      return [headingOf(node, reading)];
    case 'blockquote':
      return blockquote(node, reading);
    case 'list':
      return [listOf(node, reading)];
    case 'table':
      return [pipeTable(node, reading)];
    case 'thematicBreak':
      return [element('horizontalrule', [])].map(({ children: _none, ...rule }) => rule);
    case 'code':
      return [codeOf(node.value, node.lang ?? null)];
    case 'divFence':
      return fenceOf(node, reading);
    case 'html':
      return htmlBlock(node.value, reading);
    default:
      return [];
  }
}

/** `before` and `after` are the types of the blocks that it stands between. */
export function paragraph(
  children: readonly PhrasingContent[],
  before: string | undefined,
  after: string | undefined,
  reading: Reading,
): StoredNode[] {
  const caption = captionOf(children, before, after, reading);
  if (caption !== null) return [caption];
  return partsOf(children, reading).map((part) =>
    Array.isArray(part) ? paragraphOf(inlines(part, reading)) : part,
  );
}

function headingOf(node: Heading, reading: Reading): StoredNode {
  const { nodes } = headingParts(node, reading);
  const heading = element('heading', inlines(nodes, reading), { tag: `h${node.depth}` });
  const target = reading.headings.get(node);
  return target === undefined ? heading : withBlockId(heading, target.anchor);
}

function blockquote(node: Blockquote, reading: Reading): StoredNode[] {
  const callout = calloutOf(node, reading);
  return [callout ?? quoteOf(node, reading)];
}

function codeOf(text: string, language: string | null): StoredNode {
  const children = text
    .split('\n')
    .flatMap((line, index) => [...(index > 0 ? [LINE_BREAK] : []), ...(line === '' ? [] : [textOf(line)])]);
  return element('code', children, { language });
}

function htmlBlock(html: string, reading: Reading): StoredNode[] {
  if (/^<div style="break-after: page"><\/div>$/u.test(html)) return [{ type: PAGE_BREAK_TYPE, version: 1 }];
  // Parts two lists.
  if (isEmptyComment(html)) return [];
  const [first = ''] = html.split('\n');
  reading.warnings.add(`“${first}” begins HTML that a brief has no place for: it is kept as code.`);
  return [codeOf(html, 'html')];
}
