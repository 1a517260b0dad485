/** Input methods on a page, as Chromium tells of them, and documents written as lines with the caret in them. */
import type { StoredNode } from '#domain/document/stored.ts';
import {
  $createRangeSelection,
  $getRoot,
  $isElementNode,
  $isTextNode,
  $setSelection,
  type ElementNode,
  type LexicalNode,
  type PointType,
} from 'lexical';
import { cdp } from 'vitest/browser';
import { citation, type EditorPage, openEditor, paragraph, text } from './editorPage.ts';

const element = { version: 1, direction: null, format: '', indent: 0 };
const mark = (id: string): StoredNode => ({ type: 'footnoteReference', version: 1, id });
const note = (id: string, ...inlines: StoredNode[]): StoredNode => ({
  type: 'footnoteDefinition',
  ...element,
  id,
  children: [paragraph(...inlines)],
});

/** What a sign of a line stands for. `<…>` is a link, `*…*` bold, `|` the caret, `[…]` what is selected. */
const ATOMS: Record<string, (id: string) => StoredNode> = {
  '@': () => citation(3),
  '#': () => ({ type: 'field', version: 1, format: 0, field: 'title' }),
  '^': mark,
  '~': () => ({ type: 'crossReference', version: 1, target: 'g0ne000000', last: 'Figure 3' }),
  '/': () => ({ type: 'linebreak', version: 1 }),
};
const SIGNS = new Map([
  ['citation', '@'],
  ['field', '#'],
  ['footnoteReference', '^'],
  ['crossReference', '~'],
  ['linebreak', '/'],
]);

/** The nodes of a line such as `ab@|cd`; `id` is that of a note in it. */
function inlinesOf(line: string, id: string): StoredNode[] {
  const nodes: StoredNode[] = [];
  for (const part of line.replace(/[|[\]]/g, '').match(/<[^>]*>|\*[^*]*\*|[@#^~/]|[^<*@#^~/]+/gu) ?? []) {
    const atom = ATOMS[part];
    if (atom !== undefined) nodes.push(atom(id));
    else if (part.startsWith('<'))
      nodes.push({
        type: 'link',
        ...element,
        url: 'https://example.org',
        rel: null,
        target: null,
        title: null,
        children: [text(part.slice(1, -1))],
      });
    else if (part.startsWith('*')) nodes.push(text(part.slice(1, -1), 1));
    else nodes.push(text(part));
  }
  return nodes;
}

/** A stored node's words and signs; its blocks stand in braces, parted by commas. */
function written(node: StoredNode): string {
  const sign = SIGNS.get(node.type);
  if (sign !== undefined) return sign;
  if (node.type === 'text') return node['format'] === 1 ? `*${words(node)}*` : words(node);
  const children = (node.children ?? []).map(written);
  if (node.type === 'link') return `<${children.join('')}>`;
  const holdsBlocks = (node.children ?? []).some(({ type }) => !SIGNS.has(type) && !INLINE.has(type));
  return holdsBlocks ? `{${children.join(',')}}` : children.join('');
}
const INLINE = new Set(['text', 'link', 'tab']);
const words = (node: StoredNode): string => (typeof node['text'] === 'string' ? node['text'] : '');

/** Where a line stands: the blocks that hold it, and the way to the element that holds its inlines. */
export interface Place {
  name: string;
  blocks(inlines: StoredNode[]): StoredNode[];
  /** From the first of the blocks on; null where the inlines are the words of a note. */
  path: number[] | null;
}

export const PARAGRAPH: Place = {
  name: 'a paragraph',
  blocks: (inlines) => [paragraph(...inlines)],
  path: [0],
};

interface Lines {
  page: EditorPage;
  /** Puts the caret or the selection where the line says. */
  select(index: number): void;
  /** Each line as it is stored now. */
  read(): string[];
}

/** Opens `lines`, all in one document, each in a `place` of its own. */
export function openLines(place: Place, lines: readonly string[]): Lines {
  const blocks: StoredNode[] = [];
  const notes: StoredNode[] = [];
  const paths = lines.map((line, index) => {
    const inlines = inlinesOf(line, `${index}`.padStart(16, '0'));
    const path = place.path?.with(0, blocks.length + place.path[0]!) ?? [-1, notes.length, 0];
    blocks.push(...place.blocks(place.path === null ? [mark(`${index}`.padStart(16, 'a'))] : inlines));
    if (place.path === null) notes.push(note(`${index}`.padStart(16, 'a'), ...inlines));
    for (const { type, id } of inlines)
      if (type === 'footnoteReference') notes.push(note(id as string, text('n')));
    return path;
  });
  if (notes.length > 0) blocks.push({ type: 'footnotes', ...element, children: notes });
  const page = openEditor(blocks);
  return {
    page,
    select(index) {
      const line = lines[index]!;
      const [anchor, focus] = line.includes('|')
        ? [line.indexOf('|'), line.indexOf('|')]
        : [line.indexOf('['), line.indexOf(']') - 1];
      page.editor.update(
        () => {
          let holder: LexicalNode = $getRoot();
          for (const at of paths[index]!) holder = (holder as ElementNode).getChildren().at(at)!;
          const selection = $createRangeSelection();
          const plain = line.replace(/[|[\]]/g, '');
          $put(selection.anchor, holder as ElementNode, plain, anchor);
          $put(selection.focus, holder as ElementNode, plain, focus);
          $setSelection(selection);
        },
        { discrete: true },
      );
    },
    read: () =>
      paths.map((path) => {
        let at = page.stored().root;
        for (const index of path) at = at.children!.at(index)!;
        return written(at);
      }),
  };
}

/** Puts `point` where the sign at `index` of `line` stands in `holder`: into a text where one is beside it. */
function $put(point: PointType, holder: ElementNode, line: string, index: number): void {
  let at = 0;
  const visit = (parent: ElementNode): boolean => {
    for (const [order, child] of parent.getChildren().entries()) {
      const isBold = $isTextNode(child) && child.hasFormat('bold');
      const isLink = $isElementNode(child);
      if (isLink) {
        if (index === at) return $set(point, parent, order);
        at += 1;
        if (visit(child)) return true;
        at += 1;
      } else if ($isTextNode(child)) {
        const size = child.getTextContentSize();
        const sign = isBold ? 1 : 0;
        if (index >= at && index <= at + size + 2 * sign) {
          point.set(child.getKey(), Math.min(size, Math.max(0, index - at - sign)), 'text');
          return true;
        }
        at += size + 2 * sign;
      } else {
        if (index === at) return $set(point, parent, order);
        at += 1;
      }
    }
    return index === at && $set(point, parent, parent.getChildrenSize());
  };
  if (!visit(holder)) throw new Error(`No place ${index} in “${line}”.`);
}

function $set(point: PointType, parent: ElementNode, order: number): true {
  point.set(parent.getKey(), order, 'element');
  return true;
}

/** What an input method composes, step by step; `!…` is what it commits, `x` that it gives up, other words keys. */
export const METHODS = {
  /** A syllable whose last consonant goes over to the next one. */
  Korean: { steps: ['ㅎ', '한', '!하', '나', '!나'], reads: '하나' },
  /** A reading that is converted, and committed by Enter. */
  Japanese: { steps: ['n', 'にほん', '日本', 'Enter', '!日本'], reads: '日本' },
  Chinese: { steps: ['n', 'ni hao', '!你好'], reads: '你好' },
  'Chinese, cancelled': { steps: ['n', 'ni', 'Escape', 'x'], reads: '' },
} as const;

const KEYS = new Set(['Enter', 'Escape', 'Process', 'ArrowDown']);

/** Composes as an input method does. */
export async function input(steps: readonly string[]): Promise<void> {
  for (const step of steps) {
    if (step === 'x') await setComposition('');
    else if (step.startsWith('!')) await send('Input.insertText', { text: step.slice(1) });
    else if (KEYS.has(step)) await takenKey(step);
    else await setComposition(step);
  }
}

/** A key that the input method keeps to itself: told with the code 229 (UI Events). */
async function takenKey(key: string): Promise<void> {
  await send('Input.dispatchKeyEvent', { type: 'rawKeyDown', windowsVirtualKeyCode: 229, key });
}

/**
 * Lexical goes other ways where a key was pressed right before a composition, and where none was, as in dictation or on
 * a slow machine. With this every composition follows its key at once. Returns what ends it.
 */
export function withKeys(): () => void {
  const press = ({ target }: CompositionEvent): void => {
    const told = { key: 'Process', keyCode: 229, bubbles: true, cancelable: true };
    target?.dispatchEvent(new KeyboardEvent('keydown', told));
  };
  window.addEventListener('compositionstart', press, true);
  return () => window.removeEventListener('compositionstart', press, true);
}

async function setComposition(words: string): Promise<void> {
  await send('Input.imeSetComposition', {
    text: words,
    selectionStart: words.length,
    selectionEnd: words.length,
  });
}

async function send(method: string, parameters: Record<string, unknown>): Promise<void> {
  const session = cdp() as unknown as { send(method: string, parameters: unknown): Promise<unknown> };
  await session.send(method, parameters);
}

/** What the page shows of a document, without what is told apart by key or is the caret's. */
export function drawn(root: HTMLElement): string {
  const copy = root.cloneNode(true) as HTMLElement;
  for (const one of copy.querySelectorAll('.block-cursor')) one.remove();
  for (const one of copy.querySelectorAll('*')) {
    for (const name of one.getAttributeNames())
      if (!['class', 'href', 'role'].includes(name)) one.removeAttribute(name);
  }
  return copy.innerHTML;
}

/** The same for a document that is opened anew. */
export function drawnAnew(page: EditorPage): string {
  const other = openEditor(page.stored().root.children);
  try {
    return drawn(other.root);
  } finally {
    other.close();
    page.root.focus();
  }
}
