/**
 * Reads a stored document (Lexical's JSON) into the document AST.
 *
 * No text is ever dropped: a node that is not known here gives the text of its members.
 */
import { articleIdSchema } from '../article.ts';
import { citationClusterSchema } from '../citation.ts';
import type {
  Align,
  Bibliography,
  Block,
  Direction,
  DocumentAst,
  Heading,
  Inline,
  Link,
  List,
  ListItem,
  TableCell,
} from './ast.ts';
import { BIBLIOGRAPHY_TYPE } from './bibliography.ts';
import { CALLOUT_KINDS, CALLOUT_TYPE } from './callouts.ts';
import { placeholderId, storedBlockId } from './blockId.ts';
import { storedThreadIds, withoutThreads } from './comments.ts';
import { printable } from './characters.ts';
import { type BriefFacts, fieldsAsText, NO_FACTS } from './fields.ts';
import { MARK_TYPE, notesAtMarks } from './footnotes.ts';
import { CROSS_REFERENCE_TYPE } from './crossReferences.ts';
import {
  CAPTION_TYPE,
  captionNeighbour,
  type CaptionPlace,
  captionPlaces,
  captionsIn,
  PICTURE_TYPE,
  readPicture,
} from './figures.ts';
import { PAGE_BREAK_TYPE } from './pageBreak.ts';
import { storedPortion } from './portions.ts';
import { joinCodeText, textNode, unwrap } from './fromStoredText.ts';
import type { StoredDocument, StoredNode } from './stored.ts';
import { acceptedRoot, rejectedRoot } from './suggestions/settle.ts';
import { type TrackedChange, trackedChange, trackedRoot } from './suggestions/tracked.ts';

/**
 * `facts` are what the brief says of itself, which its fields show. With `comments` the texts, citations and so on name
 * the threads that they are in; the words of a thread stand in `comments.list`. Suggested changes are taken as accepted or
 * rejected, or with `tracked` what was put in and taken out stands side by side, and says so.
 */
export function documentAst(
  stored: StoredDocument,
  facts: BriefFacts = NO_FACTS,
  { comments = false, blockIds = false, suggestions = 'accepted' }: AstOptions = {},
): DocumentAst {
  const settled = SETTLED[suggestions](stored.root);
  const root = comments ? settled : withoutThreads(settled);
  const { children: nodes = [] } = fieldsAsText(root, facts);
  const children = blocksFromRoot(notesAtMarks(nodes), blockIds);
  const counts = { figure: 0, table: 0 };
  for (const caption of captionsIn(children)) caption.number = counts[caption.of] += 1;
  return { children };
}

export interface AstOptions {
  comments?: boolean;
  /** Blocks say which stored block they were read from. */
  blockIds?: boolean;
  suggestions?: keyof typeof SETTLED;
}

const SETTLED = {
  accepted: acceptedRoot<StoredNode>,
  rejected: rejectedRoot<StoredNode>,
  tracked: trackedRoot<StoredNode>,
};

/** Stands where a citation was stored in a form that cannot be read. */
const UNREADABLE_CITATION = '[unreadable citation]';

const BLOCK_TYPES = new Set([
  'paragraph',
  'heading',
  'quote',
  'snippet',
  'list',
  'table',
  'horizontalrule',
  'code',
  CALLOUT_TYPE,
  PAGE_BREAK_TYPE,
  BIBLIOGRAPHY_TYPE,
  PICTURE_TYPE,
  CAPTION_TYPE,
]);

/** At the root every node stands by itself, so that unknown neighbours do not run together. */
function blocksFromRoot(nodes: StoredNode[], blockIds: boolean): Block[] {
  const places = placesOfCaptions(nodes);
  return nodes.flatMap((node, index) => {
    const blocks = blocksFromMixed([node], places);
    if (!blockIds) return blocks;
    const blockId = storedBlockId(node) ?? placeholderId(index);
    return blocks.map((block) => ({ ...block, blockId }));
  });
}

/** Blocks from children that may be blocks, inlines or both: each run of inlines becomes a paragraph. */
function blocksFromMixed(nodes: StoredNode[], places = placesOfCaptions(nodes)): Block[] {
  const blocks: Block[] = [];
  let run: StoredNode[] = [];
  const endRun = (): void => {
    const children = inlines(run);
    if (children.length > 0) blocks.push({ type: 'paragraph', children });
    run = [];
  };
  for (const wrapped of nodes) {
    const node = unwrap(wrapped);
    if (!holdsBlocks(node)) {
      run.push(node);
      continue;
    }
    endRun();
    const [first, ...others] = block(node, places.get(wrapped));
    if (first !== undefined) blocks.push({ ...first, ...changed(node) }, ...others);
  }
  endRun();
  return blocks;
}

/** The captions among nodes that follow each other, and what they name. */
function placesOfCaptions(nodes: StoredNode[]): Map<StoredNode, CaptionPlace> {
  const places = captionPlaces(nodes.map((node) => captionNeighbour(unwrap(node).type)));
  return new Map([...places].map(([index, place]) => [nodes[index]!, place]));
}

/** `place` is that of a caption; one that stands beside nothing is a paragraph. */
function block(node: StoredNode, place?: CaptionPlace): Block[] {
  const children = node.children ?? [];
  switch (node.type) {
    case 'paragraph':
      return [
        {
          type: 'paragraph',
          ...portion(node),
          ...alignment(node),
          ...direction(node),
          children: inlines(children),
        },
      ];
    case 'heading':
      return [
        {
          type: 'heading',
          level: headingLevel(node['tag']),
          ...anchor(node),
          ...portion(node),
          ...alignment(node),
          ...direction(node),
          children: inlines(children),
        },
      ];
    case 'quote':
      return [{ type: 'quote', ...direction(node), children: blocksFromMixed(children), source: null }];
    case 'snippet':
      return [snippet(node)];
    case 'list':
      return [list(node)];
    case 'table':
      return table(node);
    case CALLOUT_TYPE:
      return [
        {
          type: 'callout',
          kind: nonEmpty(node['kind']) ?? CALLOUT_KINDS[0],
          confidence: nonEmpty(node['confidence']),
          children: blocksFromMixed(children),
        },
      ];
    case PAGE_BREAK_TYPE:
      return [{ type: 'pageBreak' }];
    case PICTURE_TYPE:
      return picture(node);
    case CAPTION_TYPE:
      return [
        place === undefined
          ? { type: 'paragraph', children: inlines(children) }
          : {
              type: 'caption',
              ...place,
              number: 0,
              ...anchor(node),
              ...portion(node),
              ...direction(node),
              children: inlines(children),
            },
      ];
    case BIBLIOGRAPHY_TYPE:
      return [bibliography(node)];
    case 'horizontalrule':
      return [{ type: 'rule' }];
    case 'code':
      return [
        {
          type: 'code',
          ...portion(node),
          language: nonEmpty(node['language']),
          text: joinCodeText(children),
        },
      ];
    default:
      return blocksFromMixed(children);
  }
}

function snippet(node: StoredNode): Block {
  const children = blocksFromMixed(node.children ?? []);
  const source = citationClusterSchema.safeParse(node['items']);
  if (source.success)
    return {
      type: 'quote',
      children,
      source: source.data,
      ...(node['emphasis'] !== 'original' && hasEmphasis(node) && { emphasisAdded: true }),
    };
  return {
    type: 'quote',
    children: [...children, { type: 'paragraph', children: [unreadableCitation()] }],
    source: null,
  };
}

/** Of one that does not say which picture it is, the description is all that is left. */
function picture(node: StoredNode): Block[] {
  const found = readPicture(node);
  if (found !== null) return [{ type: 'picture', ...portion(node), ...found, ...ofLeaf(node) }];
  const alt = nonEmpty(node['alt']);
  return alt === null
    ? []
    : [{ type: 'paragraph', children: [{ type: 'text', text: printable(alt), marks: [] }] }];
}

/** Whether any text is bold, italic, underlined or highlighted: those bits of a text node's format. Notes are the author's. */
function hasEmphasis(node: StoredNode): boolean {
  if (node.type === MARK_TYPE) return false;
  if (node.type === 'text') return (wholeNumber(node['format'], 0) & (1 | 2 | 8 | 128)) !== 0;
  return (node.children ?? []).some(hasEmphasis);
}

function list(node: StoredNode): List {
  const items: ListItem[] = [];
  const isCheckList = node['listType'] === 'check';
  for (const child of (node.children ?? []).map(unwrap)) {
    // Lexical nests a list by a list item that holds nothing but the list: it belongs to the item before it.
    const isNesting =
      child.type === 'listitem' &&
      (child.children ?? []).length > 0 &&
      (child.children ?? []).every((grandchild) => grandchild.type === 'list');
    const children =
      child.type === 'listitem' ? blocksFromMixed(child.children ?? []) : blocksFromMixed([child]);
    const previous = items.at(-1);
    if (isNesting && previous !== undefined) previous.children.push(...children);
    else
      items.push({
        checked: isCheckList && !isNesting ? child['checked'] === true : null,
        children: withPortion(children, child),
        ...changed(child),
      });
  }
  return {
    type: 'list',
    ...direction(node),
    ordered: node['listType'] === 'number',
    start: wholeNumber(node['start'], 1),
    items,
  };
}

/** What stands in a table outside its rows and cells follows the table as blocks of its own. */
function table(node: StoredNode): Block[] {
  const rows: TableCell[][] = [];
  const strays: StoredNode[] = [];
  for (const row of (node.children ?? []).map(unwrap)) {
    if (row.type !== 'tablerow') {
      strays.push(row);
      continue;
    }
    const cells: TableCell[] = [];
    for (const cell of (row.children ?? []).map(unwrap)) {
      if (cell.type === 'tablecell') cells.push(tableCell(cell));
      else strays.push(cell);
    }
    rows.push(cells);
  }
  return [{ type: 'table', ...direction(node), ...columnWidths(node), rows }, ...blocksFromMixed(strays)];
}

function columnWidths({ colWidths }: StoredNode): { widths?: number[] } {
  const widths = Array.isArray(colWidths) ? (colWidths as unknown[]) : [];
  const isUsable = (width: unknown): width is number => typeof width === 'number' && width > 0 && width < 1e6;
  return widths.length > 0 && widths.every(isUsable) ? { widths } : {};
}

function tableCell(node: StoredNode): TableCell {
  return {
    // A bit mask: 1 header of its column's row, 2 header of its row's column.
    header: wholeNumber(node['headerState'], 0) !== 0,
    ...alignment(node),
    colSpan: Math.max(1, wholeNumber(node['colSpan'], 1)),
    rowSpan: Math.max(1, wholeNumber(node['rowSpan'], 1)),
    children: blocksFromMixed(node.children ?? []),
  };
}

function inlines(nodes: StoredNode[]): Inline[] {
  const result: Inline[] = [];
  for (const wrapped of nodes) {
    const node = unwrap(wrapped);
    const added = inline(node);
    // Blocks that stand where only text may keep apart from the text around them.
    if (holdsBlocks(node) && result.length > 0 && added.length > 0) result.push({ type: 'break' });
    result.push(...added);
  }
  return result;
}

function inline(node: StoredNode): Inline[] {
  if (node.type === 'linebreak') return [{ type: 'break', ...changed(node) }];
  if (node.type === 'citation') {
    const items = citationClusterSchema.safeParse(node['items']);
    return [items.success ? { type: 'citation', items: items.data, ...ofLeaf(node) } : unreadableCitation()];
  }
  if (node.type === CROSS_REFERENCE_TYPE) {
    const { target, last } = node;
    return [
      {
        type: 'crossReference',
        target: nonEmpty(target) ?? '',
        last: printable(nonEmpty(last) ?? ''),
        ...ofLeaf(node),
      },
    ];
  }
  if (node.type === MARK_TYPE)
    return [{ type: 'footnote', children: blocksFromMixed(node.children ?? []), ...ofLeaf(node) }];
  const text = textNode(node);
  const children = inlines(node.children ?? []);
  const content = text === null ? children : [{ ...text, ...ofLeaf(node) }, ...children];
  const isLink = node.type === 'link' || (node.type === 'autolink' && node['isUnlinked'] !== true);
  const url = nonEmpty(node['url']);
  if (!isLink || url === null || content.length === 0) return content;
  return [{ type: 'link', url, children: content } satisfies Link];
}

function unreadableCitation(): Inline {
  return { type: 'text', text: UNREADABLE_CITATION, marks: [] };
}

function holdsBlocks(node: StoredNode): boolean {
  if (BLOCK_TYPES.has(node.type)) return true;
  if (node.type === MARK_TYPE) return false;
  return (node.children ?? []).some((child) => holdsBlocks(unwrap(child)));
}

function bibliography(node: StoredNode): Bibliography {
  const uncited = Array.isArray(node['uncited']) ? (node['uncited'] as unknown[]) : [];
  const heading = nonEmpty(node['heading']);
  return {
    type: 'bibliography',
    heading: heading === null ? null : printable(heading).trim(),
    byType: node['byType'] === true,
    uncited: uncited.filter((id): id is number => articleIdSchema.safeParse(id).success),
  };
}

/** What else a leaf is part of. */
function ofLeaf(node: StoredNode): { comments?: readonly string[]; change?: TrackedChange } {
  const ids = storedThreadIds(node);
  return { ...changed(node), ...(ids.length > 0 && { comments: ids }) };
}

function changed(node: StoredNode): { change?: TrackedChange } {
  const change = trackedChange(node);
  return change === null ? {} : { change };
}

function anchor(node: StoredNode): { anchor?: string } {
  const id = storedBlockId(node);
  return id === null ? {} : { anchor: id };
}

function portion(node: StoredNode): { portion?: string } {
  const mark = storedPortion(node);
  return mark === null ? {} : { portion: mark };
}

/** The mark of an item is that of its first words. */
function withPortion(blocks: Block[], item: StoredNode): Block[] {
  const [first, ...rest] = blocks;
  return first?.type === 'paragraph' ? [{ ...first, ...portion(item) }, ...rest] : blocks;
}

const ALIGNMENTS: readonly unknown[] = [
  'left',
  'center',
  'right',
  'justify',
  'start',
  'end',
] satisfies Align[];

function alignment({ format }: StoredNode): { align?: Align } {
  return ALIGNMENTS.includes(format) ? { align: format as Align } : {};
}

function direction({ direction: dir }: StoredNode): { dir?: Direction } {
  return dir === 'ltr' || dir === 'rtl' ? { dir } : {};
}

function headingLevel(tag: unknown): Heading['level'] {
  const match = typeof tag === 'string' ? /^h([1-6])$/.exec(tag) : null;
  return (match === null ? 1 : Number(match[1])) as Heading['level'];
}

function wholeNumber(value: unknown, fallback: number): number {
  return typeof value === 'number' && Number.isInteger(value) ? value : fallback;
}

function nonEmpty(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}
