/** Writes the template of a brief as a stored document, in the form in which Lexical serialises it. */
import type { CitationItem } from '#domain/citation.ts';
import { DOC_VERSION, type StoredDocument, type StoredNode } from '#domain/document/stored.ts';
import type { BlockTemplate, InlineTemplate, SourceTemplate } from './template.ts';

/** Makes the citation of a source, with the snippet of its words. */
export type Cite = (source: SourceTemplate) => CitationItem;

/** Lexical's bits for text formats. */
const BOLD = 1;
const ITALIC = 2;
/** Lexical's header state of a cell in the header row. */
const ROW_HEADER = 1;

export function storedDocument(blocks: BlockTemplate[], cite: Cite): StoredDocument {
  const children = blocks.map((block) => blockNode(block, cite));
  return { docVersion: DOC_VERSION, root: element('root', children) };
}

function blockNode(block: BlockTemplate, cite: Cite): StoredNode {
  if ('heading' in block) return element('heading', [text(block.heading)], { tag: `h${block.level}` });
  if ('paragraph' in block) return paragraph(inlineNodes(block.paragraph, cite));
  if ('list' in block) return list(block.list, block.items, cite);
  if ('table' in block) return table(block.table, cite);
  return element('snippet', [paragraph([text(block.snippet.quote)])], { items: [cite(block.snippet)] });
}

function list(listType: 'bullet' | 'number', items: InlineTemplate[][], cite: Cite): StoredNode {
  const children = items.map((item, index) =>
    element('listitem', inlineNodes(item, cite), { value: index + 1 }),
  );
  return element('list', children, { listType, start: 1, tag: listType === 'number' ? 'ol' : 'ul' });
}

function table(rows: InlineTemplate[][][], cite: Cite): StoredNode {
  const children = rows.map((row, rowIndex) =>
    element(
      'tablerow',
      row.map((cell) =>
        element('tablecell', [paragraph(inlineNodes(cell, cite))], {
          backgroundColor: null,
          colSpan: 1,
          headerState: rowIndex === 0 ? ROW_HEADER : 0,
          rowSpan: 1,
        }),
      ),
    ),
  );
  return element('table', children);
}

function inlineNodes(inlines: InlineTemplate[], cite: Cite): StoredNode[] {
  return inlines.map((inline) => {
    if (typeof inline === 'string') return text(inline);
    if ('bold' in inline) return text(inline.bold, BOLD);
    if ('italic' in inline) return text(inline.italic, ITALIC);
    return { type: 'citation', version: 1, items: inline.cite.map(cite) };
  });
}

function paragraph(children: StoredNode[]): StoredNode {
  return element('paragraph', children, { textFormat: 0, textStyle: '' });
}

function element(type: string, children: StoredNode[], more: Record<string, unknown> = {}): StoredNode {
  return { type, version: 1, direction: null, format: '', indent: 0, ...more, children };
}

function text(content: string, format = 0): StoredNode {
  return { type: 'text', version: 1, detail: 0, format, mode: 'normal', style: '', text: content };
}
