/** Blocks of a brief as lines of plain text. A paragraph is one line: mail programs break it at their own width. */
import { figureLabels } from '#domain/document/figures.ts';
import { displayWidth } from '../displayWidth.ts';
import type { FlowBlock, FlowCaption, FlowList } from '../flow/flow.ts';
import { flowInside } from '../flow/walk.ts';
import { type Notes, spansText } from './spans.ts';
import { tableLines } from './tables.ts';

export interface Setting {
  notes: Notes;
  /** BCP 47. */
  language: string;
  /** The words are a quote's. */
  inQuote?: boolean;
}

/** Blocks parted by empty lines. */
export function blockLines(blocks: readonly FlowBlock[], setting: Setting): string[] {
  const lines: string[] = [];
  for (const block of blocks) {
    const written = linesOfBlock(block, setting);
    if (written.length === 0) continue;
    if (lines.length > 0) lines.push('');
    lines.push(...written);
  }
  return lines;
}

function linesOfBlock(block: FlowBlock, setting: Setting): string[] {
  const { notes, language, inQuote } = setting;
  switch (block.type) {
    case 'paragraph':
      return spansText(block.spans, notes, inQuote).split('\n');
    case 'heading':
      return headingLines(spansText(block.spans, notes), block.depth);
    case 'list':
      return listLines(block, setting);
    case 'quote':
      return prefixed(blockLines(block.blocks, { ...setting, inQuote: true }), '>');
    case 'callout': {
      const label = block.side === null ? block.label : `${block.label} · ${block.side}`;
      return prefixed([label, '', ...blockLines(block.blocks, setting)], '|');
    }
    case 'table':
      return tableLines(block, setting);
    case 'figure':
      return flowInside(block).flatMap((part, index) => [
        ...(index > 0 ? [''] : []),
        ...linesOfBlock(part, setting),
      ]);
    case 'caption':
      return captionLines(block, setting);
    case 'picture': {
      if (block.file === null) return [block.missing];
      const { figure } = figureLabels(language);
      return block.decorative ? [] : [block.alt === '' ? `[${figure}]` : `[${figure}: ${block.alt}]`];
    }
    case 'sources':
      return block.entries.flatMap((entry, index) => [
        ...(index > 0 ? [''] : []),
        ...spansText(entry, notes).split('\n'),
      ]);
    case 'code':
      return block.text.split('\n').map((line) => `    ${line}`.trimEnd());
    case 'rule':
      return ['* * *'];
    case 'pageBreak':
      return [];
  }
  return [];
}

/** Signs below the main headings, as wide as they are. */
export function headingLines(text: string, depth: number): string[] {
  const lines = text.split('\n');
  const sign = ['=', '-'][depth];
  if (sign === undefined) return lines;
  const width = Math.max(...lines.map(displayWidth));
  return [...lines, sign.repeat(Math.max(3, Math.min(width, 72)))];
}

function captionLines({ name, separator, spans }: FlowCaption, { notes }: Setting): string[] {
  return `${name}${separator}${spansText(spans, notes)}`.split('\n');
}

/** The later lines of an item stand below its first words. */
function listLines({ ordered, start, items }: FlowList, setting: Setting): string[] {
  const written = items.map(({ checked, blocks }, index) => {
    const marker = checked !== null ? (checked ? '[x]' : '[ ]') : ordered ? `${start + index}.` : '-';
    const indent = ' '.repeat(marker.length + 1);
    const isTight = blocks.every(({ type }, at) => (at === 0 ? type === 'paragraph' : type === 'list'));
    const lines = isTight
      ? blocks.flatMap((block) => linesOfBlock(block, setting))
      : blockLines(blocks, setting);
    const [first = '', ...rest] = lines;
    return {
      isTight,
      lines: [`${marker} ${first}`.trimEnd(), ...rest.map((line) => `${indent}${line}`.trimEnd())],
    };
  });
  return written.flatMap(({ lines }, index) => {
    const isApart = index > 0 && !(written[index]!.isTight && written[index - 1]!.isTight);
    return isApart ? ['', ...lines] : lines;
  });
}

function prefixed(lines: readonly string[], sign: string): string[] {
  return lines.map((line) => (line === '' ? sign : `${sign} ${line}`));
}
