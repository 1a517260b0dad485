/** A library with sources and briefs, and the features that export them, in this thread. */
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { addArticles } from '#core/articles/add.ts';
import { createBrief } from '#core/briefs/store.ts';
import { type Citations, createCitations } from '#core/citations/citations.ts';
import type { CoreContext } from '#core/context.ts';
import { openLibrary } from '#core/db/open.ts';
import { createExport, type Export } from '#core/export/export.ts';
import type { BriefSettings } from '#domain/brief.ts';
import type { CitationItem } from '#domain/citation.ts';
import type { CslItem } from '#domain/csl.ts';
import type { StoredDocument, StoredNode } from '#domain/document/stored.ts';
import { pdfFaults, straysTold } from './checkPdf.ts';

export interface ExportLibrary {
  context: CoreContext;
  citations: Citations;
  exporter: Export;
  folder: string;
  /** What the save dialog answers. */
  savePath: string | null;
  suggested: string[];
  addSources(...items: CslItem[]): number[];
  addBrief(nodes: StoredNode[], settings?: Partial<BriefSettings>): number;
  close(): Promise<void>;
}

const unused = (): never => {
  throw new Error('Not a part of these tests.');
};

export async function exportLibrary(): Promise<ExportLibrary> {
  const folder = await mkdtemp(join(tmpdir(), 'dossier-export-'));
  const library = openLibrary({ path: join(folder, 'library'), create: true });
  const context: CoreContext = {
    db: library.db,
    folder: library.folder,
    emit: () => undefined,
    appVersion: '0.0.0',
    resources: resolve(import.meta.dirname, '../../resources'),
    ports: {
      capabilities: { nativeDialogs: true, revealFile: false, openLinks: false, nativeMenu: false },
      chooseFilesToImport: unused,
      chooseFolder: unused,
      openLink: unused,
      revealFile: unused,
      useSpelling: unused,
      chooseSavePath: async (name) => {
        opened.suggested.push(name);
        return opened.savePath;
      },
    },
  };
  const citations = createCitations(context);
  const exporter = checked(createExport(context, citations));
  const opened: ExportLibrary = {
    context,
    citations,
    exporter,
    folder,
    savePath: null,
    suggested: [],
    addSources: (...items) => addArticles(library.db, items.map(newArticle)).map((added) => added.articleId),
    addBrief: (nodes, settings = {}) =>
      createBrief(library.db, { title: 'A brief', ...settings, document: storedDocument(nodes) }).id,
    async close() {
      await exporter.close();
      await citations.close();
      library.close();
      await rm(folder, { recursive: true });
    },
  };
  return opened;
}

/** Every PDF that a test has written is looked at as a whole, too. */
function checked(exporter: Export): Export {
  const { handlers } = exporter;
  return {
    ...exporter,
    handlers: {
      ...handlers,
      'export.render': async (input) => {
        const file = await handlers['export.render'](input);
        const faults =
          input.format === 'pdf' && input.packed !== true
            ? await pdfFaults(file.bytes, straysTold(file.warnings))
            : [];
        if (faults.length > 0) throw new Error(`${file.fileName} has faults:\n${faults.join('\n')}`);
        return file;
      },
    },
  };
}

function newArticle(csl: CslItem): Parameters<typeof addArticles>[1][number] {
  const text = csl.title;
  return {
    metadata: { csl, unconfirmed: [], issuedNotBefore: null, excerpt: false },
    content: { text, blocks: [{ start: 0, end: text.length, role: 'paragraph' }], noteRefs: [], marks: [] },
    original: { sha256: createHash('sha256').update(JSON.stringify(csl)).digest('hex'), name: 'source.txt' },
  };
}

function storedDocument(blocks: StoredNode[]): StoredDocument {
  const notes: StoredNode[] = [];
  const children = blocks.map((block) => withoutWords(block, notes));
  if (notes.length > 0) children.push(node('footnotes', notes));
  return { docVersion: 1, root: { type: 'root', version: 1, children } };
}

/** The node as it is stored: the words of its footnotes stand in a section of their own. */
function withoutWords({ words, ...stored }: StoredNode, notes: StoredNode[]): StoredNode {
  if (words !== undefined) {
    const id = String(notes.length + 1);
    notes.push(node('footnoteDefinition', words as StoredNode[], { id }));
    return { ...stored, id };
  }
  if (stored.children === undefined) return stored;
  return { ...stored, children: stored.children.map((child) => withoutWords(child, notes)) };
}

/** Nodes as Lexical stores them; a string is a text node. */
export const node = (
  type: string,
  children: (StoredNode | string)[],
  members: Record<string, unknown> = {},
): StoredNode => ({
  type,
  version: 1,
  children: children.map((child) => (typeof child === 'string' ? text(child) : child)),
  ...members,
});
export const text = (value: string, format = 0): StoredNode => ({
  type: 'text',
  version: 1,
  text: value,
  format,
});
export const paragraph = (...children: (StoredNode | string)[]): StoredNode => node('paragraph', children);
export const heading = (tag: string, ...children: (StoredNode | string)[]): StoredNode =>
  node('heading', children, { tag });
export const citation = (...items: CitationItem[]): StoredNode => ({ type: 'citation', version: 1, items });
/** A mark with the words of its note. */
export const footnote = (...words: StoredNode[]): StoredNode => ({
  type: 'footnoteReference',
  version: 1,
  words,
});
export const bibliography = (members: Record<string, unknown> = {}): StoredNode => ({
  type: 'bibliography',
  version: 1,
  ...members,
});
export const snippet = (item: CitationItem, ...children: StoredNode[]): StoredNode =>
  node('snippet', children, { items: [item] });
export const table = (rows: (StoredNode | string)[][], head = 1): StoredNode =>
  node(
    'table',
    rows.map((cells, y) =>
      node(
        'tablerow',
        cells.map((cell) => node('tablecell', [paragraph(cell)], { headerState: y < head ? 1 : 0 })),
      ),
    ),
  );

export const KIM: CslItem = {
  type: 'article-journal',
  title: 'Forced labor compensation',
  author: [{ family: 'Kim', given: 'Marie' }],
  'container-title': 'Asian Law Review',
  volume: '3',
  page: '112-119',
  issued: { 'date-parts': [[2019]] },
};
export const HONG: CslItem = {
  type: 'article-newspaper',
  title: '강제동원 배상 판결',
  author: [{ family: '홍', given: '길동' }],
  'container-title': '한겨레',
  issued: { 'date-parts': [[2023, 3, 6]] },
  language: 'ko',
};
export const YAMADA: CslItem = {
  type: 'book',
  title: '歴史の記憶',
  author: [{ family: '山田', given: '太郎' }],
  publisher: '岩波書店',
  issued: { 'date-parts': [[2010]] },
  language: 'ja',
};

export function picture(sha256: string, members: object = {}): StoredNode {
  return { type: 'picture', version: 1, sha256, width: 3, height: 2, share: 40, alt: '', ...members };
}

export function caption(...children: (StoredNode | string)[]): StoredNode {
  return node('caption', children);
}

/** Refers to the block that is called `target`. */
export function reference(target: string, last = ''): StoredNode {
  return { type: 'crossReference', version: 1, target, last };
}

/** A block under a name for references. */
export function called(blockId: string, block: StoredNode): StoredNode {
  return { ...block, $: { blockId } };
}
