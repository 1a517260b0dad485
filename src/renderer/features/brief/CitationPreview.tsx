import { BookOpen, Pencil, Trash2 } from 'lucide-react';
import { publicationName } from '#domain/article.ts';
import type { CitationCluster, CitationItem } from '#domain/citation.ts';
import type { LexicalEditor, NodeKey } from 'lexical';
import { Button } from '../../ui/Button.tsx';
import { formatCslDate } from '../../ui/dates.ts';
import { removeCitation } from './citationEdits.ts';
import type { CitationLabels, CitationsState } from './labels/citationLabels.ts';
import { FormattedCitation } from './FormattedCitation.tsx';
import { MissingFields } from './MissingFields.tsx';
import { openSource } from './openSource.ts';
import { QuoteState } from './quote/QuoteState.tsx';
import styles from './popovers.module.css';

interface CitationPreviewProps {
  editor: LexicalEditor;
  citations: CitationLabels;
  citationKey: NodeKey;
  items: CitationCluster;
  onEdit: () => void;
  onClose: () => void;
}

/** A citation as it is printed, and each of its sources with the words that were taken from it. */
export function CitationPreview({
  editor,
  citations,
  citationKey,
  items,
  onEdit,
  onClose,
}: CitationPreviewProps) {
  const state = citations.state.get();
  const index = state.keys.indexOf(citationKey);
  const cluster = state.formatted?.clusters[index];
  return (
    <>
      {cluster !== undefined && (
        <p className={styles.formatted}>
          <FormattedCitation cluster={cluster} />
        </p>
      )}
      {items.map((item) => (
        <SourceCard
          key={`${item.articleId}.${item.snippetId ?? ''}.${item.locator ?? ''}`}
          item={item}
          state={state}
          editor={editor}
          onClose={onClose}
          onOpen={() => openSource(item, state)}
        />
      ))}
      <QuoteState editor={editor} citations={citations} quoteKey={citationKey} onClose={onClose} />
      <div className={styles.actions}>
        <Button kind="quiet" icon={Pencil} onClick={onEdit}>
          Edit
        </Button>
        <Button
          kind="quiet"
          icon={Trash2}
          onClick={() => {
            onClose();
            removeCitation(editor, citationKey);
          }}
        >
          Delete
        </Button>
        <span className={styles.hint}>Click to open · F2 to edit</span>
      </div>
    </>
  );
}

function SourceCard({
  item,
  state,
  editor,
  onClose,
  onOpen,
}: {
  item: CitationItem;
  state: CitationsState;
  editor: LexicalEditor;
  onClose: () => void;
  onOpen: () => void;
}) {
  const article = state.articles.get(item.articleId);
  const snippet = item.snippetId === undefined ? undefined : state.snippets.get(item.snippetId);
  if (article === undefined)
    return <p className={styles.missing}>The cited article is not in this library.</p>;
  const { issued } = article.csl;
  const place = [publicationName(article), issued && formatCslDate(issued)].filter(Boolean);
  return (
    <div className={styles.source}>
      <div className={styles.sourceHead}>
        <div>
          <strong>{article.title}</strong>
          {place.length > 0 && <div className={styles.place}>{place.join(' · ')}</div>}
        </div>
        <Button icon={BookOpen} onClick={onOpen}>
          Open
        </Button>
      </div>
      <MissingFields editor={editor} article={article} onLeave={onClose} />
      {snippet !== undefined && <blockquote className={styles.words}>{snippet.exact}</blockquote>}
    </div>
  );
}
