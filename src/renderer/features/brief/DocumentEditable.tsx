import { languageDirection } from '#domain/document/direction.ts';
import { type LexicalEditor } from 'lexical';
import { useLayoutEffect, useRef } from 'react';
import { useStore } from '../../app/store.ts';
import { leaveSelection } from './leaveSelection.ts';
import type { SettingsSaver } from './settingsSaver.ts';
import { useSpelling } from './spelling/spelling.ts';
import { useEmptyDocument } from './useEditorState.ts';
import './document.css';
import './table/table.css';
import styles from './brief.module.css';

/** The text of the brief: the element that the editor owns. */
export function DocumentEditable({ editor, settings }: { editor: LexicalEditor; settings: SettingsSaver }) {
  const element = useRef<HTMLDivElement>(null);
  const language = useStore(settings.current, ({ language: tag }) => tag);
  const empty = useEmptyDocument(editor);
  const checked = useSpelling(language);

  useLayoutEffect(() => {
    if (element.current !== null) leaveSelection(element.current);
    editor.setRootElement(element.current);
    return () => editor.setRootElement(null);
  }, [editor]);

  return (
    <div className={styles.text} dir={languageDirection(language)}>
      <div
        ref={element}
        className="brief-document"
        contentEditable
        suppressContentEditableWarning
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- A text field holds no formatted text.
        role="textbox"
        aria-multiline="true"
        aria-label="Text of the brief"
        spellCheck={checked}
        lang={language}
        data-testid="brief-text"
      />
      {empty && (
        <div className={styles.placeholder} dir="ltr" aria-hidden>
          Write, type “/” for blocks or “@” to cite, or quote a passage from the reader.
        </div>
      )}
    </div>
  );
}
