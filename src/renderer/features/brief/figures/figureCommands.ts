/** Pictures and captions by commands. */
import { $insertCaption, $toCaption } from '#editor/figure/captions.ts';
import { EDIT_PICTURE_COMMAND } from '#editor/figure/FigureExtension.ts';
import { $selectedPicture, $selectPicture } from '#editor/figure/pictures.ts';
import { undescribedPictures } from '#editor/figure/pictureView.ts';
import { $mayInsertReference } from '#editor/reference/actions.ts';
import { $isPictureNode } from '#editor/figure/PictureNode.ts';
import { $getNearestNodeFromDOMNode, type LexicalEditor } from 'lexical';
import { Captions, Image, Link2 } from 'lucide-react';
import type { Command } from '../../../app/commands.ts';
import { showDialog } from '../../../app/workspace.ts';
import { scrollCaretSoon } from '#editor/jump.ts';
import { choosePictures } from './addPictures.ts';

export const PICTURE_ICON = Image;
export const CAPTION_ICON = Captions;
export const REFERENCE_ICON = Link2;
export const PICTURE_SHORTCUT = 'Alt+Shift+I';
export const CAPTION_SHORTCUT = 'Alt+Shift+F';
export const REFERENCE_SHORTCUT = 'Alt+Shift+X';

export function mayInsertReference(editor: LexicalEditor): boolean {
  return editor.read($mayInsertReference);
}

export function insertCaption(editor: LexicalEditor): void {
  editor.update(() => void $insertCaption(), { discrete: true });
  scrollCaretSoon();
}

export function mayInsertCaption(editor: LexicalEditor): boolean {
  return editor.read(() => $toCaption() !== null);
}

/** Opens the form of the first picture without a description behind the one that is selected, or of the first of all. */
export function describeNext(editor: LexicalEditor): void {
  const elements = undescribedPictures(editor);
  editor.update(
    () => {
      const selected = editor.getElementByKey($selectedPicture()?.getKey() ?? '');
      const next = elements[selected === null ? 0 : elements.indexOf(selected) + 1] ?? elements[0];
      const picture = next === undefined ? null : $getNearestNodeFromDOMNode(next);
      if (!next || !$isPictureNode(picture)) return;
      $selectPicture(picture);
      next.scrollIntoView({ block: 'center' });
      const key = picture.getKey();
      requestAnimationFrame(() => editor.dispatchCommand(EDIT_PICTURE_COMMAND, key));
    },
    { discrete: true },
  );
}

/** `isHere`: the analyst works in the text. `act` gives the focus back to it. */
export function figureCommands(
  editor: LexicalEditor,
  isHere: () => boolean,
  act: (run: () => void) => () => void,
): Command[] {
  return [
    {
      id: 'insert.picture',
      title: 'Picture…',
      group: 'Insert',
      shortcut: PICTURE_SHORTCUT,
      run: () => choosePictures(editor),
    },
    {
      id: 'insert.caption',
      title: 'Caption',
      group: 'Insert',
      shortcut: CAPTION_SHORTCUT,
      run: act(() => insertCaption(editor)),
      enabled: () => isHere() && mayInsertCaption(editor),
    },
    {
      id: 'insert.crossReference',
      title: 'Cross reference…',
      group: 'Insert',
      shortcut: REFERENCE_SHORTCUT,
      run: () => showDialog('crossReference'),
      enabled: () => isHere() && mayInsertReference(editor),
    },
    {
      id: 'picture.edit',
      title: 'Alternative text and width of the picture…',
      group: 'Edit',
      shortcut: 'Mod+Alt+Shift+I',
      run: () => {
        const key = editor.read(() => $selectedPicture()?.getKey());
        if (key !== undefined) editor.dispatchCommand(EDIT_PICTURE_COMMAND, key);
      },
      enabled: () => isHere() && editor.read($selectedPicture) !== null,
    },
    {
      id: 'picture.nextUndescribed',
      title: 'Describe the next picture without alternative text…',
      group: 'Edit',
      shortcut: 'Mod+Alt+Shift+U',
      run: () => describeNext(editor),
      enabled: () => undescribedPictures(editor).length > 0,
    },
  ];
}
