/** mdast as text, in each flavour. */
import type { Nodes, Root } from 'mdast';
import { frontmatterToMarkdown } from 'mdast-util-frontmatter';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { type Options, toMarkdown } from 'mdast-util-to-markdown';
import type { MarkdownFlavour } from '#contract/export.ts';
import { pandocToMarkdown } from './pandoc.ts';

/**
 * What is neither of CommonMark alone is escaped as GFM escapes it in every flavour: a text says the same whoever
 * reads it.
 */
export function markdownText(tree: Root | Nodes, flavour: MarkdownFlavour): string {
  return toMarkdown(tree, {
    extensions: [
      gfmToMarkdown({ tablePipeAlign: false }),
      frontmatterToMarkdown(['yaml']),
      COLONS,
      ...(flavour === 'pandoc' ? [pandocToMarkdown] : []),
    ],
    bullet: '-',
    emphasis: '*',
    fences: true,
    rule: '-',
    listItemIndent: 'one',
  });
}

/** A colon behind the mark of a note, or a link, would define it; three of them begin a div, by which a file is Pandoc's. */
const COLONS: Options = {
  unsafe: [
    { character: ':', before: '\\]', inConstruct: 'phrasing' },
    { atBreak: true, character: ':', after: '::' },
  ],
};
