import { Popover } from '@base-ui/react/popover';
import { ExternalLink, Pencil, Unlink } from 'lucide-react';
import { normaliseUrl } from '#editor/text/links.ts';
import { $createLinkNode, $isLinkNode, TOGGLE_LINK_COMMAND } from '@lexical/link';
import {
  $createTextNode,
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
  type LexicalEditor,
} from 'lexical';
import { type SubmitEvent, useEffect, useMemo, useRef, useState } from 'react';
import { client } from '../../api/client.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import field from '../../ui/field.module.css';
import menu from '../../ui/menu.module.css';
import { classNames } from '../../ui/classNames.ts';
import { notifyError } from '../../ui/toasts.ts';
import { useSelectionFormat } from './useEditorState.ts';
import styles from './popovers.module.css';

interface LinkPopoverProps {
  editor: LexicalEditor;
  /** Whether the address is being edited. */
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** The address of the link at the caret, and the form to change it. */
export function LinkPopover({ editor, open, onOpenChange }: LinkPopoverProps) {
  const { link } = useSelectionFormat(editor);
  const [dismissed, setDismissed] = useState<string | null>(null);
  useEffect(() => {
    if (link === null) setDismissed(null);
  }, [link]);
  const shown = open || (link !== null && dismissed !== link);
  const anchor = useMemo(() => ({ getBoundingClientRect: () => anchorRect(editor) }), [editor]);
  // Once it is told to close, `open` no longer says whether the focus is in it.
  const holdsFocus = useRef(false);
  useEffect(() => {
    if (shown) holdsFocus.current = false;
  }, [shown]);
  const close = (): void => {
    onOpenChange(false);
    setDismissed(link);
  };
  return (
    <Popover.Root open={shown} onOpenChange={(next) => !next && close()}>
      <Popover.Portal>
        <Popover.Positioner className={menu.place} anchor={anchor} side="bottom" align="start" sideOffset={6}>
          <Popover.Popup
            className={classNames(menu.popup, styles.link)}
            initialFocus={open}
            finalFocus={() => (holdsFocus.current ? editor.getRootElement() : false)}
            onFocus={() => {
              holdsFocus.current = true;
            }}
            onBlur={({ currentTarget, relatedTarget }) => {
              if (relatedTarget !== null) holdsFocus.current = currentTarget.contains(relatedTarget);
            }}
            aria-label="Link"
          >
            {open ? (
              <LinkForm editor={editor} url={link ?? ''} onDone={() => onOpenChange(false)} />
            ) : (
              <div className={styles.linkView}>
                <span className={styles.address} title={link ?? ''}>
                  {link}
                </span>
                <IconButton
                  icon={ExternalLink}
                  label="Open in the browser"
                  onClick={() => openLink(link ?? '')}
                />
                <IconButton
                  icon={Pencil}
                  label="Edit link"
                  shortcut="Mod+K"
                  onClick={() => onOpenChange(true)}
                />
                <IconButton
                  icon={Unlink}
                  label="Remove link"
                  onClick={() => editor.dispatchCommand(TOGGLE_LINK_COMMAND, null)}
                />
              </div>
            )}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function LinkForm({ editor, url, onDone }: { editor: LexicalEditor; url: string; onDone: () => void }) {
  const [invalid, setInvalid] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  // The form may come where the address stood, in a popover that is open already.
  useEffect(() => input.current?.focus({ preventScroll: true }), []);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const typed = input.current?.value ?? '';
    const address = normaliseUrl(typed);
    if (typed.trim() !== '' && address === null) return setInvalid(true);
    onDone();
    setLink(editor, address);
    editor.focus();
  };
  return (
    <form className={styles.linkForm} onSubmit={submit}>
      <input
        ref={input}
        className={field.input}
        type="text"
        inputMode="url"
        aria-label="Address"
        placeholder="https://…"
        defaultValue={url}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={invalid}
        onChange={() => setInvalid(false)}
      />
      <Button kind="primary" type="submit">
        {url === '' ? 'Link' : 'Change'}
      </Button>
      {invalid && (
        <p className={field.error} role="alert">
          Give a web address (https://…) or a mail address.
        </p>
      )}
    </form>
  );
}

/** Links what is selected, or inserts the address as its own text. Null takes the link away. */
function setLink(editor: LexicalEditor, url: string | null): void {
  editor.update(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return;
    const current = $findMatchingParent(selection.anchor.getNode(), $isLinkNode);
    if (url !== null && selection.isCollapsed() && current !== null) current.setURL(url);
    else if (url !== null && selection.isCollapsed())
      selection.insertNodes([$createLinkNode(url).append($createTextNode(url))]);
    else editor.dispatchCommand(TOGGLE_LINK_COMMAND, url);
  });
}

function openLink(url: string): void {
  client
    .call('app.info', {})
    .then(({ capabilities }) => {
      if (capabilities.openLinks) return client.call('app.openLink', { url });
      window.open(url, '_blank', 'noopener,noreferrer');
      return undefined;
    })
    .catch((error: unknown) => notifyError(error, 'The link was not opened'));
}

function anchorRect(editor: LexicalEditor): DOMRect {
  const key = editor.read(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return null;
    const node = selection.anchor.getNode();
    return ($findMatchingParent(node, $isLinkNode) ?? node).getKey();
  });
  const selection = window.getSelection();
  const root = editor.getRootElement()!;
  if (selection !== null && selection.rangeCount > 0 && root.contains(selection.anchorNode)) {
    const rect = selection.getRangeAt(0).getBoundingClientRect();
    if (rect.height > 0) return rect;
  }
  return ((key === null ? null : editor.getElementByKey(key)) ?? root).getBoundingClientRect();
}
