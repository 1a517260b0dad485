/** What was copied in another library: its citations become the words that they were. */
import { partsFromCitation, type RichText } from '#domain/citation.ts';
import type { BaseSerializedNode } from '@lexical/clipboard';

export interface CopiedNode extends BaseSerializedNode {
  [member: string]: unknown;
  children?: CopiedNode[];
}

/** What is put on the clipboard for Dossier. */
export interface CopiedContent {
  namespace: string;
  nodes: CopiedNode[];
  /** The library in which it was copied. */
  library?: string | null;
  /** What citations and the attributions of quotes read, by their items as JSON. */
  labels?: Record<string, RichText | string>;
}

export function withoutSources({ nodes, labels = {} }: CopiedContent): CopiedNode[] {
  const labelOf = (node: CopiedNode): RichText => {
    const label = labels[JSON.stringify(node['items'])] ?? '[source]';
    return typeof label === 'string' ? [{ text: label }] : label;
  };
  const converted = (node: CopiedNode, place: number, siblings: readonly CopiedNode[]): CopiedNode[] => {
    if (node.type === 'citation') {
      const isApart = partsFromCitation(lastText(siblings[place - 1]));
      return [...(isApart ? [text(' ')] : []), ...labelOf(node).map(run)];
    }
    const children = node.children?.flatMap(converted);
    if (node.type === 'snippet') return [quote(children ?? [], labelOf(node))];
    const kept: CopiedNode = children === undefined ? { ...node } : { ...node, children };
    // Numbers of articles that a list of sources names.
    if (Array.isArray(node['uncited'])) kept['uncited'] = [];
    return [kept];
  };
  return nodes.flatMap(converted);
}

function lastText(node: CopiedNode | undefined): string {
  if (typeof node?.['text'] === 'string') return node['text'];
  return node?.children === undefined ? '' : lastText(node.children.at(-1));
}

/** Lexical's bits for how text is set; it has none for small capitals. */
const FORMATS = { bold: 1, italic: 2, underline: 8, subscript: 32, superscript: 64, smallcaps: 0 } as const;

function run({ text: words, marks = [] }: RichText[number]): CopiedNode {
  return text(
    words,
    marks.reduce((format, mark) => format | FORMATS[mark], 0),
  );
}

function text(words: string, format = 0): CopiedNode {
  return { type: 'text', version: 1, text: words, format, detail: 0, mode: 'normal', style: '' };
}

/** A quote of the text's own: its paragraphs parted by line breaks, and whose words they are. */
function quote(paragraphs: CopiedNode[], source: RichText): CopiedNode {
  const lineBreak = { type: 'linebreak', version: 1 };
  const lines = [...paragraphs.map(({ children = [] }) => children), [text('— '), ...source.map(run)]];
  return {
    type: 'quote',
    version: 1,
    direction: null,
    format: '',
    indent: 0,
    children: lines.flatMap((line, index) => (index === 0 ? line : [lineBreak, ...line])),
  };
}
