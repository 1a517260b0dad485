/** An editor on a page of its own, as tests drive it. */
import { createBriefEditor } from '#editor/briefEditor.ts';
import { $lastBodyBlock } from '#editor/footnote/section.ts';
import { serialiseDocument } from '#editor/document/BlocksExtension.ts';
import { DOC_VERSION, type StoredDocument, type StoredNode } from '#domain/document/stored.ts';
import { $getRoot, $isElementNode, type LexicalEditorWithDispose, type LexicalNode } from 'lexical';
import { cdp, userEvent } from 'vitest/browser';

export interface EditorPage {
  editor: LexicalEditorWithDispose;
  root: HTMLElement;
  /** The stored form of the document as it is now, but for the random ids of its blocks. */
  stored(): StoredDocument;
  blocks(): StoredNode[];
  text(): string;
  close(): void;
}

/** Shows a document and puts the caret at the end of its text. A defect ends the test, unless `onError` takes it. */
export function openEditor(
  blocks: StoredNode[] = [paragraph()],
  onError: (error: Error) => void = rethrow,
): EditorPage {
  const editor = createBriefEditor(documentOf(blocks), onError);
  const root = document.createElement('div');
  root.contentEditable = 'true';
  root.style.cssText = 'width:600px;min-height:200px;padding:10px;white-space:pre-wrap';
  document.body.append(root);
  editor.setRootElement(root);
  root.focus();
  editor.update(() => void $lastBodyBlock()?.selectEnd(), { discrete: true });
  const stored = (): StoredDocument => withoutBlockIds(serialiseDocument(editor));
  return {
    editor,
    root,
    stored,
    blocks: () => stored().root.children ?? [],
    text: () => editor.read(() => $getRoot().getTextContent()),
    close() {
      editor.dispose();
      root.remove();
    },
  };
}

function rethrow(error: Error): never {
  throw error;
}

/** Takes away what `blockId.ts` adds. */
export function withoutBlockIds({ docVersion, root }: StoredDocument): StoredDocument {
  const children = root.children?.map((block) => {
    const { $: states, ...rest } = block;
    const { blockId: _id, ...others } = (states ?? {}) as Record<string, unknown>;
    return Object.keys(others).length > 0 ? { ...rest, $: others } : rest;
  }) as StoredNode[];
  return { docVersion, root: { ...root, children } };
}

export function documentOf(blocks: StoredNode[]): StoredDocument {
  return {
    docVersion: DOC_VERSION,
    root: { type: 'root', version: 1, direction: null, format: '', indent: 0, children: blocks },
  };
}

const element = { version: 1, direction: null, format: '', indent: 0 };

export function paragraph(...children: (StoredNode | string)[]): StoredNode {
  return { type: 'paragraph', ...element, textFormat: 0, textStyle: '', children: children.map(asNode) };
}

export function heading(level: number, ...children: (StoredNode | string)[]): StoredNode {
  return { ...paragraph(...children), type: 'heading', tag: `h${level}` };
}

export function text(words: string, format = 0): StoredNode {
  return { type: 'text', version: 1, text: words, format, detail: 0, mode: 'normal', style: '' };
}

export function citation(...articleIds: number[]): StoredNode {
  return { type: 'citation', version: 1, items: articleIds.map((articleId) => ({ articleId })) };
}

export function snippet(articleId: number, snippetId: number, ...paragraphs: StoredNode[]): StoredNode {
  return { type: 'snippet', ...element, items: [{ articleId, snippetId }], children: paragraphs };
}

export function list(listType: 'bullet' | 'number' | 'check', ...items: (StoredNode | string)[]): StoredNode {
  const children = items.map((item, index) => ({
    type: 'listitem',
    ...element,
    value: index + 1,
    children: [asNode(item)],
  }));
  const tag = listType === 'number' ? 'ol' : 'ul';
  return { type: 'list', ...element, listType, start: 1, tag, children };
}

/** The text of a stored node; its children's are parted by `|`. */
export function words(node: StoredNode): string {
  const own = typeof node['text'] === 'string' ? node['text'] : '';
  return own + (node.children ?? []).map(words).join('|');
}

/** Puts the caret into the block at `path`, the indexes from the root on. */
export function caret({ editor }: EditorPage, path: number[], edge: 'start' | 'end' = 'start'): void {
  editor.update(
    () => {
      let node: LexicalNode | null = $getRoot();
      for (const index of path) if ($isElementNode(node)) node = node.getChildAtIndex(index);
      if (!$isElementNode(node)) throw new Error('There is no block.');
      if (edge === 'start') node.selectStart();
      else node.selectEnd();
    },
    { discrete: true },
  );
}

/** What copying puts on the clipboard, by type. */
export function copied({ root }: EditorPage): Record<string, string> {
  const clipboardData = new DataTransfer();
  root.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
  return Object.fromEntries(clipboardData.types.map((kind) => [kind, clipboardData.getData(kind)]));
}

function asNode(child: StoredNode | string): StoredNode {
  return typeof child === 'string' ? text(child) : child;
}

/** Sends real key presses, e.g. `press('Home', 'Shift+ArrowRight')`. */
export async function press(...keys: string[]): Promise<void> {
  for (const key of keys) {
    const parts = key.split('+');
    const last = parts.pop()!;
    const held = parts.map((part) => `{${part}>}`).join('');
    const freed = parts.map((part) => `{/${part}}`).join('');
    await userEvent.keyboard(`${held}{${last}}${freed}`);
  }
}

/** Types as a keyboard does, one key after the other. */
export async function type(words: string): Promise<void> {
  await userEvent.keyboard(words.replace(/[{[]/g, '$&$&'));
}

/** Composes `steps` as an input method does, and commits the last one. */
export async function compose(...steps: string[]): Promise<void> {
  for (const step of steps)
    await send('Input.imeSetComposition', {
      text: step,
      selectionStart: step.length,
      selectionEnd: step.length,
    });
  await send('Input.insertText', { text: steps.at(-1)! });
}

async function send(method: string, parameters: Record<string, unknown>): Promise<void> {
  const session = cdp() as unknown as { send(method: string, parameters: unknown): Promise<unknown> };
  await session.send(method, parameters);
}

/** Pastes what another application would offer. */
export function paste(root: HTMLElement, data: Record<string, string>): void {
  const clipboardData = new DataTransfer();
  for (const [type, value] of Object.entries(data)) clipboardData.setData(type, value);
  root.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
}
