/** Reads what one page prints. */
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { safeLink } from '../metadata/urls.ts';
import type { Font, Glyphs, PdfPage, StructureNode } from './glyphs.ts';
import { drawnGlyphs, drawsSoftHyphens, restoreHyphens, type TextItem } from './hyphens.ts';
import { loadPdfLibrary } from './open.ts';

/** What was learnt of a document from the pages so far. */
export interface Knowledge {
  /** By the library's name for them. */
  fonts: Map<string, Font>;
  /** Pages of running text whose drawing instructions were looked at. */
  looked: number;
  softHyphens: boolean;
}

/** After this many pages without soft hyphens there are none. */
const LOOK_AT = 4;
/** Characters of a page of running text. */
const RUNNING_TEXT = 600;

/** How far apart the two prints of a letter are that is made bold by printing it twice, in points. */
const PRINTED_TWICE = 1;
/** How much of its width a link must cover to be the link of a stretch of text. */
const COVERED = 0.6;

export async function readPage(
  document: PDFDocumentProxy,
  index: number,
  known: Knowledge,
): Promise<PdfPage> {
  const { Util } = await loadPdfLibrary();
  const page = await document.getPage(index + 1);
  try {
    const content = await page.getTextContent({ includeMarkedContent: true });
    const items = content.items.filter((item) => 'str' in item);
    await learn(page, items, Object.keys(content.styles), known);
    const viewport = page.getViewport({ scale: 1 });
    const links = await linksOf(page, viewport);
    const read: (Glyphs & { angle: number })[] = [];
    const open: { artifact: boolean; tag: string | null }[] = [];
    for (const item of content.items) {
      if (!('str' in item)) {
        if (item.type === 'endMarkedContent') open.pop();
        else open.push({ artifact: (item as MarkedContent).tag === 'Artifact', tag: item.id ?? null });
        continue;
      }
      if (item.str === '') continue;
      const [a, b, c, d, x, y] = Util.transform(viewport.transform, item.transform) as Matrix;
      const glyphs: Glyphs = {
        text: composed(item.str),
        x,
        y,
        width: item.width,
        size: Math.hypot(c, d),
        font: known.fonts.get(item.fontName) ?? PLAIN,
        rightToLeft: item.dir === 'rtl',
        tag: open.findLast(({ tag }) => tag !== null)?.tag ?? null,
        url: null,
        leadsInside: false,
        decoration: open.some(({ artifact }) => artifact),
      };
      if (!(glyphs.size > 0) || isPrintedTwice(read, glyphs)) continue;
      read.push({ ...glyphs, angle: Math.round(Math.atan2(b, a) / (Math.PI / 2)) & 3 });
    }
    const upright = uprighted(read, viewport.width, viewport.height);
    for (const one of upright.glyphs) if (upright.angle === 0) addLink(one, links);
    return { index, ...upright, structure: structureOf(await page.getStructTree()) };
  } finally {
    page.cleanup();
  }
}

/** The library's types leave its tag out. */
interface MarkedContent {
  tag?: string;
}
type Matrix = [number, number, number, number, number, number];
const PLAIN: Font = { bold: false, italic: false, monospaced: false };

/**
 * The names of fonts, and soft hyphens, come with the drawing instructions only: these are read where a page has
 * new fonts, or may have such hyphens.
 */
async function learn(
  page: PDFPageProxy,
  items: TextItem[],
  names: string[],
  known: Knowledge,
): Promise<void> {
  const { OPS, AnnotationMode } = await loadPdfLibrary();
  const hasNew = names.some((name) => !known.fonts.has(name));
  if (!hasNew && !known.softHyphens && known.looked >= LOOK_AT) return;
  const instructions = await page
    .getOperatorList({ annotationMode: AnnotationMode.DISABLE })
    .catch(() => ({ fnArray: [], argsArray: [] }));
  for (const name of names) {
    if (known.fonts.has(name)) continue;
    const font = page.commonObjs.has(name) ? (page.commonObjs.get(name) as LibraryFont | null) : null;
    known.fonts.set(name, font === null ? PLAIN : fontOf(font));
  }
  const drawn = drawnGlyphs(instructions, OPS.showText);
  if (drawn.length > RUNNING_TEXT) known.looked += 1;
  if (!drawsSoftHyphens(drawn)) return;
  known.softHyphens = true;
  restoreHyphens(items, drawn);
}

/** Old fonts of TeX print an accent before its letter: "¨o" is "ö". */
function composed(text: string): string {
  return text.replace(/([¨´ˆ˜ˇ˘˚¯¸]) ?(\p{L})/gu, (_both, accent: string, letter: string) =>
    (letter + COMBINING[accent]!).normalize('NFC'),
  );
}

const COMBINING: Record<string, string> = {
  '¨': '\u0308',
  '´': '\u0301',
  ˆ: '\u0302',
  '˜': '\u0303',
  ˇ: '\u030C',
  '˘': '\u0306',
  '˚': '\u030A',
  '¯': '\u0304',
  '¸': '\u0327',
};

interface LibraryFont {
  name?: string;
  bold?: boolean;
  black?: boolean;
  italic?: boolean;
  isMonospace?: boolean;
}

function fontOf({ name = '', bold, black, italic, isMonospace }: LibraryFont): Font {
  const style = name.replace(/^[A-Z]{6}\+/u, '');
  return {
    bold:
      bold === true ||
      black === true ||
      /bold|black|heavy|semibold|demi|[-,]?(?:BX|CMB)\d|^CMBX|-B$|\.B\b/iu.test(style),
    italic: italic === true || /ital|obli|slant|^CM(?:TI|SL)|-I$|\.I\b/iu.test(style),
    monospaced: isMonospace === true || /mono|courier|consol|^CMTT|code|typewriter/iu.test(style),
  };
}

function isPrintedTwice(read: Glyphs[], next: Glyphs): boolean {
  return read
    .slice(-6)
    .some(
      (other) =>
        other.text === next.text &&
        next.text.trim() !== '' &&
        Math.abs(other.x - next.x) < PRINTED_TWICE &&
        Math.abs(other.y - next.y) < PRINTED_TWICE,
    );
}

/** Turns a page that is set sideways, and leaves out what stands across its text, such as a watermark. */
function uprighted(
  read: (Glyphs & { angle: number })[],
  width: number,
  height: number,
): { glyphs: Glyphs[]; width: number; height: number; angle: number } {
  const characters = [0, 0, 0, 0];
  for (const { text, angle } of read) characters[angle]! += text.length;
  const angle = characters.indexOf(Math.max(...characters));
  const glyphs = read
    .filter((one) => one.angle === angle)
    .map(({ angle: _angle, ...one }) => ({ ...one, ...turned(one.x, one.y, angle, width, height) }));
  return angle % 2 === 0 ? { glyphs, width, height, angle } : { glyphs, width: height, height: width, angle };
}

function turned(
  x: number,
  y: number,
  angle: number,
  width: number,
  height: number,
): { x: number; y: number } {
  if (angle === 1) return { x: y, y: width - x };
  if (angle === 2) return { x: width - x, y: height - y };
  if (angle === 3) return { x: height - y, y: x };
  return { x, y };
}

interface LinkArea {
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Null for a place in the document. */
  url: string | null;
}

async function linksOf(page: PDFPageProxy, viewport: { transform: number[] }): Promise<LinkArea[]> {
  const { Util } = await loadPdfLibrary();
  const annotations = (await page.getAnnotations().catch(() => [])) as Annotation[];
  return annotations.flatMap(({ subtype, rect, url, dest }) => {
    if (subtype !== 'Link' || rect === undefined || rect.length !== 4) return [];
    const link = url === undefined ? null : safeLink(url);
    if (link === null && (dest === undefined || dest === null)) return [];
    const corners = [...rect];
    Util.applyTransform(corners, viewport.transform);
    Util.applyTransform(corners, viewport.transform, 2);
    const [x1, y1, x2, y2] = corners as [number, number, number, number];
    return [
      {
        left: Math.min(x1, x2),
        right: Math.max(x1, x2),
        top: Math.min(y1, y2),
        bottom: Math.max(y1, y2),
        url: link,
      },
    ];
  });
}

interface Annotation {
  subtype?: string;
  rect?: number[];
  url?: string;
  dest?: unknown;
}

function addLink(glyphs: Glyphs, links: LinkArea[]): void {
  const middle = glyphs.y - glyphs.size * 0.3;
  const link = links.find(
    ({ left, right, top, bottom }) =>
      middle > top &&
      middle < bottom &&
      Math.min(right, glyphs.x + glyphs.width) - Math.max(left, glyphs.x) >= COVERED * glyphs.width,
  );
  if (link === undefined || glyphs.text.trim() === '') return;
  glyphs.url = link.url;
  glyphs.leadsInside = link.url === null;
}

interface LibraryNode {
  role?: string;
  type?: string;
  id?: string;
  children?: LibraryNode[];
}

function structureOf(node: LibraryNode | null): StructureNode | null {
  if (node === null) return null;
  const children = (node.children ?? []).flatMap((child): (StructureNode | string)[] => {
    if (child.type === 'content') return child.id === undefined ? [] : [child.id];
    const inner = child.role === undefined ? null : structureOf(child);
    return inner === null ? [] : [inner];
  });
  return { role: node.role ?? '', children };
}
