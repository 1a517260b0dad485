/** Paragraphs that are captions: a number in bold behind a picture, or beside a table. */
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

function spaced(text: string): string {
  return text.replaceAll(/\s/gu, ' ');
}
