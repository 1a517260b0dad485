import { X } from 'lucide-react';
import type { CitationCluster, CitationItem } from '#domain/citation.ts';
import { LOCATOR_LABELS } from '#domain/citation.ts';
import type { LexicalEditor, NodeKey } from 'lexical';
import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { Button, IconButton } from '../../ui/Button.tsx';
import field from '../../ui/field.module.css';
import { removeCitation, setCitationItems } from './citationEdits.ts';
import { type CitationLabels, sourceName } from './citationLabels.ts';
import { QuietSelect } from './QuietSelect.tsx';
import styles from './popovers.module.css';

interface CitationFormProps {
  editor: LexicalEditor;
  citations: CitationLabels;
  citationKey: NodeKey;
  items: CitationCluster;
  onClose: () => void;
}

/** Locator, prefix and suffix of each source of a citation. */
export function CitationForm({ editor, citations, citationKey, items, onClose }: CitationFormProps) {
  const [draft, setDraft] = useState<CitationItem[]>(items);
  const { articles, formatted } = citations.state.get();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLInputElement>('label input')?.focus(), []);
  const change = (place: number, member: Partial<CitationItem>): void =>
    setDraft(draft.map((item, index) => (index === place ? { ...item, ...member } : item)));
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    onClose();
    setCitationItems(editor, citationKey, draft);
    editor.focus();
  };
  return (
    <form ref={form} className={styles.form} onSubmit={submit} aria-label="Edit citation">
      {draft.map((item, place) => {
        const article = articles.get(item.articleId);
        return (
          <fieldset key={`${item.articleId}.${item.snippetId ?? ''}`} className={styles.fieldset}>
            <legend>
              <span>
                {article === undefined ? 'An article that is not in this library' : sourceName(article)}
              </span>
              {draft.length > 1 && (
                <IconButton
                  icon={X}
                  label="Remove this source"
                  onClick={() => setDraft(draft.filter((_, index) => index !== place))}
                />
              )}
            </legend>
            <ItemFields
              item={item}
              inText={formatted?.styleClass === 'in-text'}
              onChange={(member) => change(place, member)}
            />
          </fieldset>
        );
      })}
      <div className={styles.actions}>
        <Button
          kind="danger"
          onClick={() => {
            onClose();
            removeCitation(editor, citationKey);
            editor.focus();
          }}
        >
          Delete citation
        </Button>
        <span className={styles.grow} />
        <Button onClick={onClose}>Cancel</Button>
        <Button kind="primary" type="submit">
          Done
        </Button>
      </div>
    </form>
  );
}

const LOCATORS = LOCATOR_LABELS.map((label) => ({
  value: label,
  label: label === 'sub-verbo' ? 'entry (s.v.)' : label,
}));

interface ItemFieldsProps {
  item: CitationItem;
  inText: boolean;
  onChange: (member: Partial<CitationItem>) => void;
}

function ItemFields({ item, inText, onChange }: ItemFieldsProps) {
  return (
    <div className={styles.fields}>
      <QuietSelect
        asField
        label="Place in the source"
        value={item.label ?? 'page'}
        choices={LOCATORS}
        onChange={(label) => onChange({ label: label as CitationItem['label'] })}
      />
      <label className={field.field}>
        <span className={field.label}>Number or range</span>
        <input
          className={field.input}
          value={item.locator ?? ''}
          placeholder="12–14"
          onChange={(event) => onChange({ locator: event.target.value, label: item.label ?? 'page' })}
        />
      </label>
      <label className={field.field}>
        <span className={field.label}>Before</span>
        <input
          className={field.input}
          value={item.prefix ?? ''}
          placeholder="see "
          onChange={(event) => onChange({ prefix: event.target.value })}
        />
      </label>
      <label className={field.field}>
        <span className={field.label}>After</span>
        <input
          className={field.input}
          value={item.suffix ?? ''}
          placeholder=", emphasis added"
          onChange={(event) => onChange({ suffix: event.target.value })}
        />
      </label>
      {inText && (
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={item.suppressAuthor ?? false}
            onChange={(event) => onChange({ suppressAuthor: event.target.checked })}
          />
          Leave the author’s name out
        </label>
      )}
    </div>
  );
}
