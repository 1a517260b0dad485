import { Popover } from '@base-ui/react/popover';
import {
  ADD_PICTURES_COMMAND,
  CARRY_PICTURES_COMMAND,
  EDIT_PICTURE_COMMAND,
} from '#editor/figure/FigureExtension.ts';
import { PASTED_PICTURES_COMMAND } from '#editor/paste/pictures.ts';
import { $isPictureNode } from '#editor/figure/PictureNode.ts';
import {
  $getNodeByKey,
  COMMAND_PRIORITY_EDITOR,
  type LexicalEditor,
  mergeRegister,
  type NodeKey,
} from 'lexical';
import { useEffect, useState } from 'react';
import { classNames } from '../../../ui/classNames.ts';
import menu from '../../../ui/menu.module.css';
import styles from '../popovers.module.css';
import { addPictures, carryPictures } from './addPictures.ts';
import { takePastedPictures } from './pastedPictures.ts';
import { PictureForm } from './PictureForm.tsx';

/** The form of a picture, and what brings pictures in that are pasted or dropped. */
export function PicturePopover({ editor }: { editor: LexicalEditor }) {
  const [key, setKey] = useState<NodeKey | null>(null);
  useEffect(
    () =>
      mergeRegister(
        editor.registerCommand(
          EDIT_PICTURE_COMMAND,
          (picture) => {
            setKey(picture);
            return true;
          },
          COMMAND_PRIORITY_EDITOR,
        ),
        editor.registerCommand(
          ADD_PICTURES_COMMAND,
          ({ files, place }) => {
            void addPictures(editor, files, place);
            return true;
          },
          COMMAND_PRIORITY_EDITOR,
        ),
        editor.registerCommand(
          CARRY_PICTURES_COMMAND,
          (carried) => {
            void carryPictures(editor, carried);
            return true;
          },
          COMMAND_PRIORITY_EDITOR,
        ),
        editor.registerCommand(
          PASTED_PICTURES_COMMAND,
          (pictures) => {
            void takePastedPictures(editor, pictures);
            return true;
          },
          COMMAND_PRIORITY_EDITOR,
        ),
      ),
    [editor],
  );
  const element = key === null ? null : editor.getElementByKey(key);
  const picture =
    key === null
      ? null
      : editor.read(() => {
          const node = $getNodeByKey(key);
          return $isPictureNode(node) ? node.getPicture() : null;
        });
  const close = (): void => setKey(null);
  return (
    <Popover.Root open={picture !== null && element !== null} onOpenChange={(next) => !next && close()}>
      <Popover.Portal>
        <Popover.Positioner
          className={menu.place}
          anchor={element?.firstElementChild ?? null}
          side="bottom"
          align="start"
          sideOffset={6}
        >
          <Popover.Popup
            className={classNames(menu.popup, styles.citation)}
            finalFocus={() => editor.getRootElement()}
            aria-label="Picture"
          >
            {picture !== null && key !== null && (
              <PictureForm key={key} editor={editor} pictureKey={key} picture={picture} onClose={close} />
            )}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
