/** The syntax tree of a Markdown file. */
import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { pairDivs } from './divs.ts';
import { pandocFromMarkdown, pandocSyntax } from './pandocSyntax.ts';

/** Without the step that makes links of addresses in finished text: one that is escaped there is meant as text. */
const GFM = gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }));

/** CommonMark with GFM and front matter; with what Pandoc has beyond those where the file is Pandoc's. */
export function parseMarkdown(text: string, isPandoc: boolean): Root {
  const tree = fromMarkdown(text, {
    extensions: [gfm({ singleTilde: false }), frontmatter('yaml'), ...(isPandoc ? [pandocSyntax] : [])],
    mdastExtensions: [...GFM, frontmatterFromMarkdown('yaml'), ...(isPandoc ? [pandocFromMarkdown] : [])],
  });
  pairDivs(tree);
  return tree;
}
