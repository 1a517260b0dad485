/** Blocks of a Markdown file as they are stored. */
import type {
  BlockContent,
  Blockquote,
  DefinitionContent,
  Heading,
  PhrasingContent,
  RootContent,
} from 'mdast';
import { BIBLIOGRAPHY_TYPE } from '#domain/document/bibliography.ts';
import { withBlockId } from '#domain/document/blockId.ts';
import { PAGE_BREAK_TYPE } from '#domain/document/pageBreak.ts';
import type { StoredNode } from '#domain/document/stored.ts';
import { sourceLabels } from '#domain/sourceGroups.ts';
import { calloutOf } from './callouts.ts';
import { captionOf } from './captions.ts';
import { drawnTable, gridTable } from './gridTables.ts';
import { leadingAnchor } from './html.ts';
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
      read.push(list);
      index += node.type === 'heading' ? 1 : 0;
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

function headingOf({ depth, children }: Heading, reading: Reading): StoredNode {
  const { id, rest } = leadingAnchor(children);
  const { nodes, id: named } = withoutAttributes(rest, reading);
  const heading = element('heading', inlines(nodes, reading), { tag: `h${depth}` });
  const name = (id ?? named)?.replace(/^ref-/u, '');
  return name === undefined || name === '' ? withAnchor(heading, nodes, reading) : withBlockId(heading, name);
}

function withAnchor(heading: StoredNode, nodes: PhrasingContent[], { headings }: Reading): StoredNode {
  const words = nodes.map((node) => ('value' in node ? node.value : '')).join('');
  const known = [...headings.values()].find((each) => each.words === words.trim());
  return known === undefined ? heading : withBlockId(heading, known.anchor);
}

/** Pandoc's `{#id .class}` behind the words of a heading; a brace that is meant as one is escaped. */
function withoutAttributes(
  nodes: PhrasingContent[],
  { isPandoc, source }: Reading,
): { nodes: PhrasingContent[]; id: string | null } {
  const last = nodes.at(-1);
  const found = last?.type === 'text' ? /\s*\{([^{}]*)\}$/u.exec(last.value) : null;
  const end = last?.position?.end.offset ?? 0;
  const isMeant = found !== null && isPandoc && source.slice(0, end).endsWith(`{${found[1]}}`);
  if (!isMeant || last?.type !== 'text' || source.slice(0, end).endsWith(`\\{${found[1]}}`))
    return { nodes, id: null };
  const value = last.value.slice(0, found.index);
  return {
    nodes: [...nodes.slice(0, -1), ...(value === '' ? [] : [{ ...last, value }])],
    id: /#([^\s}]+)/u.exec(found[1]!)?.[1] ?? null,
  };
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
  if (/^<!-*\s*-*>$/u.test(html)) return [];
  const [first = ''] = html.split('\n');
  reading.warnings.add(`“${first}” begins HTML that a brief has no place for: it is kept as code.`);
  return [codeOf(html, 'html')];
}

/** Where Pandoc is told to list the sources, with the heading above it. */
function bibliography(nodes: readonly Content[], index: number, reading: Reading): StoredNode | null {
  const node = nodes[index]!;
  const place = node.type === 'heading' ? nodes[index + 1] : node;
  const classes = reading.isPandoc && place?.type === 'paragraph' ? refsOf(place, reading) : null;
  if (classes === null) return null;
  const words =
    node.type === 'heading'
      ? node.children.map((child) => ('value' in child ? child.value : '')).join('')
      : '';
  const isUsual = words.trim() === '' || words.trim() === sourceLabels(reading.language).sources;
  const uncited = reading.uncited.splice(0);
  return {
    type: BIBLIOGRAPHY_TYPE,
    version: 1,
    heading: isUsual ? null : words.trim(),
    byType: classes.includes('.by-type'),
    uncited,
  };
}

function refsOf(node: Content, { source }: Reading): string | null {
  const { start, end } = node.position!;
  return (
    /^:{3,}\s*\{\s*#refs\b([^{}\n]*)\}\s*\n\s*:{3,}$/u.exec(source.slice(start.offset, end.offset))?.[1] ??
    null
  );
}
