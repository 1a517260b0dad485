import type { CitationCluster, CitationItem } from '#domain/citation.ts';
import { printLocator } from '#domain/locators.ts';
import type { LexicalEditor, NodeKey } from 'lexical';
import { type KeyboardEvent, type SubmitEvent, useEffect, useId, useRef, useState } from 'react';
import { useStore } from '../../app/store.ts';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/classNames.ts';
import { AddSource } from './AddSource.tsx';
import { CitationItemFields } from './CitationItemFields.tsx';
import { FormattedCitation } from './FormattedCitation.tsx';
import { removeCitation, setCitationItems } from './citationEdits.ts';
import type { CitationLabels } from './labels/citationLabels.ts';
import { sourceName } from './labels/sourceName.ts';
import { citedIn } from './citedIn.ts';
import { termsOf } from './locatorTerms.ts';
import type { SettingsSaver } from './settingsSaver.ts';
import { draggedSource, isDraggedSource, SourceHead } from './SourceHead.tsx';
import { shortName } from './SourceLines.tsx';
import { useCitationPreview } from './useCitationPreview.ts';
import styles from './popovers.module.css';

interface CitationFormProps {
  editor: LexicalEditor;
  citations: CitationLabels;
  settings: SettingsSaver;
  citationKey: NodeKey;
  items: CitationCluster;
  /** A quote has the one source that it was taken from. */
  isQuote: boolean;
  onClose: () => void;
}

interface Draft {
  /** Stays with the source wherever it moves. */
  id: number;
  item: CitationItem;
}

/** The sources of a citation: which, in what order, where in each, and the words around them. */
export function CitationForm(props: CitationFormProps) {
  const { editor, citations, settings, citationKey, items, isQuote, onClose } = props;
  const [draft, setDraft] = useState<Draft[]>(() => items.map((item, id) => ({ id, item })));
  const [unfolded, unfold] = useState(0);
  const [names, setNames] = useState<ReadonlyMap<number, string>>(new Map());
  const { styleId, language } = useStore(settings.current);
  const { articles } = citations.state.get();
  /** Where a source that is dragged would go. */
  const [over, setOver] = useState<number | null>(null);
  /** Where a source went, for those who do not see it. */
  const [said, setSaid] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const formId = useId();
  const drafted = draft.map(({ item }) => item);
  const preview = useCitationPreview(editor, citationKey, drafted, { styleId, language });
  useEffect(() => form.current?.querySelector<HTMLInputElement>('fieldset label input')?.focus(), [unfolded]);

  const nameOf = ({ articleId }: CitationItem): string => {
    const article = articles.get(articleId);
    if (article !== undefined) return sourceName(article);
    return names.get(articleId) ?? 'An article that is not in this library';
  };
  const change = (id: number, member: Partial<CitationItem>): void =>
    setDraft(draft.map((one) => (one.id === id ? { id, item: { ...one.item, ...member } } : one)));
  const move = (from: number, to: number): void => {
    const moving = draft[from];
    if (moving === undefined || to < 0 || to >= draft.length || to === from) return;
    setDraft(draft.toSpliced(from, 1).toSpliced(to, 0, moving));
    setSaid(`${nameOf(moving.item)}: ${to + 1} of ${draft.length}`);
  };
  const onKeyDown = (event: KeyboardEvent, place: number): void => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!event.altKey || step === undefined) return;
    event.preventDefault();
    move(place, place + step);
  };
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    onClose();
    // Behind others a name in the text means nothing.
    setCitationItems(
      editor,
      citationKey,
      drafted.map((item, place) => (place === 0 ? item : { ...item, authorInText: false })),
    );
    editor.focus();
  };
  return (
    <form ref={form} className={styles.form} onSubmit={submit} aria-label="Edit citation">
      {draft.map(({ id, item }, place) => {
        const isOpen = id === unfolded || draft.length === 1;
        const name = nameOf(item);
        return (
          // Alt with an arrow key in any of its fields moves the source.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
          <fieldset
            key={id}
            className={classNames(styles.fieldset, over === place && styles.dropHere)}
            onKeyDown={(event) => onKeyDown(event, place)}
            onDragOver={(event) => {
              if (!isDraggedSource(event.dataTransfer)) return;
              event.preventDefault();
              setOver(place);
            }}
            onDragLeave={() => setOver(null)}
            onDrop={(event) => {
              setOver(null);
              const from = draggedSource(event.dataTransfer);
              if (from === null) return;
              event.preventDefault();
              move(from, place);
            }}
          >
            <legend>
              {draft.length === 1 ? (
                <span>{name}</span>
              ) : (
                <SourceHead
                  name={name}
                  place={place}
                  count={draft.length}
                  locator={isOpen ? null : locatorOf(item)}
                  controls={isOpen ? `${formId}-${id}` : null}
                  onUnfold={() => unfold(id)}
                  onMove={(to) => move(place, to)}
                  onRemove={() => {
                    const left = draft.filter((one) => one.id !== id);
                    setDraft(left);
                    if (isOpen) unfold(left[0]!.id);
                  }}
                />
              )}
            </legend>
            {isOpen && (
              <div id={`${formId}-${id}`} className={styles.unfolded}>
                <CitationItemFields
                  item={item}
                  isFirst={place === 0}
                  readTerm={termsOf(language)}
                  onChange={(member) => change(id, member)}
                />
              </div>
            )}
          </fieldset>
        );
      })}
      {!isQuote && (
        <AddSource
          cited={() => citedIn(citations)}
          onAdd={(source) => {
            const id = Math.max(...draft.map((one) => one.id)) + 1;
            setNames(new Map([...names, [source.articleId, `${shortName(source)}, ${source.title}`]]));
            setDraft([...draft, { id, item: { articleId: source.articleId } }]);
            unfold(id);
          }}
        />
      )}
      <output className="visually-hidden">{said}</output>
      <p className={styles.preview} aria-live="polite">
        {preview === null ? '…' : <FormattedCitation cluster={preview} />}
      </p>
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

function locatorOf({ label = 'page', locator = '' }: CitationItem): string | null {
  return locator === '' ? null : printLocator({ label, locator });
}
