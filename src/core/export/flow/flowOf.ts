/** The document AST as blocks with everything in them that they print. */
import { keywordList } from '#domain/keywords.ts';
import type { Bibliography, Block, Caption, Direction, Heading, Quote, Table } from '#domain/document/ast.ts';
import { calloutTitle } from '#domain/document/callouts.ts';
import { captionName, captionsIn, figureLabels, missingPicture } from '#domain/document/figures.ts';
import { blockDirection, languageDirection } from '#domain/document/direction.ts';
import { captionBeside, isBeside } from '../captionBeside.ts';
import { CONTENTS_DEPTH, contentsChoice, hasContents } from '../contents.ts';
import { geometryOf } from '../design/design.ts';
import type { ExportDocument } from '../exportDocument.ts';
import { headingDepths, headingsIn } from '../headingDepths.ts';
import { labelsFor } from '../labels.ts';
import { tableGrid } from '../tableGrid.ts';
import { titleLines } from '../titleBlock.ts';
import type {
  Change,
  Flow,
  FlowBlock,
  FlowCaption,
  FlowKind,
  FlowPages,
  FlowPicture,
  FlowTable,
} from './flow.ts';
import { citationSpans, hasWords, richSpans, spansOf } from './spans.ts';
import { flowHeadings } from './walk.ts';

/** What blocks and spans have to know of the brief. */
export interface Setting {
  brief: ExportDocument;
  /** Ids of headings and captions. */
  ids: ReadonlyMap<Heading | Caption, string>;
  /** The headings that have words of their own; others are paragraphs. */
  headings: ReturnType<typeof headingDepths>;
  /** In which what the blocks stand in is read. */
  dir: Direction;
  /** Of all that the blocks stand in. */
  change?: Change;
  /** The blocks stand on the page itself, where it can be broken. */
  onPage: boolean;
  /** The blocks of an author's footnote. */
  noteBlocks: (blocks: Block[]) => FlowBlock[];
}

export function flowOf(brief: ExportDocument): Flow {
  const { title, author, date, language } = brief.settings;
  const blocks = bodyOf(brief);
  const headings = flowHeadings(blocks).filter(({ depth }) => depth <= CONTENTS_DEPTH);
  return {
    title: title.trim() === '' ? labelsFor(language).untitled : title.trim(),
    author: author.trim(),
    keywords: keywordList(brief.settings.keywords ?? ''),
    lines: titleLines(brief),
    banner: brief.banner,
    isoDate: date,
    language,
    dir: languageDirection(language),
    pages: pagesOf(brief),
    blocks,
    contents: hasContents(brief, headings.length) ? headings : [],
    threads: brief.threads,
  };
}

function pagesOf(brief: ExportDocument): FlowPages {
  const { settings, design } = brief;
  return {
    geometry: geometryOf(settings, design),
    letters: design.facts.letters,
    colours: design.facts.colours,
    contents: contentsChoice(brief),
  };
}

function bodyOf(brief: ExportDocument): FlowBlock[] {
  const { children } = brief.document;
  const headings = headingsIn(children);
  const captions = captionsIn(children);
  const ids = new Map<Heading | Caption, string>([
    ...headings.map((heading, index) => [heading, `section-${index + 1}`] as const),
    ...captions.map((caption, index) => [caption, `caption-${index + 1}`] as const),
  ]);
  const dir = languageDirection(brief.settings.language);
  const noHeadings = new Map<Heading, never>();
  const inNotes: Setting = {
    brief,
    ids,
    headings: noHeadings,
    dir,
    onPage: false,
    noteBlocks: () => [],
  };
  const setting: Setting = {
    brief,
    ids,
    headings: noHeadings,
    dir,
    onPage: true,
    noteBlocks: (blocks) => flowBlocks(blocks, inNotes),
  };
  const titled = headings.filter((heading) => hasWords(spansOf(heading.children, setting)));
  const written = flowBlocks(children, { ...setting, headings: headingDepths(titled) });
  const body = brief.sources.place === null ? [...written, ...sourceBlocks(brief)] : written;
  return body.slice(0, body.findLastIndex(({ type }) => type !== 'pageBreak') + 1);
}

function flowBlocks(blocks: Block[], setting: Setting): FlowBlock[] {
  return blocks.flatMap((block, index): FlowBlock[] => {
    if (block.type === 'caption' && isBeside(blocks, index)) return [];
    const written = flowBlock(block, setting);
    const beside = captionBeside(blocks, index);
    if (beside === null) return written;
    const [caption] = flowBlock(beside, setting) as Extract<FlowBlock, { type: 'caption' }>[];
    const [body] = written;
    if (body?.type !== 'picture' && body?.type !== 'table') return [caption!];
    return [{ type: 'figure', dir: setting.dir, caption: caption!, body }];
  });
}

function flowBlock(block: Block, outer: Setting): FlowBlock[] {
  if (block.type === 'bibliography')
    return block === outer.brief.sources.place ? sourceBlocks(outer.brief) : [];
  const dir = blockDirection(block, outer.dir);
  const own = 'change' in block ? (block.change ?? outer.change) : outer.change;
  const change = own === undefined ? {} : { change: own };
  // A block of text says of its beginning only; of others all that is in them came or went with them.
  const inside = 'level' in block || block.type === 'paragraph' || block.type === 'caption' ? {} : change;
  return kindsOf(block, { ...outer, dir, ...inside }).map((kind) => ({ ...kind, dir, ...change }));
}

function kindsOf(block: Exclude<Block, Bibliography>, outer: Setting): FlowKind[] {
  const setting = { ...outer, onPage: false };
  switch (block.type) {
    case 'paragraph':
    case 'heading': {
      const spans = spansOf(block.children, setting);
      if (spans.length === 0) return [];
      const align = block.align === undefined ? {} : { align: block.align };
      const depth = block.type === 'heading' ? outer.headings.get(block) : undefined;
      if (block.type === 'paragraph') {
        const look = block.look === undefined ? {} : { look: block.look };
        return [{ type: 'paragraph', ...look, ...align, spans }];
      }
      if (depth === undefined) return [{ type: 'paragraph', ...align, spans }];
      const id = outer.ids.get(block)!;
      return [{ type: 'heading', id, level: block.level, depth: depth.level, ...align, spans }];
    }
    case 'list': {
      const items = block.items.map(({ checked, children }) => ({
        checked,
        blocks: flowBlocks(children, setting),
      }));
      const start = Math.max(0, block.start);
      return items.length === 0 ? [] : [{ type: 'list', ordered: block.ordered, start, items }];
    }
    case 'quote': {
      const blocks = quoteBlocks(block, setting);
      return blocks.length === 0 ? [] : [{ type: 'quote', blocks }];
    }
    case 'callout': {
      const { label, confidence } = calloutTitle(block, outer.brief.settings.language);
      return [{ type: 'callout', label, side: confidence, blocks: flowBlocks(block.children, setting) }];
    }
    case 'table':
      return tableOf(block, setting);
    case 'picture':
      return [pictureOf(block, outer.brief)];
    case 'caption':
      return [captionOf(block, setting)];
    case 'code':
      return [{ type: 'code', text: block.text }];
    case 'pageBreak':
      return outer.onPage ? [{ type: 'pageBreak' }] : [];
    case 'rule':
  }
  return [{ type: 'rule' }];
}

/** The mark or the attribution of a snippet follows its last words. */
function quoteBlocks(quote: Quote, setting: Setting): FlowBlock[] {
  const blocks = flowBlocks(quote.children, setting);
  if (quote.source === null) return blocks;
  const mark = citationSpans(quote.source, setting);
  const last = blocks.at(-1);
  if (last?.type !== 'paragraph') return [...blocks, { type: 'paragraph', dir: setting.dir, spans: mark }];
  last.spans.push(
    ...(mark[0]?.type === 'note' ? [] : [{ type: 'text', text: ' ', marks: [] } as const]),
    ...mark,
  );
  return blocks;
}

function tableOf(table: Table, setting: Setting): FlowTable[] {
  const grid = tableGrid(table);
  if (grid.columns === 0) return [];
  const cells = grid.cells.map(({ x, y, colSpan, rowSpan, cell }) => ({
    x,
    y,
    colSpan,
    rowSpan,
    header: cell.header,
    ...(cell.align === undefined ? {} : { align: cell.align }),
    blocks: flowBlocks(cell.children, setting),
  }));
  const { columns, rows, headRows } = grid;
  const widths = table.widths?.length === columns ? table.widths : null;
  return [{ type: 'table', columns, rows, headRows, widths, cells }];
}

function pictureOf(
  { sha256, share, alt, decorative }: Extract<Block, { type: 'picture' }>,
  { pictures, settings }: ExportDocument,
): FlowPicture {
  const shown = decorative ? '' : alt;
  return {
    type: 'picture',
    sha256,
    file: pictures.get(sha256) ?? null,
    share,
    alt: shown,
    decorative,
    missing: missingPicture({ alt, decorative }, settings.language),
  };
}

function captionOf(caption: Caption, setting: Setting): FlowCaption {
  const { language } = setting.brief.settings;
  const spans = spansOf(caption.children, setting);
  const { of, side, number } = caption;
  return {
    type: 'caption',
    id: setting.ids.get(caption) ?? '',
    of,
    side,
    name: captionName(caption, language),
    number,
    separator: spans.length === 0 ? '' : figureLabels(language).separator,
    spans,
  };
}

/** The list of sources stands beside the brief's main sections. */
function sourceBlocks({ document, sources, settings }: ExportDocument): FlowBlock[] {
  const { heading, sections } = sources;
  const dir = languageDirection(settings.language);
  if (sections.length === 0) return [];
  const levels = document.children.flatMap((block) => (block.type === 'heading' ? [block.level] : []));
  const top = levels.length === 0 ? 1 : Math.min(...levels);
  const title = (text: string, id: string, depth: number): FlowBlock => ({
    type: 'heading',
    id,
    level: Math.min(top + depth - 1, 6) as Heading['level'],
    depth,
    dir,
    spans: [{ type: 'text', text, marks: [] }],
  });
  return [
    title(heading, 'sources', 1),
    ...sections.flatMap((section, index): FlowBlock[] => [
      ...(section.title === null ? [] : [title(section.title, `sources-${index + 1}`, 2)]),
      { type: 'sources', dir, entries: section.entries.map(richSpans) },
    ]),
  ];
}
