/** What an export says of quotes that are not word by word what their source says. */
import { type CitationPlace, citationPlaces } from '#domain/document/clusters.ts';
import type { Block, DocumentAst, Text } from '#domain/document/ast.ts';
import { faithfulness } from '#domain/quotation.ts';
import type { Database } from '../db/connect.ts';
import type { ExportDocument } from './exportDocument.ts';
import { getSnippets } from '../snippets/store.ts';
import { labelsFor } from './labels.ts';

/** Sets "(emphasis added)" in the brief's language behind the words of quotes that the analyst emphasised. */
export function noteEmphasis(document: DocumentAst, language: string): DocumentAst {
  const note: Text = { type: 'text', text: `(${labelsFor(language).emphasisAdded})`, marks: [] };
  return { children: document.children.map((block) => noted(block, note)) };
}

function noted(block: Block, note: Text): Block {
  switch (block.type) {
    case 'quote':
      if (block.emphasisAdded !== true) return { ...block, children: each(block.children, note) };
      return { ...block, children: behindLast(block.children, note) };
    case 'callout':
      return { ...block, children: each(block.children, note) };
    case 'list':
      return {
        ...block,
        items: block.items.map((item) => ({ ...item, children: each(item.children, note) })),
      };
    case 'table':
      return {
        ...block,
        rows: block.rows.map((row) => row.map((cell) => ({ ...cell, children: each(cell.children, note) }))),
      };
    default:
      return block;
  }
}

function each(blocks: Block[], note: Text): Block[] {
  return blocks.map((block) => noted(block, note));
}

function behindLast(blocks: Block[], note: Text): Block[] {
  const last = blocks.at(-1);
  if (last?.type !== 'paragraph') return [...blocks, { type: 'paragraph', children: [note] }];
  const children = [...last.children, { ...note, text: ` ${note.text}` }];
  return [...blocks.slice(0, -1), { ...last, children }];
}

/** Characters of a quote that a warning shows. */
const SHOWN = 60;

/** The quotes of a brief, as it is stored, with changes that no brackets or ellipses mark. */
export function alteredQuotes(db: Database, document: DocumentAst): CitationPlace[] {
  const quotes = citationPlaces(document).filter(({ kind }) => kind === 'quote');
  const ids = quotes.flatMap(({ items }) => items[0]?.snippetId ?? []);
  const words = new Map(getSnippets(db, [...new Set(ids)]).map(({ id, exact }) => [id, exact]));
  return quotes.filter(({ items, text }) => {
    const exact = words.get(items[0]?.snippetId ?? 0);
    return exact !== undefined && faithfulness(exact, text) === 'altered';
  });
}

/** A warning for each of the brief's altered quotes. */
export function quoteWarnings({ altered }: ExportDocument): string[] {
  return altered.map(({ text }) => {
    const shown = text.length > SHOWN ? `${text.slice(0, SHOWN).trimEnd()}…` : text;
    return `The quote “${shown}” is not what its source says. Mark what you changed, or take the source's words back.`;
  });
}
