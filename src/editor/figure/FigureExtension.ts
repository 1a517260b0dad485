/** Pictures and captions: their nodes, their numbers, and what keys and clicks do to them. */
import { NodeSelectionDataSelectedExtension } from '@lexical/extension';
import { DRAG_DROP_PASTE } from '@lexical/rich-text';
import { TableNode } from '@lexical/table';
import {
  $createParagraphNode,
  $getNearestNodeFromDOMNode,
  $getSelection,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  CLICK_COMMAND,
  COMMAND_PRIORITY_CRITICAL,
  COMMAND_PRIORITY_HIGH,
  COMMAND_PRIORITY_LOW,
  configExtension,
  createCommand,
  defineExtension,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  KEY_DOWN_COMMAND,
  type LexicalCommand,
  type LexicalEditor,
  mergeRegister,
  type NodeKey,
  PASTE_COMMAND,
} from 'lexical';
import { libraryOf } from '../clipboard/library.ts';
import { $standsAt } from '../edges.ts';
import { $isFootnotesNode } from '../footnote/FootnoteNode.ts';
import { typesText } from '../keys.ts';
import { $isCaptionNode, CaptionNode } from './CaptionNode.ts';
import { $captioned, $placeOf, $settleCaption } from './captions.ts';
import { drawCaptions } from './labels.ts';
import { $isPictureNode, PictureNode } from './PictureNode.ts';
import {
  $leavePicture,
  $pictureHere,
  $pictureAtEdge,
  $removePicture,
  $selectedPicture,
  $selectPicture,
  $settlePicture,
  $writeBehind,
  type PicturePlace,
} from './pictures.ts';
import { asksForText, pictureElementAt } from './pictureView.ts';
import { registerResizing } from './resize.ts';
import { type CarriedPicture, carriedPictures, isPicture, pastedPictures } from './transfer.ts';

/** Sent with the key of a picture whose text and size are to be edited: by Enter, F2 or a double click. */
export const EDIT_PICTURE_COMMAND: LexicalCommand<NodeKey> = createCommand('EDIT_PICTURE_COMMAND');

/** Sent with the files of pictures that are to come into the text, and where. */
export const ADD_PICTURES_COMMAND: LexicalCommand<{ files: File[]; place: PicturePlace | null }> =
  createCommand('ADD_PICTURES_COMMAND');

/** Sent with the files of pictures that are being pasted from another library: their nodes name what is not here. */
export const CARRY_PICTURES_COMMAND: LexicalCommand<CarriedPicture[]> =
  createCommand('CARRY_PICTURES_COMMAND');

/** Hundredths of the text's width by which a key resizes. */
const STEP = 5;

export const FigureExtension = defineExtension({
  name: 'dossier/figure',
  nodes: () => [PictureNode, CaptionNode],
  dependencies: [configExtension(NodeSelectionDataSelectedExtension, { nodes: [PictureNode] })],
  register: (editor) =>
    mergeRegister(
      editor.registerNodeTransform(PictureNode, $settlePicture),
      editor.registerNodeTransform(CaptionNode, $settleCaption),
      ...[PictureNode, CaptionNode, TableNode].map((klass) =>
        editor.registerMutationListener(klass, () => drawCaptions(editor)),
      ),
      editor.registerRootListener(() => drawCaptions(editor)),
      editor.registerCommand(CLICK_COMMAND, (event) => $click(editor, event), COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(KEY_DOWN_COMMAND, (event) => $pressKey(editor, event), COMMAND_PRIORITY_HIGH),
      editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $leaveCaption, COMMAND_PRIORITY_LOW),
      ...[DELETE_CHARACTER_COMMAND, DELETE_WORD_COMMAND, DELETE_LINE_COMMAND].map((command) =>
        editor.registerCommand(
          command,
          (backward) => $deleteInCaption(backward) || $stopAtPicture(backward),
          COMMAND_PRIORITY_HIGH,
        ),
      ),
      editor.registerCommand(
        PASTE_COMMAND,
        (event) => {
          if (!(event instanceof ClipboardEvent)) return false;
          const carried = carriedPictures(event.clipboardData, libraryOf(editor));
          if (carried.length > 0) editor.dispatchCommand(CARRY_PICTURES_COMMAND, carried);
          const files = pastedPictures(event.clipboardData);
          if (files.length === 0) return false;
          event.preventDefault();
          return editor.dispatchCommand(ADD_PICTURES_COMMAND, { files, place: $pictureHere() });
        },
        COMMAND_PRIORITY_HIGH,
      ),
      // The caret is where they were dropped.
      editor.registerCommand(
        DRAG_DROP_PASTE,
        (dropped) => {
          const files = dropped.filter(isPicture);
          if (files.length === 0) return false;
          return editor.dispatchCommand(ADD_PICTURES_COMMAND, { files, place: $pictureHere() });
        },
        COMMAND_PRIORITY_LOW,
      ),
      registerResizing(editor),
    ),
});

function $click(editor: LexicalEditor, event: MouseEvent): boolean {
  const element = pictureElementAt(event.target);
  const picture = element === null ? null : $getNearestNodeFromDOMNode(element);
  if (!$isPictureNode(picture)) return false;
  $selectPicture(picture);
  event.preventDefault();
  if (event.detail === 2 || asksForText(event.target))
    editor.dispatchCommand(EDIT_PICTURE_COMMAND, picture.getKey());
  return true;
}

/** Keys on a selected picture. */
function $pressKey(editor: LexicalEditor, event: KeyboardEvent): boolean {
  const picture = $selectedPicture();
  if (picture === null || event.isComposing) return false;
  const step = { ArrowRight: STEP, ArrowUp: STEP, ArrowLeft: -STEP, ArrowDown: -STEP }[event.key];
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
  if (step !== undefined && event.shiftKey && isPlain)
    picture.change({ share: picture.getPicture().share + step });
  else if (isPlain && (event.key === 'Enter' || event.key === 'F2'))
    editor.dispatchCommand(EDIT_PICTURE_COMMAND, picture.getKey());
  else if (isPlain && (event.key === 'Backspace' || event.key === 'Delete')) $removePicture(picture);
  else if (event.key === 'Escape') $leavePicture(picture);
  else {
    // Words typed while a picture is selected go behind it; without a caret they would be lost.
    if (typesText(event)) $writeBehind(picture);
    return false;
  }
  event.preventDefault();
  return true;
}

/** Enter goes on behind a caption: from one above a table into that. */
function $leaveCaption(): boolean {
  const caption = $currentCaption();
  if (caption === null) return false;
  if ($placeOf(caption)?.side === 'above') {
    const table = $captioned(caption);
    if ($isElementNode(table)) table.selectStart();
    return true;
  }
  const next = caption.getNextSibling();
  if ($isParagraphNode(next) && next.isEmpty()) next.select();
  else {
    const paragraph = $createParagraphNode();
    caption.insertAfter(paragraph);
    paragraph.select();
  }
  return true;
}

/** Backspace at the beginning of a caption takes an empty one away; words of it never run into a picture or table. */
function $deleteInCaption(backward: boolean): boolean {
  const caption = $currentCaption();
  const selection = $getSelection();
  if (
    caption === null ||
    !backward ||
    !$isRangeSelection(selection) ||
    !$standsAt(selection, caption, 'start')
  )
    return false;
  const block = $captioned(caption);
  if (!caption.isEmpty() && $placeOf(caption)?.side === 'above') return false;
  if ($isPictureNode(block)) $selectPicture(block);
  else if ($isElementNode(block) && $placeOf(caption)?.side === 'above') block.selectStart();
  else if ($isElementNode(block)) block.selectEnd();
  if (caption.isEmpty()) caption.remove();
  return true;
}

function $currentCaption(): CaptionNode | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const node = selection.anchor.getNode();
  return [node, ...node.getParents()].find($isCaptionNode) ?? null;
}

/** A picture is selected before it is deleted, so that none goes by accident. */
function $stopAtPicture(backward: boolean): boolean {
  const found = $pictureAtEdge(backward);
  if (found === null) return false;
  const { picture, block } = found;
  const next = block.getNextSibling();
  const isLast = next === null || $isFootnotesNode(next);
  $selectPicture(picture);
  if ($isParagraphNode(block) && block.isEmpty() && !(backward && isLast)) block.remove();
  return true;
}
