/** The words of one block as they are read from a page: white space as a browser shows it, equal runs together. */
import type { StoredNode } from '#domain/document/stored.ts';

/** How words are set where they stand. */
export interface Style {
  /** Lexical's bits. */
  format: number;
  url: string | null;
  /** White space and line breaks are kept. */
  pre: boolean;
}

type Piece = ({ text: string } & Style) | { node: StoredNode } | 'break';

const ELEMENT = { version: 1, direction: null, format: '', indent: 0 };
const LINE_BREAK: StoredNode = { type: 'linebreak', version: 1 };
const ANY_SPACE = /[\t\n\f\r \u00A0]/u;
/** White space with at least one character that is not a no-break space; and several of those, which draw a gap. */
const GAP = /[\u00A0\t\n\f\r ]*[\t\n\f\r ][\u00A0\t\n\f\r ]*|\u00A0{2,}/gu;
/** What nobody sees: byte order marks, zero-width spaces, and places where a word may be hyphenated. */
const UNSEEN = /[\uFEFF\u200B\u00AD]/gu;
/** Lines of Chinese and Japanese are joined without a space. */
const BROKEN_CJK =
  /(?<=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}、。]) *\r?\n *(?=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])/gu;

export class Line {
  #pieces: Piece[] = [];

  addText(text: string, style: Style): void {
    if (text === '') return;
    const shown = text.replaceAll(UNSEEN, '');
    if (!style.pre) {
      this.#pieces.push({ ...style, text: shown.replaceAll(BROKEN_CJK, '').replaceAll(GAP, ' ') });
      return;
    }
    for (const [index, part] of shown.replaceAll(/\r\n?/gu, '\n').split('\n').entries()) {
      if (index > 0) this.addBreak();
      if (part !== '') this.#pieces.push({ ...style, text: part.replaceAll('\t', ' ') });
    }
  }

  addBreak(): void {
    this.#pieces.push('break');
  }

  /** Something that stands in the line as one character does. */
  addNode(node: StoredNode): void {
    this.#pieces.push({ node });
  }

  /** What stands between empty lines, each without white space at its ends. */
  paragraphs(): StoredNode[][] {
    const found: StoredNode[][] = [];
    let current: Piece[] = [];
    let breaks = 0;
    for (const piece of this.#pieces) {
      if (piece === 'break') breaks += 1;
      else if (breaks > 0 && isBlank(piece)) continue;
      else {
        if (breaks > 1) {
          found.push(nodesOf(current));
          current = [];
        } else if (breaks === 1) current.push('break');
        breaks = 0;
        current.push(piece);
      }
    }
    found.push(nodesOf(current));
    return found.filter((nodes) => nodes.length > 0);
  }
}

function isBlank(piece: Piece): boolean {
  return piece !== 'break' && 'text' in piece && piece.text.trim() === '';
}

function nodesOf(pieces: readonly Piece[]): StoredNode[] {
  const nodes: StoredNode[] = [];
  let link: StoredNode | null = null;
  let spaced = true;
  for (const piece of trimmed(pieces)) {
    if (piece === 'break' || 'node' in piece) {
      spaced = piece === 'break';
      if (spaced) {
        const into = link?.children ?? nodes;
        const last = into.at(-1);
        if (last?.type === 'text') last['text'] = (last['text'] as string).trimEnd();
        into.push({ ...LINE_BREAK });
      } else {
        link = null;
        nodes.push((piece as { node: StoredNode }).node);
      }
      continue;
    }
    const { url, format, pre } = piece;
    const isFirst = nodes.length === 0;
    const text = isFirst || (spaced && !pre) ? piece.text.replace(/^[ \u00A0]+/u, '') : piece.text;
    if (text === '') continue;
    spaced = ANY_SPACE.test(text.at(-1)!);
    if (url === null) link = null;
    else if (link?.['url'] !== url) {
      link = { type: 'link', ...ELEMENT, rel: null, target: null, title: null, url, children: [] };
      nodes.push(link);
    }
    append(link?.children ?? nodes, text, format);
  }
  trimEnd(nodes);
  return nodes;
}

function trimmed(pieces: readonly Piece[]): readonly Piece[] {
  const isNothing = (piece: Piece): boolean => piece === 'break' || isBlank(piece);
  const first = pieces.findIndex((piece) => !isNothing(piece));
  return first === -1 ? [] : pieces.slice(first, pieces.findLastIndex((piece) => !isNothing(piece)) + 1);
}

function append(into: StoredNode[], text: string, format: number): void {
  const last = into.at(-1);
  if (last?.type === 'text' && last['format'] === format) last['text'] += text;
  else into.push({ type: 'text', version: 1, text, format, detail: 0, mode: 'normal', style: '' });
}

function trimEnd(nodes: StoredNode[]): void {
  const last = nodes.at(-1);
  if (last?.type === 'link') trimEnd(last.children!);
  if (last?.type === 'text') last['text'] = (last['text'] as string).trimEnd();
  if (last !== undefined && (last['text'] === '' || last.children?.length === 0)) {
    nodes.pop();
    trimEnd(nodes);
  }
}
