/** Pictures of a Markdown file: in a brief they stand between paragraphs. */
import type { PhrasingContent } from 'mdast';
import { PICTURE_TYPE } from '#domain/document/figures.ts';
import type { StoredNode } from '#domain/document/stored.ts';
import type { Reading } from './reading.ts';

/** The words of a paragraph, and between them the pictures that are at hand. */
export function partsOf(
  nodes: readonly PhrasingContent[],
  reading: Reading,
): (PhrasingContent[] | StoredNode)[] {
  const parts: (PhrasingContent[] | StoredNode)[] = [];
  let words: PhrasingContent[] = [];
  let rest = [...nodes];
  while (rest.length > 0) {
    const [node, ...others] = rest as [PhrasingContent, ...PhrasingContent[]];
    rest = others;
    const picture = pictureOf(node, reading);
    if (picture === null) {
      words.push(node);
      continue;
    }
    if (hasWords(words)) parts.push(trimmed(words));
    words = [];
    const { share, behind } = attributesBehind(others, reading);
    rest = behind;
    parts.push(share === null ? picture : { ...picture, share });
  }
  if (hasWords(words) || parts.length === 0) parts.push(parts.length === 0 ? words : trimmed(words));
  return parts;
}

function pictureOf(node: PhrasingContent, { pictures, definitions }: Reading): StoredNode | null {
  if (node.type !== 'image' && node.type !== 'imageReference') return null;
  const url = node.type === 'image' ? node.url : (definitions.get(node.identifier)?.url ?? '');
  const picture = pictures.get(url);
  if (picture === undefined) return null;
  return { type: PICTURE_TYPE, version: 1, ...picture, share: 100, alt: node.alt ?? '' };
}

/** Pandoc's `{width=40%}`, and the line break that keeps a picture from being a figure. */
function attributesBehind(
  nodes: PhrasingContent[],
  { isPandoc }: Reading,
): { share: number | null; behind: PhrasingContent[] } {
  const [first, ...others] = nodes;
  const found = isPandoc && first?.type === 'text' ? /^(?:\{([^{}]*)\})?(?:\\$)?/u.exec(first.value) : null;
  if (found === null || first?.type !== 'text' || found[0] === '') return { share: null, behind: nodes };
  const width = /\bwidth="?(\d+(?:\.\d+)?)%/u.exec(found[1] ?? '')?.[1];
  const value = first.value.slice(found[0].length);
  return {
    share: width === undefined ? null : Number(width),
    behind: value === '' ? others : [{ ...first, value }, ...others],
  };
}

function hasWords(nodes: readonly PhrasingContent[]): boolean {
  return nodes.some((node) => node.type !== 'break' && !(node.type === 'text' && node.value.trim() === ''));
}

function trimmed(nodes: PhrasingContent[]): PhrasingContent[] {
  const from = nodes.findIndex((node) => hasWords([node]));
  return nodes.slice(from, nodes.findLastIndex((node) => hasWords([node])) + 1);
}
