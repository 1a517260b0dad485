/** A stored document as what is compared: its blocks and notes, each as a row of words, or a table as its cells. */
import type { CitationCluster } from '../citation.ts';
import { storedBlockId } from '../document/blockId.ts';
import { withoutThreads } from '../document/comments.ts';
import { MARK_TYPE, NOTE_TYPE, SECTION_TYPE } from '../document/footnotes.ts';
import { unwrap } from '../document/fromStoredText.ts';
import { INLINE_TYPES } from '../document/inline.ts';
import type { StoredDocument, StoredNode } from '../document/stored.ts';
import { settledBlocks } from '../document/suggestions/settle.ts';
import { asText, nameOfBlock, nameOfUnit } from './names.ts';
import { splitWords, type Token, wordSet } from './words.ts';

/** Where a block stands in its document. */
export interface Place {
  /** Among the children of the root. */
  index: number;
  /** The id of the note, where it is one. */
  note: string | null;
}

export interface ComparedUnit {
  place: Place;
  /** What it is called for as long as it is there; null where the document is older than such ids. */
  id: string | null;
  name: string;
  /** Everything about it, as text: the same where nothing changed. */
  key: string;
  /** What there is to say about the block itself, apart from its words. */
  format: string;
  tokens: Token[];
  words: ReadonlySet<string>;
  /** The cells of a table, row by row. */
  rows: Token[][][] | null;
}

/** What the words of a citation are, for people. */
export type CitationLabel = (items: CitationCluster) => string;

/** Empty paragraphs are left out: they are no content; neither are comments. Suggestions are taken as accepted. */
export function comparedUnits(document: StoredDocument, label: CitationLabel): ComparedUnit[] {
  return (withoutThreads(document.root).children ?? []).flatMap((block, index) => {
    const [accepted] = settledBlocks([block], () => 'accept');
    if (accepted === undefined) return [];
    const node = unwrap(accepted);
    if (node.type !== SECTION_TYPE) return unit(node, { index, note: null }, storedBlockId(block), label);
    return (node.children ?? []).map(unwrap).flatMap((note) => {
      const id = note.type === NOTE_TYPE && typeof note['id'] === 'string' ? note['id'] : null;
      return unit(note, { index, note: id }, id === null ? null : `note ${id}`, label);
    });
  });
}

function unit(node: StoredNode, place: Place, id: string | null, label: CitationLabel): ComparedUnit[] {
  const tokens = tokensOf(node, label);
  if (tokens.length === 0 && node.type === 'paragraph') return [];
  return [
    {
      place,
      id,
      name: nameOfBlock(node),
      key: JSON.stringify(withoutStates(node)),
      format: formatOf(node),
      tokens,
      words: wordSet(tokens.map(({ text }) => text)),
      rows: node.type === 'table' ? rowsOf(node, label) : null,
    },
  ];
}

/** In the order of the table; a cell that spans several is one. */
function rowsOf(table: StoredNode, label: CitationLabel): Token[][][] {
  return childrenOf(table).map((row) => childrenOf(row).map((cell) => tokensOf(cell, label)));
}

function tokensOf(node: StoredNode, label: CitationLabel): Token[] {
  const tokens: Token[] = [];
  let started = false;
  const line = (): void => {
    if (started) tokens.push({ text: '\n', key: '\n', format: '' });
    started = true;
  };
  const inline = (child: StoredNode, link: string): void => {
    if (typeof child['text'] === 'string') {
      const format = `${asText(child['format'])} ${asText(child['style'])} ${link}`;
      for (const text of splitWords(child['text'])) tokens.push({ text, key: text, format });
    } else if (child.type === 'linebreak') tokens.push({ text: '\n', key: '\n', format: '' });
    else if (child.type === 'link' || child.type === 'autolink')
      for (const inner of childrenOf(child)) inline(inner, asText(child['url']));
    else if (child.children === undefined || child.type === MARK_TYPE) tokens.push(unitToken(child, label));
    else block(child);
  };
  const block = (parent: StoredNode): void => {
    const children = childrenOf(parent);
    if (children.length === 0 || children.some(isInline)) line();
    for (const child of children) {
      if (child.type === 'listitem') listItem(parent, child);
      else if (isInline(child)) inline(child, '');
      else if (child.children === undefined) {
        line();
        tokens.push(unitToken(child, label));
      } else block(child);
    }
    if (parent.type === 'snippet' && Array.isArray(parent['items'])) {
      line();
      tokens.push(unitToken(parent, label));
    }
  };
  const listItem = (list: StoredNode, item: StoredNode): void => {
    const isNesting = childrenOf(item).length > 0 && childrenOf(item).every(({ type }) => type === 'list');
    if (isNesting) return block(item);
    const sign = signOf(list, item);
    line();
    started = false;
    tokens.push({ text: `${sign} `, key: `item ${list['listType'] === 'check' ? sign : ''}`, format: '' });
    return block(item);
  };
  if (node.children === undefined) tokens.push(unitToken(node, label));
  else block(node);
  return tokens.every(({ text }) => text === '\n') ? [] : tokens;
}

function signOf(list: StoredNode, item: StoredNode): string {
  if (list['listType'] === 'check') return item['checked'] === true ? '☑' : '☐';
  return list['listType'] === 'number' ? `${asText(item['value'])}.` : '•';
}

/** Changes as a whole, whatever in it changes. */
function unitToken(node: StoredNode, label: CitationLabel): Token {
  const { children: _children, ...own } = withoutStates(node);
  return { text: `[${nameOfUnit(node, label)}]`, key: `unit ${JSON.stringify(own)}`, format: '', unit: true };
}

function isInline(node: StoredNode): boolean {
  return INLINE_TYPES.has(node.type) || node.type === 'linebreak' || typeof node['text'] === 'string';
}

function childrenOf(node: StoredNode): StoredNode[] {
  return (node.children ?? []).map(unwrap);
}

/** Members that say how Lexical keeps a node, or that are compared by themselves. */
const NO_FORMAT = new Set([
  'type',
  'version',
  'children',
  '$',
  'text',
  'items',
  'id',
  'textFormat',
  'textStyle',
  'direction',
]);

function formatOf(node: StoredNode): string {
  const members = Object.keys(node).filter((member) => !NO_FORMAT.has(member));
  return JSON.stringify(members.toSorted((a, b) => (a < b ? -1 : 1)).map((member) => [member, node[member]]));
}

function withoutStates(node: StoredNode): StoredNode {
  const { $: _states, ...rest } = node;
  return rest;
}
