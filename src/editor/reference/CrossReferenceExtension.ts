/** Cross references: their node, what they read as the document changes, and the way to what they name. */
import { CROSS_REFERENCE_TYPE } from '#domain/document/crossReferences.ts';
import { GetClipboardDataExtension } from '@lexical/clipboard';
import { NodeSelectionDataSelectedExtension } from '@lexical/extension';
import { HeadingNode } from '@lexical/rich-text';
import {
  $createNodeSelection,
  $getEditor,
  $getNearestNodeFromDOMNode,
  $getSelection,
  $isNodeSelection,
  $setSelection,
  CLICK_COMMAND,
  COMMAND_PRIORITY_HIGH,
  configExtension,
  defineExtension,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
  mergeRegister,
  RootNode,
  type SerializedLexicalNode,
} from 'lexical';
import { replacesState } from '../document/replaced.ts';
import { FigureExtension } from '../figure/FigureExtension.ts';
import { onBriefFacts } from '../derived/facts.ts';
import { onCaptionsDrawn } from '../figure/labels.ts';
import { typesText } from '../keys.ts';
import { scrollCaretSoon } from '../jump.ts';
import { $followReference } from './actions.ts';
import { $isCrossReferenceNode, CrossReferenceNode } from './CrossReferenceNode.ts';
import { type DrawnTargets, drawReferences, referenceAt } from './draw.ts';
import { $isStillTarget, $nameOf, $targetOf } from './targets.ts';

export const CrossReferenceExtension = defineExtension({
  name: 'dossier/cross-reference',
  nodes: () => [CrossReferenceNode],
  dependencies: [
    FigureExtension,
    configExtension(NodeSelectionDataSelectedExtension, { nodes: [CrossReferenceNode] }),
    configExtension(GetClipboardDataExtension, {
      $exportMimeType: {
        'application/x-lexical-editor': [
          (_selection, $next) => {
            const json = $next();
            return json?.includes(CROSS_REFERENCE_TYPE) === true ? $withWords(json) : json;
          },
        ],
      },
    }),
  ],
  register: (editor) =>
    mergeRegister(
      keepDrawn(editor),
      editor.registerCommand(CLICK_COMMAND, $click, COMMAND_PRIORITY_HIGH),
      editor.registerCommand(KEY_DOWN_COMMAND, $pressKey, COMMAND_PRIORITY_HIGH),
    ),
});

/** Between updates it costs a look at the names of what changed, and nothing where there are no references. */
function keepDrawn(editor: LexicalEditor): () => void {
  let targets: DrawnTargets = new Map();
  let hasReferences = false;
  const draw = (): void => {
    targets = drawReferences(editor);
  };
  const redraw = (): void => {
    if (hasReferences) draw();
  };
  return mergeRegister(
    editor.registerMutationListener(CrossReferenceNode, () => {
      hasReferences = true;
      draw();
    }),
    editor.registerMutationListener(HeadingNode, redraw),
    onCaptionsDrawn(editor, redraw),
    onBriefFacts(editor, redraw),
    editor.registerRootListener(redraw),
    editor.registerUpdateListener((update) => {
      if (targets.size === 0) return;
      if (replacesState(update)) return draw();
      for (const key of targets.keys()) if (update.dirtyElements.has(key)) return draw();
    }),
    // In the update that takes a target away its references keep what they read: one step of undo brings back both.
    editor.registerNodeTransform(RootNode, () => {
      for (const [key, { id, name }] of targets) {
        if (name === '' || $isStillTarget(key, id) || $targetOf(id) !== null) continue;
        for (const node of $references())
          if (node.getTarget() === id && node.getLast() !== name) node.setLast(name);
      }
    }),
  );
}

function $references(): CrossReferenceNode[] {
  const elements = $getEditor().getRootElement()?.querySelectorAll('.cross-reference') ?? [];
  return [...elements].map((element) => $getNearestNodeFromDOMNode(element)).filter($isCrossReferenceNode);
}

function $click(event: MouseEvent): boolean {
  const element = referenceAt(event.target);
  const reference = element === null ? null : $getNearestNodeFromDOMNode(element);
  if (!$isCrossReferenceNode(reference)) return false;
  event.preventDefault();
  $follow(reference);
  return true;
}

/** What leads nowhere is selected, so that it can be deleted. */
function $follow(reference: CrossReferenceNode): void {
  if ($followReference(reference)) {
    scrollCaretSoon();
    return;
  }
  const selection = $createNodeSelection();
  selection.add(reference.getKey());
  $setSelection(selection);
}

function $pressKey(event: KeyboardEvent): boolean {
  const reference = $selectedReference();
  if (reference === null) return false;
  if (event.key === 'Enter') {
    event.preventDefault();
    $follow(reference);
    return true;
  }
  // Words typed while a reference is selected go behind it; without a caret they would be lost.
  if (typesText(event) || ['Escape', 'End', 'Home'].includes(event.key)) reference.selectNext(0, 0);
  return false;
}

function $selectedReference(): CrossReferenceNode | null {
  const selection = $getSelection();
  const [node, ...others] = $isNodeSelection(selection) ? selection.getNodes() : [];
  return others.length === 0 && $isCrossReferenceNode(node) ? node : null;
}

type Copied = SerializedLexicalNode & { target?: unknown; last?: unknown; children?: Copied[] };

/** In another brief, without what they refer to, references read what they read here. */
function $withWords(json: string): string {
  const editor = $getEditor();
  const named = (node: Copied): Copied => {
    if (node.children !== undefined) return { ...node, children: node.children.map(named) };
    if (node.type !== CROSS_REFERENCE_TYPE || typeof node.target !== 'string') return node;
    const target = $targetOf(node.target);
    return target === null ? node : { ...node, last: $nameOf(editor, target) };
  };
  const content = JSON.parse(json) as { nodes: Copied[] };
  return JSON.stringify({ ...content, nodes: content.nodes.map(named) });
}
