/** Reads Markdown: CommonMark with GFM tables and footnotes, and front matter in YAML or TOML. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import type { DraftBlock } from '../content/draft.ts';
import { blockText, plainBlock } from '../content/draft.ts';
import { linkMarkers, recogniseNoteBlocks } from '../content/notes.ts';
import { tidyCharacters } from '../content/characters.ts';
import { latestAccessDate } from '../metadata/accessDates.ts';
import { type Found, nothingFound, offer, offerDate } from '../metadata/found.ts';
import { readByline } from '../plain/byline.ts';
import { isLong } from '../plain/lines.ts';
import { markdownBlocks } from './blocks.ts';
import { type FrontMatterLanguage, takeFrontMatter } from './frontMatter.ts';

const FRONT_MATTER: FrontMatterLanguage[] = ['yaml', 'toml'];

export function readMarkdown(text: string): { blocks: DraftBlock[]; found: Found } {
  const found = nothingFound();
  const tree = fromMarkdown(tidyCharacters(text).trimStart(), {
    extensions: [gfm({ singleTilde: false }), frontmatter(FRONT_MATTER)],
    mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown(FRONT_MATTER)],
  });
  const nodes: readonly { type: string }[] = tree.children;
  const front = nodes.find(isFrontMatter);
  const broken =
    front !== undefined && !takeFrontMatter(front.type, front.value, found)
      ? [plainBlock('code', front.value)]
      : [];
  const read = recogniseNoteBlocks(markdownBlocks(tree.children));
  const body = withoutBylines(withoutTitle(read, found), found);
  found.issuedNotBefore = latestAccessDate(
    body.filter((block) => block.role === 'note').map((block) => blockText(block)),
  );
  return { blocks: linkMarkers([...broken, ...body]), found };
}

function isFrontMatter(node: { type: string }): node is { type: FrontMatterLanguage; value: string } {
  return node.type === 'yaml' || node.type === 'toml';
}

/** The heading that opens the text is the title, or repeats the one that the front matter states. */
function withoutTitle(blocks: DraftBlock[], found: Found): DraftBlock[] {
  const [first, ...rest] = blocks;
  if (first?.role !== 'heading') return blocks;
  const text = blockText(first).trim();
  const isTitle = found.csl.title === undefined ? first.level === 1 : found.csl.title === text;
  if (!isTitle) return blocks;
  offer(found, 'title', text);
  return rest;
}

/** Lines above the first paragraph that only say who and when. */
function withoutBylines(blocks: DraftBlock[], found: Found): DraftBlock[] {
  const firstLong = blocks.findIndex((block) => block.role !== 'paragraph' || isLong(blockText(block)));
  return blocks.filter((block, index) => {
    if (index >= firstLong) return true;
    const byline = readByline(blockText(block).trim(), false);
    if (byline === null) return true;
    offer(found, 'author', byline.authors);
    offerDate(found, 'issued', byline.date, byline.printedDate);
    return false;
  });
}
