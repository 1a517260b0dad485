/** Headings of a Markdown file: what they say, and the names under which links lead to them. */
import type { Heading, PhrasingContent } from 'mdast';
import { leadingAnchor } from './html.ts';
import { plainText } from './plainText.ts';
import type { Reading } from './reading.ts';

/** A heading that references may be to. */
export interface HeadingTarget {
  words: string;
  /** The id of its block. */
  anchor: string;
}

export interface HeadingParts {
  nodes: PhrasingContent[];
  words: string;
  /** From an element before the words, or from Pandoc's attributes behind them. */
  id: string | null;
  /** Pandoc's attributes take the place of the name that is made from the words. */
  isNamed: boolean;
}

export function headingParts(
  { children }: Heading,
  reading: Pick<Reading, 'isPandoc' | 'source'>,
): HeadingParts {
  const { id, rest } = leadingAnchor(children);
  const { nodes, id: named } = withoutAttributes(rest, reading);
  const words = nodes
    .map((node) => plainText(node))
    .join('')
    .trim();
  return { nodes, words, id: id ?? named, isNamed: named !== null };
}

/** Pandoc's `{#id .class}` behind the words of a heading; a brace that is meant as one is escaped. */
function withoutAttributes(
  nodes: PhrasingContent[],
  { isPandoc, source }: Pick<Reading, 'isPandoc' | 'source'>,
): { nodes: PhrasingContent[]; id: string | null } {
  const last = nodes.at(-1);
  const found = last?.type === 'text' ? /\s*\{([^{}]*)\}$/u.exec(last.value) : null;
  const end = last?.position?.end.offset ?? 0;
  const isMeant = found !== null && isPandoc && source.slice(0, end).endsWith(`{${found[1]}}`);
  if (!isMeant || last?.type !== 'text' || source.slice(0, end).endsWith(`\\{${found[1]}}`))
    return { nodes, id: null };
  const value = last.value.slice(0, found.index);
  return {
    nodes: [...nodes.slice(0, -1), ...(value === '' ? [] : [{ ...last, value }])],
    id: /#([^\s}]+)/u.exec(found[1]!)?.[1] ?? null,
  };
}

/** Names headings by their words, in their order, as GitHub does: https://github.com/Flet/github-slugger */
export function headingNames(): (words: string) => string {
  /** Each name that is given, with the highest number that was tried behind it. */
  const given = new Map<string, number>();
  return (words) => {
    const plain = slug(words);
    let number = given.get(plain) ?? 0;
    let name = plain;
    while (given.has(name)) {
      number += 1;
      name = `${plain}-${number}`;
    }
    given.set(plain, number);
    if (name !== plain) given.set(name, 0);
    return name;
  };
}

function slug(words: string): string {
  return words
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/gu, '-');
}
