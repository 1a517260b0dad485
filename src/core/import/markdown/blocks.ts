/** Markdown's syntax tree as draft blocks. */
import type { BlockContent, DefinitionContent, ListItem, PhrasingContent, RootContent, Table } from 'mdast';
import { type DraftBlock, joinRuns, type Run } from '../content/draft.ts';
import { safeLink } from '../metadata/urls.ts';
import { blocksOf } from '../html/blocks.ts';
import { parseDocument } from '../html/dom.ts';

interface Place {
  role: DraftBlock['role'];
  listLevel: number;
  /** Link targets by label, for reference links. */
  definitions: Map<string, string>;
}

/** The blocks of `nodes`; footnote definitions become note blocks at the end. */
export function markdownBlocks(nodes: RootContent[]): DraftBlock[] {
  const definitions = new Map(
    nodes.flatMap((node) => (node.type === 'definition' ? [[node.identifier, node.url] as const] : [])),
  );
  const place: Place = { role: 'paragraph', listLevel: 0, definitions };
  const notes = nodes.flatMap((node) =>
    node.type === 'footnoteDefinition' ? [noteBlock(node.identifier, node.label, node.children, place)] : [],
  );
  return [...nodes.flatMap((node) => block(node, place)), ...notes];
}

function noteBlock(
  identifier: string,
  label: string | null | undefined,
  children: (BlockContent | DefinitionContent)[],
  place: Place,
): DraftBlock {
  const inner = children.flatMap((child) => block(child, place));
  const runs = joinRuns(inner);
  return { role: 'note', label: label ?? identifier, runs };
}

function block(node: RootContent, place: Place): DraftBlock[] {
  switch (node.type) {
    case 'paragraph':
      return [{ role: place.role, runs: phrasing(node.children, {}, place) }];
    case 'heading':
      return [{ role: 'heading', level: node.depth, runs: phrasing(node.children, {}, place) }];
    case 'blockquote':
      return node.children.flatMap((child) => block(child, { ...place, role: 'quote' }));
    case 'list':
      return node.children.flatMap((item, index) =>
        listItem(item, place, node.ordered === true ? String((node.start ?? 1) + index) : null),
      );
    case 'table':
      return [tableBlock(node, place)];
    case 'code':
      return [{ role: 'code', runs: [{ text: node.value }] }];
    case 'html':
      return htmlBlocks(node.value);
    default:
      return [];
  }
}

function listItem(item: ListItem, place: Place, label: string | null): DraftBlock[] {
  const level = Math.min(place.listLevel + 1, 6);
  const inner: Place = { ...place, role: 'list-item', listLevel: level };
  const parts = item.children.flatMap((child) => block(child, inner));
  const [first] = parts;
  if (first?.role === 'list-item') {
    first.level = level;
    if (label !== null) first.label = label;
  }
  return parts;
}

function tableBlock(node: Table, place: Place): DraftBlock {
  const rows = node.children.map((row, index) =>
    row.children.map((cell) => ({ runs: phrasing(cell.children, {}, place), header: index === 0 })),
  );
  return { role: 'table', runs: [], rows };
}

function phrasing(nodes: PhrasingContent[], format: Omit<Run, 'text'>, place: Place): Run[] {
  return nodes.flatMap((node): Run[] => {
    switch (node.type) {
      case 'text':
        // A line break in the source of a paragraph is a space.
        return [{ ...format, text: node.value.replace(/\s*\n\s*/gu, ' ') }];
      case 'inlineCode':
        return [{ ...format, text: node.value }];
      case 'break':
        return [{ text: '\n' }];
      case 'strong':
        return phrasing(node.children, { ...format, bold: true }, place);
      case 'emphasis':
        return phrasing(node.children, { ...format, italic: true }, place);
      case 'delete':
        return phrasing(node.children, format, place);
      case 'link':
        return phrasing(node.children, withUrl(format, node.url), place);
      case 'linkReference':
        return phrasing(node.children, withUrl(format, place.definitions.get(node.identifier)), place);
      case 'footnoteReference':
        return [{ text: '', noteRef: node.label ?? node.identifier }];
      default:
        return [];
    }
  });
}

function withUrl(format: Omit<Run, 'text'>, target: string | undefined): Omit<Run, 'text'> {
  const url = target === undefined ? null : safeLink(target);
  return url === null ? format : { ...format, url };
}

function htmlBlocks(html: string): DraftBlock[] {
  const { body } = parseDocument(html);
  return body === null ? [] : blocksOf(body);
}
