/** A Markdown file as a brief: its settings, its document, and what could not be read as it was meant. */
import { basename } from 'node:path';
import type { Heading, Root } from 'mdast';
import { findPandocCitations } from '#domain/pandocCitation.ts';
import type { BriefSettings } from '#domain/brief.ts';
import { BIBLIOGRAPHY_TYPE } from '#domain/document/bibliography.ts';
import type { StoredDocument, StoredNode } from '#domain/document/stored.ts';
import { termReader } from '#domain/locators.ts';
import type { Citations } from '../../citations/citations.ts';
import { localeTerms } from '../../citations/locale/locatorTerms.ts';
import type { LibraryStyle } from '../../citations/styles/styleLibrary.ts';
import { addPicture } from '../../pictures/store.ts';
import type { ReferenceItem } from '../../import/read/item.ts';
import type { Beside } from './beside.ts';
import { blocks } from './blocks.ts';
import { holdsDivs } from './divs.ts';
import { type FrontMatter, readFrontMatter } from './frontMatter.ts';
import { headingParts } from './headings.ts';
import { element } from './nodes.ts';
import { noteSection } from './notes.ts';
import { parseMarkdown } from './parse.ts';
import type { Picture, Reading } from './reading.ts';
import { withPipes } from './simpleTables.ts';
import { sourcesBeside } from './sources.ts';
import { styleOf } from './style.ts';
import { findIn } from './tree.ts';

export interface ReadParts {
  citations: Pick<Citations, 'styles'>;
  /** Folder of the library's pictures. */
  picturesFolder: string;
  /** The articles that references are in the library as, or become. */
  addReferences: (items: readonly ReferenceItem[]) => Promise<(number | null)[]>;
  /** The article that has a key. */
  articleOfKey: (key: string) => number | null;
}

export interface ReadBrief {
  settings: Partial<BriefSettings>;
  document: StoredDocument;
  warnings: string[];
}

const NOTHING: FrontMatter = {
  settings: {},
  bibliography: [],
  csl: null,
  references: [],
  nocite: [],
  isPandoc: false,
  rest: '',
};

/** `name` is that of the file, which gives the title where nothing else does. */
export async function readBrief(
  text: string,
  name: string,
  beside: Beside,
  parts: ReadParts,
): Promise<ReadBrief> {
  const warnings = new Set<string>();
  const { text: source, any: hasDrawnTables } = withPipes(
    text.replace(/^\uFEFF/u, '').replaceAll('\r\n', '\n'),
  );
  const [first] = parseMarkdown(source, false).children;
  const front = (first?.type === 'yaml' ? readFrontMatter(first.value) : null) ?? NOTHING;
  const isBroken = first?.type === 'yaml' && front === NOTHING;
  if (isBroken) warnings.add('The front matter is not valid YAML: it is kept as text.');
  const isPandoc = front.isPandoc || hasDrawnTables || citesByKey(source) || holdsDivs(source);
  const language = front.settings.language ?? 'en-US';
  const style = await styleBeside(front, language, beside, parts, warnings);
  const tree = parseMarkdown(source, isPandoc);
  const titled = front.settings.title === undefined ? titleIn(tree, { isPandoc, source }) : null;
  const found = findIn(tree, titled?.heading ?? null, { language, isPandoc, source });
  const sources = isPandoc ? await sourcesBeside(front, beside, warnings) : new Map<string, ReferenceItem>();
  const articles = await articlesOf(source, front, sources, parts);
  const reading: Reading = {
    ...found,
    isPandoc,
    source,
    language,
    inNotes: style?.class !== 'in-text',
    readTerm: termReader(localeTerms(language)),
    articleOf: (key) => articles.get(key) ?? parts.articleOfKey(key),
    pictures: await picturesBeside(found.pictures, beside, parts, warnings),
    inNote: false,
    captions: { figure: 0, table: 0 },
    notes: [],
    warnings,
    uncited: [],
  };
  reading.uncited.push(...front.nocite.flatMap((key) => reading.articleOf(key) ?? []));
  const title = front.settings.title ?? titled?.title ?? basename(name).replace(/\.[^.]+$/u, '');
  const body = tree.children.filter((node) => node.type !== 'yaml' && node !== titled?.heading);
  const children = blocks(body, reading);
  if (reading.uncited.length > 0)
    children.push({
      type: BIBLIOGRAPHY_TYPE,
      version: 1,
      heading: null,
      byType: false,
      uncited: reading.uncited,
    });
  children.push(
    ...leftOver(isBroken && first?.type === 'yaml' ? first.value : front.rest, isBroken, reading),
  );
  children.push(...noteSection(reading));
  return {
    settings: { ...front.settings, title, ...(style !== null && { styleId: style.id }) },
    document: { docVersion: 1, root: element('root', children) },
    warnings: [...warnings],
  };
}

/** Whether a text without front matter is Pandoc's. */
function citesByKey(source: string): boolean {
  return findPandocCitations(source).some(({ start }) => source[start] === '[');
}

/** A file without a title in its front matter often has it as its first heading. */
function titleIn(
  { children }: Root,
  reading: Pick<Reading, 'isPandoc' | 'source'>,
): { heading: Heading; title: string } | null {
  const first = children.find(({ type }) => type !== 'yaml');
  if (first?.type !== 'heading' || first.depth !== 1) return null;
  const title = headingParts(first, reading).words;
  return title === '' || title.length > 500 ? null : { heading: first, title };
}

async function styleBeside(
  { csl }: FrontMatter,
  language: string,
  beside: Beside,
  { citations }: ReadParts,
  warnings: Set<string>,
): Promise<LibraryStyle | null> {
  if (csl === null) return null;
  const bytes = await beside.read(csl);
  const text = bytes === null ? null : new TextDecoder().decode(bytes);
  const style = styleOf(citations, { text, name: csl, language });
  if (style === null)
    warnings.add(
      `The citation style “${csl}” is not installed here: install it and choose it for the brief.`,
    );
  return style;
}

/** Only of what the file cites: a list of sources may be that of a lifetime. */
async function articlesOf(
  source: string,
  { nocite }: FrontMatter,
  sources: ReadonlyMap<string, ReferenceItem>,
  { addReferences }: ReadParts,
): Promise<Map<string, number>> {
  const cited = new Set(nocite);
  for (const { cites } of findPandocCitations(source)) for (const { key } of cites) cited.add(key);
  const keys = [...cited].filter((key) => sources.has(key));
  const ids = keys.length === 0 ? [] : await addReferences(keys.map((key) => sources.get(key)!));
  const found = new Map<string, number>();
  for (const [index, id] of ids.entries()) if (id !== null) found.set(keys[index]!, id);
  return found;
}

async function picturesBeside(
  urls: ReadonlySet<string>,
  beside: Beside,
  { picturesFolder }: ReadParts,
  warnings: Set<string>,
): Promise<Map<string, Picture>> {
  const pictures = new Map<string, Picture>();
  for (const url of urls) {
    const bytes = await beside.read(url);
    if (bytes === null) continue;
    try {
      const { sha256, width, height } = await addPicture(picturesFolder, bytes, basename(url));
      pictures.set(url, { sha256, width, height });
    } catch (error) {
      warnings.add(error instanceof Error ? error.message : String(error));
    }
  }
  return pictures;
}

/** What the front matter says and a brief has no place for. */
function leftOver(yaml: string, isBroken: boolean, reading: Reading): StoredNode[] {
  if (yaml === '') return [];
  if (!isBroken)
    reading.warnings.add(
      'A brief has no place for some of the front matter: it stands at the end of the text.',
    );
  return blocks([{ type: 'code', lang: 'yaml', value: yaml }], reading);
}
