import { CircleAlert, CircleDashed } from 'lucide-react';
import type { LexicalEditor } from 'lexical';
import type { ArticleSummary } from '#domain/article.ts';
import type { CslField } from '#domain/csl.ts';
import { useStore } from '../../app/store.ts';
import { Button } from '../../ui/Button.tsx';
import { openDetails } from '../article/openDetails.ts';
import { fieldNoun } from './fieldNoun.ts';
import { gapsIn } from './sourceChecks.ts';
import styles from './missingFields.module.css';

interface MissingFieldsProps {
  editor: LexicalEditor;
  article: ArticleSummary;
  /** The details are about to open. */
  onLeave: () => void;
}

/** What a cited source lacks of what the style prints, and what of it nobody has confirmed; each leads to its field. */
export function MissingFields({ editor, article, onLeave }: MissingFieldsProps) {
  const check = useStore(gapsIn(editor), ({ checks }) => checks.get(article.id));
  if (check === undefined) return null;
  const { missing, unconfirmed } = check;
  const open = (field: CslField): void => {
    onLeave();
    openDetails(article.id, field);
  };
  const named = (field: CslField): string => fieldNoun(field, article.csl.type);
  return (
    <ul className={styles.gaps}>
      {missing.map(({ field, instead }) => (
        <li key={field}>
          <CircleAlert size={14} aria-hidden className={styles.missing} />
          <span>
            No {named(field)}
            {instead !== null && `: this style prints “${instead}”`}
          </span>
          <Button kind="quiet" onClick={() => open(field)}>
            Add<span className="visually-hidden"> the {named(field)}</span>
          </Button>
        </li>
      ))}
      {unconfirmed.length > 0 && (
        <li>
          <CircleDashed size={14} aria-hidden />
          <span>Not confirmed: {unconfirmed.map((field) => named(field)).join(', ')}</span>
          <Button kind="quiet" onClick={() => open(unconfirmed[0]!)}>
            Check<span className="visually-hidden"> the details</span>
          </Button>
        </li>
      )}
    </ul>
  );
}
