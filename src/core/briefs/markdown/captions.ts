/** Paragraphs that are captions: a number in bold behind a picture, or beside a table; or a sign of Pandoc's beside one. */
import type { PhrasingContent } from 'mdast';
import { plainText } from './plainText.ts';
import { withBlockId } from '#domain/document/blockId.ts';
import { CAPTION_TYPE, captionLabel } from '#domain/document/figures.ts';
import type { StoredNode } from '#domain/document/stored.ts';
import { leadingAnchor } from './html.ts';
import { inlines } from './inlines.ts';
import { element } from './nodes.ts';
import type { Reading } from './reading.ts';

/** `before` and `after` are the types of the blocks that it stands between. Another number than its place gives is text. */
export function captionOf(
  nodes: readonly PhrasingContent[],
  before: string | undefined,
  after: string | undefined,
  reading: Reading,
): StoredNode | null {
  const of = before === 'picture' ? 'figure' : before === 'table' || after === 'table' ? 'table' : null;
  if (of === null) return null;
  if (of === 'table' && reading.isPandoc) {
    const words = pandocCaption(nodes, reading);
    if (words !== null) {
      reading.captions.table += 1;
      return element(CAPTION_TYPE, inlines(words, reading));
    }
  }
  const { id, rest } = leadingAnchor(nodes);
  const [label, ...words] = rest;
  if (label?.type !== 'strong') return null;
  const number = reading.captions[of] + 1;
  const { name, stop, gap } = captionLabel({ of, number }, reading.language);
  const said = spaced(plainText(label));
  const isLabel = words.length === 0 ? said === spaced(name) : said === spaced(name + stop);
  if (!isLabel) return null;
  reading.captions[of] = number;
  const [first, ...others] = words;
  const opened =
    first?.type === 'text' && first.value.startsWith(gap)
      ? [{ ...first, value: first.value.slice(gap.length) }, ...others]
      : words;
  const caption = element(CAPTION_TYPE, inlines(opened, reading));
  const anchor = id?.replace(/^ref-/u, '');
  return anchor === undefined ? caption : withBlockId(caption, anchor);
}

/**
 * What follows `Table:` or a colon at the beginning of a paragraph, without attributes at its end; null for any other
 * paragraph. https://pandoc.org/MANUAL.html#extension-table_captions
 */
function pandocCaption(
  nodes: readonly PhrasingContent[],
  { source }: Pick<Reading, 'source'>,
): PhrasingContent[] | null {
  const [first, ...others] = nodes;
  if (first?.type !== 'text') return null;
  const sign = /^(?:[Tt]able)?:\s*/u.exec(first.value)?.[0];
  // One that is escaped is text.
  if (sign === undefined || !source.startsWith(sign.trimEnd(), first.position!.start.offset)) return null;
  const words = [{ ...first, value: first.value.slice(sign.length) }, ...others];
  const last = words.at(-1)!;
  const end = last.type === 'text' ? { ...last, value: last.value.replace(/\s*\{[#.][^{}]*\}$/u, '') } : last;
  return [...words.slice(0, -1), end].filter((node) => node.type !== 'text' || node.value !== '');
}

function spaced(text: string): string {
  return text.replaceAll(/\s/gu, ' ');
}
