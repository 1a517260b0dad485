/** What was copied in another library: its citations become the words that they were. */
import { partsFromCitation } from '#domain/citation.ts';
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
  labels?: Record<string, string>;
}

export function withoutSources({ nodes, labels = {} }: CopiedContent): CopiedNode[] {
  const labelOf = (node: CopiedNode): string => labels[JSON.stringify(node['items'])] ?? '[source]';
  const converted = (node: CopiedNode, place: number, siblings: readonly CopiedNode[]): CopiedNode => {
    if (node.type === 'citation') {
      const label = labelOf(node);
      return text(partsFromCitation(lastText(siblings[place - 1])) ? ` ${label}` : label);
    }
    const children = node.children?.map(converted);
    if (node.type === 'snippet') return quote(children ?? [], labelOf(node));
    const kept: CopiedNode = children === undefined ? { ...node } : { ...node, children };
    // Numbers of articles that a list of sources names.
    if (Array.isArray(node['uncited'])) kept['uncited'] = [];
    return kept;
  };
  return nodes.map(converted);
}

function lastText(node: CopiedNode | undefined): string {
  if (typeof node?.['text'] === 'string') return node['text'];
  return node?.children === undefined ? '' : lastText(node.children.at(-1));
}

function text(words: string): CopiedNode {
  return { type: 'text', version: 1, text: words, format: 0, detail: 0, mode: 'normal', style: '' };
}

/** A quote of the text's own: its paragraphs parted by line breaks, and whose words they are. */
function quote(paragraphs: CopiedNode[], source: string): CopiedNode {
  const lineBreak = { type: 'linebreak', version: 1 };
  const lines = [...paragraphs.map(({ children = [] }) => children), [text(`— ${source}`)]];
  return {
    type: 'quote',
    version: 1,
    direction: null,
    format: '',
    indent: 0,
    children: lines.flatMap((line, index) => (index === 0 ? line : [lineBreak, ...line])),
  };
}
