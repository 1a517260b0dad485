import { Popover } from '@base-ui/react/popover';
import { $changeField, $fieldToText } from '#editor/field/actions.ts';
import { OPEN_FIELD_COMMAND } from '#editor/field/FieldExtension.ts';
import { $isFieldNode } from '#editor/field/FieldNode.ts';
import { $getNodeByKey, COMMAND_PRIORITY_LOW, type LexicalEditor, type NodeKey } from 'lexical';
import { useEffect, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { classNames } from '../../../ui/classNames.ts';
import menu from '../../../ui/menu.module.css';
import styles from './field.module.css';
import { FieldForm } from './FieldForm.tsx';

interface Opened {
  key: NodeKey;
  field: string;
  value: string;
}

/** What the field that was clicked shows, and the form to change it. */
export function FieldPopover({ editor }: { editor: LexicalEditor }) {
  const [opened, setOpened] = useState<Opened | null>(null);
  useEffect(
    () =>
      editor.registerCommand(
        OPEN_FIELD_COMMAND,
        (key) => {
          const node = $getNodeByKey(key);
          if (!$isFieldNode(node)) return false;
          setOpened({ key, field: node.getField(), value: node.getValue() });
          return true;
        },
        COMMAND_PRIORITY_LOW,
      ),
    [editor],
  );
  const close = (): void => {
    const key = opened?.key;
    setOpened(null);
    editor.update(() => {
      const node = key === undefined ? null : $getNodeByKey(key);
      if ($isFieldNode(node) && node.isSelected()) node.selectNext(0, 0);
    });
  };
  const toText = (key: NodeKey): void => {
    setOpened(null);
    editor.update(() => $fieldToText(key, editor));
  };
  return (
    <Popover.Root open={opened !== null} onOpenChange={(next) => !next && close()}>
      <Popover.Portal>
        <Popover.Positioner
          className={menu.place}
          anchor={() => (opened === null ? null : editor.getElementByKey(opened.key))}
          side="bottom"
          align="start"
          sideOffset={6}
        >
          <Popover.Popup
            className={classNames(menu.popup, styles.popup)}
            finalFocus={() => editor.getRootElement()}
            aria-label="Field"
          >
            {opened !== null && (
              <>
                <FieldForm
                  field={opened.field}
                  value={opened.value}
                  onChange={(field, value) => {
                    setOpened({ ...opened, field, value });
                    editor.update(() => $changeField(opened.key, field, value));
                  }}
                />
                <div className={styles.actions}>
                  <Button onClick={() => toText(opened.key)}>Turn into text</Button>
                  <Button kind="primary" onClick={close}>
                    Done
                  </Button>
                </div>
              </>
            )}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
