/** Markdown's syntax tree as draft blocks. */
import type {
  Definition,
  FootnoteDefinition,
  ListItem,
  Nodes,
  PhrasingContent,
  RootContent,
  Table,
} from 'mdast';
import { blockText, type DraftBlock, joinRuns, plainBlock, type Run } from '../content/draft.ts';
import { safeLink } from '../metadata/urls.ts';
import { blocksOf, superscript, SUPERSCRIPT_NUMBER } from '../html/blocks.ts';
import { parseDocument } from '../html/dom.ts';
import { weigh } from '../plain/lines.ts';

interface Place {
  role: DraftBlock['role'];
  listLevel: number;
  /** Link targets by label, for reference links. */
  definitions: Map<string, string>;
}

/** The blocks of `nodes`; footnote definitions become note blocks at the end. */
export function markdownBlocks(nodes: RootContent[]): DraftBlock[] {
  const defined = definitionsIn(nodes);
  const definitions = new Map(
    defined.flatMap((node) => (node.type === 'definition' ? [[node.identifier, node.url] as const] : [])),
  );
  const place: Place = { role: 'paragraph', listLevel: 0, definitions };
  const notes = defined.flatMap((node) =>
    node.type === 'footnoteDefinition' ? [noteBlock(node, place)] : [],
  );
  return [...nodes.flatMap((node) => block(node, place)), ...notes];
}

/** Definitions of links and notes, also those inside quotes and lists. */
function definitionsIn(nodes: Nodes[]): (Definition | FootnoteDefinition)[] {
  return nodes.flatMap((node) => {
    const inner = 'children' in node ? definitionsIn(node.children) : [];
    return node.type === 'definition' || node.type === 'footnoteDefinition' ? [node, ...inner] : inner;
  });
}

/** A note is one block: what it holds is joined, a table's cells parted by tabs. */
function noteBlock({ identifier, label, children }: FootnoteDefinition, place: Place): DraftBlock {
  const inner = children
    .flatMap((child) => block(child, place))
    .map((part) => (part.rows === undefined ? part : { ...part, runs: [{ text: blockText(part) }] }));
  return { role: 'note', label: label ?? identifier, runs: joinRuns(inner) };
}

function block(node: RootContent, place: Place): DraftBlock[] {
  switch (node.type) {
    case 'paragraph':
      if (isPicture(node.children)) return captions(node.children);
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

/** A paragraph of pictures alone. */
function isPicture(nodes: PhrasingContent[]): boolean {
  return nodes.every(
    (node) =>
      node.type === 'image' ||
      node.type === 'imageReference' ||
      (node.type === 'link' && isPicture(node.children)) ||
      (node.type === 'text' && node.value.trim() === ''),
  );
}

/** Words of a description that says more than what kind of picture it is. */
const CAPTION_WORDS = 3;

/** What is printed below a picture: its title, else its description. */
function captions(nodes: PhrasingContent[]): DraftBlock[] {
  return nodes.flatMap((node) => {
    if (node.type === 'link') return captions(node.children);
    if (node.type !== 'image' && node.type !== 'imageReference') return [];
    const title = node.type === 'image' ? (node.title ?? '') : '';
    const text = title.trim() === '' ? (node.alt ?? '') : title;
    return title.trim() !== '' || weigh(text) >= CAPTION_WORDS ? [plainBlock('caption', text.trim())] : [];
  });
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
  return nodes.flatMap((node, index): Run[] => {
    switch (node.type) {
      case 'text': {
        // A line break in the source of a paragraph is a space.
        const text = node.value.replace(/\s*\n\s*/gu, ' ');
        return [{ ...format, text: isRaised(nodes, index) ? superscript(text) : text }];
      }
      case 'html':
        return /^<br\b/iu.test(node.value) ? [{ text: '\n' }] : [];
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

/** A number in `<sup>`: as in pages, it stays apart from the word before it. */
function isRaised(nodes: PhrasingContent[], index: number): boolean {
  const [before, node] = [nodes[index - 1], nodes[index]];
  if (before?.type !== 'html' || node?.type !== 'text') return false;
  return /^<sup\b/iu.test(before.value) && SUPERSCRIPT_NUMBER.test(node.value);
}

function withUrl(format: Omit<Run, 'text'>, target: string | undefined): Omit<Run, 'text'> {
  const url = target === undefined ? null : safeLink(target);
  return url === null ? format : { ...format, url };
}

function htmlBlocks(html: string): DraftBlock[] {
  const { body } = parseDocument(html);
  return body === null ? [] : blocksOf(body);
}
