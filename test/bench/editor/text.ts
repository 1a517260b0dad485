/** Synthetic briefs for every editor that is measured: the same words, citations and table, as JSON and as HTML. */
import type { StoredNode } from '#domain/document/stored.ts';
import { createRandom, type Random, zipf } from '../random.ts';
import { vocabularySize, word } from '../words.ts';

export interface TextSize {
  words: number;
  citations: number;
}

/** A citation is the number of its source, from 1. */
type Inline = string | number;

type Block =
  | { kind: 'heading'; inlines: Inline[] }
  | { kind: 'paragraph'; inlines: Inline[] }
  | { kind: 'table'; rows: string[][] };

const TABLE_ROWS = 50;
const TABLE_COLUMNS = 6;
const PARAGRAPH_WORDS = 90;
const PARAGRAPHS_A_HEADING = 6;

/**
 * Paragraphs of some 90 words under headings, a table of 50 rows and 6 columns in the middle, whose words come on
 * top, and citations at even distances. The same size gives the same text.
 */
export function syntheticText({ words, citations }: TextSize, sources: number): Block[] {
  const random = createRandom(words + citations);
  const draw = zipf(vocabularySize('en'), random);
  const count = Math.ceil(words / PARAGRAPH_WORDS);
  const blocks: Block[] = [];
  let cited = 0;
  for (let index = 0; index < count; index += 1) {
    if (index % PARAGRAPHS_A_HEADING === 0) blocks.push({ kind: 'heading', inlines: [sentence(draw, 5)] });
    if (index === Math.floor(count / 2)) blocks.push(table(random, draw));
    const until = Math.round((citations * (index + 1)) / count);
    const sourcesHere = Array.from({ length: until - cited }, (_unused, at) => ((cited + at) % sources) + 1);
    cited = until;
    blocks.push({ kind: 'paragraph', inlines: paragraph(draw, sourcesHere) });
  }
  return blocks;
}

function paragraph(draw: () => number, cites: number[]): Inline[] {
  const parts = cites.length + 1;
  const each = Math.max(1, Math.floor(PARAGRAPH_WORDS / parts));
  return Array.from({ length: parts }, (_unused, part): Inline[] => {
    const words = part === 0 ? PARAGRAPH_WORDS - each * (parts - 1) : each;
    const text = `${sentence(draw, Math.max(1, words))}${part < cites.length ? '' : '.'}`;
    const lead = part === 0 ? text : `. ${text}`;
    return part < cites.length ? [`${lead} `, cites[part]!] : [lead];
  }).flat();
}

function table(random: Random, draw: () => number): Block {
  const cell = (): string => sentence(draw, random.integer(1, 4));
  const row = (): string[] => Array.from({ length: TABLE_COLUMNS }, cell);
  return { kind: 'table', rows: Array.from({ length: TABLE_ROWS }, row) };
}

function sentence(draw: () => number, words: number): string {
  let text = '';
  for (let count = 0; count < words; count += 1) {
    const stop = count > 0 && count % 18 === 0;
    const next = word(draw());
    text += `${count === 0 ? '' : stop ? '. ' : ' '}${stop || count === 0 ? next[0]!.toUpperCase() + next.slice(1) : next}`;
  }
  return text;
}

/** As a brief stores it. */
export function storedBlocks(blocks: readonly Block[]): StoredNode[] {
  return blocks.map((block) => {
    if (block.kind !== 'table')
      return {
        type: block.kind,
        version: 1,
        ...(block.kind === 'heading' && { tag: 'h2' }),
        children: block.inlines.map((inline) =>
          typeof inline === 'number'
            ? { type: 'citation', version: 1, items: [{ articleId: inline }] }
            : textNode(inline),
        ),
      };
    const rows = block.rows.map((cells, row) => ({
      type: 'tablerow',
      version: 1,
      children: cells.map((text) => ({
        type: 'tablecell',
        version: 1,
        headerState: row === 0 ? 1 : 0,
        colSpan: 1,
        rowSpan: 1,
        children: [{ type: 'paragraph', version: 1, children: [textNode(text)] }],
      })),
    }));
    return { type: 'table', version: 1, children: rows };
  });
}

function textNode(text: string): StoredNode {
  return { type: 'text', version: 1, text };
}

/** For the other editors; `label` gives what a citation reads. */
export function blocksAsHtml(blocks: readonly Block[], label: (source: number) => string): string {
  return blocks
    .map((block) => {
      if (block.kind === 'table') {
        const row = (cells: string[], tag: string): string =>
          `<tr>${cells.map((text) => `<${tag}><p>${text}</p></${tag}>`).join('')}</tr>`;
        return `<table><tbody>${block.rows.map((cells, at) => row(cells, at === 0 ? 'th' : 'td')).join('')}</tbody></table>`;
      }
      const inlines = block.inlines.map((inline) =>
        typeof inline === 'string'
          ? inline
          : `<span data-cite="${inline}" contenteditable="false">${label(inline)}</span>`,
      );
      const tag = block.kind === 'heading' ? 'h2' : 'p';
      return `<${tag}>${inlines.join('')}</${tag}>`;
    })
    .join('');
}
