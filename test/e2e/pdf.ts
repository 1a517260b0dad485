/** Reads PDFs back with pdf.js, independently of what wrote them. */
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface ReadPdf {
  /** Text of each page, lines joined by spaces. */
  pages: string[];
  title: string | undefined;
  language: string | undefined;
  /** Roles of the structure tree over all pages; empty where the file is not tagged. */
  roles: Set<string>;
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const { info } = await document.getMetadata();
  const pages: string[] = [];
  const roles = new Set<string>();
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(
      items
        .map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : ''))
        .join('')
        .replace(/\s+/gu, ' '),
    );
    collectRoles(await page.getStructTree(), roles);
  }
  const { Title, Language } = info as { Title?: string; Language?: string };
  await document.loadingTask.destroy();
  return { pages, title: Title, language: Language, roles };
}

type StructTree = Awaited<ReturnType<Awaited<ReturnType<PDFDocumentProxy['getPage']>>['getStructTree']>>;

function collectRoles(node: StructTree, into: Set<string>): void {
  if (node === null || !('role' in node)) return;
  into.add(node.role);
  for (const child of node.children) if ('role' in child) collectRoles(child, into);
}
