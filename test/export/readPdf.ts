/** Reads PDFs back with pdf.js. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface PdfPage {
  /** Text in reading order, lines parted by spaces. */
  text: string;
  /** The rightmost edge of any text, as a share of the page's width. */
  right: number;
  /** In points. */
  size: [width: number, height: number];
  /** Its runs of text with their places in points, from the left and the top. */
  runs: { text: string; x: number; y: number }[];
  /** Wider than high. */
  turned: boolean;
  /** Roles of the structure tree, outermost first. */
  roles: string[];
  links: string[];
}

export interface Pdf {
  pages: PdfPage[];
  info: Record<string, unknown>;
  language: string | null;
  marked: boolean;
  /** Titles of the outline with their depth from 1. */
  outline: [depth: number, title: string][];
}

interface StructNode {
  role?: string;
  children?: StructNode[];
}
interface OutlineNode {
  title: string;
  items: OutlineNode[];
}

export async function readPdf(bytes: Uint8Array): Promise<Pdf> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0 });
  const document = await task.promise;
  try {
    const pages: PdfPage[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const runs = items.filter((item) => 'str' in item);
      const { width, height } = page.getViewport({ scale: 1 });
      const annotations = (await page.getAnnotations()) as { url?: string }[];
      pages.push({
        text: runs.map((run) => run.str + (run.hasEOL ? ' ' : '')).join(''),
        right: Math.max(...runs.map((run) => run.transform[4] + run.width)) / width,
        size: [width, height],
        runs: runs.map(({ str, transform }) => ({
          text: str,
          x: transform[4] as number,
          y: height - (transform[5] as number),
        })),
        turned: width > height,
        roles: rolesOf((await page.getStructTree()) as StructNode | null),
        links: annotations.flatMap((annotation) => annotation.url ?? []),
      });
    }
    const { info } = (await document.getMetadata()) as { info: Record<string, unknown> };
    return {
      pages,
      info,
      language: typeof info['Language'] === 'string' ? info['Language'] : null,
      marked: ((await document.getMarkInfo()) as Map<string, boolean> | null)?.get('Marked') === true,
      outline: outlineOf(await document.getOutline()),
    };
  } finally {
    await task.destroy();
  }
}

function rolesOf(tree: StructNode | null): string[] {
  if (tree === null) return [];
  return [...(tree.role === undefined ? [] : [tree.role]), ...(tree.children ?? []).flatMap(rolesOf)];
}

function outlineOf(nodes: OutlineNode[] | null, depth = 1): [number, string][] {
  return (nodes ?? []).flatMap((item) => {
    const own: [number, string] = [depth, item.title];
    return [own].concat(outlineOf(item.items, depth + 1));
  });
}
