/**
 * Draws the marks of portions as an attribute of their blocks, and keeps a mark with its words: a block that they are
 * turned into, parted into or joined to has it too, unless its own is higher.
 */
import { CodeNode } from '@lexical/code';
import { ListItemNode } from '@lexical/list';
import { HeadingNode } from '@lexical/rich-text';
import {
  $getNodeByKey,
  $getState,
  $setState,
  COMMAND_PRIORITY_CRITICAL,
  defineExtension,
  type ElementNode,
  INSERT_PARAGRAPH_COMMAND,
  type Klass,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  ParagraphNode,
} from 'lexical';
import { CaptionNode } from '../figure/CaptionNode.ts';
import { PictureNode } from '../figure/PictureNode.ts';
import { $joinedMark } from './joined.ts';
import { $isPortion, $portion, $portionBlock, portionLevels, portionState } from './portion.ts';

const CLASSES: Klass<ElementNode>[] = [ParagraphNode, HeadingNode, ListItemNode, CaptionNode, CodeNode];
const DRAWN: Klass<LexicalNode>[] = [...CLASSES, PictureNode];

export const PortionExtension = defineExtension({
  name: 'dossier/portion',
  register(editor) {
    /** The mark of the block that is being parted. */
    let parted = '';
    return mergeRegister(
      ...DRAWN.map((klass) =>
        editor.registerMutationListener(klass, (changes) => {
          editor.getEditorState().read(() => {
            for (const [key, change] of changes) if (change !== 'destroyed') $draw(editor, key);
          });
        }),
      ),
      ...CLASSES.map((klass) =>
        editor.registerNodeTransform(klass, (node) => $carryOver(editor, node, parted)),
      ),
      ...CLASSES.map((klass) =>
        editor.registerNodeTransform(klass, (node) => {
          const levels = portionLevels(editor);
          if (levels.length === 0 || !$isPortion(node)) return;
          const mark = $joinedMark(node, editor.getEditorState(), levels);
          if (mark !== null) $setState(node, portionState, mark);
        }),
      ),
      editor.registerCommand(
        INSERT_PARAGRAPH_COMMAND,
        () => {
          parted = $portion() ?? '';
          return false;
        },
        COMMAND_PRIORITY_CRITICAL,
      ),
      editor.registerUpdateListener(() => {
        parted = '';
      }),
    );
  },
});

function $draw(editor: LexicalEditor, key: string): void {
  const node = $getNodeByKey(key);
  const element = editor.getElementByKey(key);
  if (node === null || element === null) return;
  const mark = $getState(node, portionState);
  if (mark !== '') element.dataset['portion'] = mark;
  else if (element.dataset['portion'] !== undefined) delete element.dataset['portion'];
}

/** A block that this update made has the mark of the one that its first words were in, or were parted from. */
function $carryOver(editor: LexicalEditor, node: ElementNode, parted: string): void {
  if ($getState(node, portionState) !== '' || node.isEmpty() || !$isPortion(node)) return;
  const leaf = node.getFirstDescendant()?.getKey();
  const before = editor.getEditorState().read(() => {
    if ($getNodeByKey(node.getKey()) !== null) return '';
    const former = leaf === undefined ? null : $getNodeByKey(leaf);
    if (former === null) return parted;
    const block = $portionBlock(former);
    return block === null ? '' : $getState(block, portionState);
  });
  if (before !== '') $setState(node, portionState, before);
}
