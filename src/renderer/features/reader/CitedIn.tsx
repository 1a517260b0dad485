import { FileText } from 'lucide-react';
import type { CitedIn as Cited, CitedPlace } from '#contract/annotations.ts';
import { notifyError } from '../../ui/toasts.ts';
import { openBriefAt } from '../briefs/briefActions.ts';
import styles from './panel.module.css';

/** The briefs that cite an article, with their sentences; each leads to its place. */
export function CitedIn({ briefs }: { briefs: Cited }) {
  if (briefs.length === 0)
    return (
      <p className={styles.hint}>No brief cites this article yet. Select words and press Quote or Cite.</p>
    );
  return briefs.map(({ briefId, title, language, places }) => (
    <section key={briefId} className={styles.brief} aria-label={title}>
      <h4 className={styles.briefTitle}>
        <FileText size={14} aria-hidden />
        <span dir="auto">{title}</span>
      </h4>
      {places.length === 0 && <p className={styles.hint}>Listed among its sources, not cited.</p>}
      <ul className={styles.list}>
        {places.map((place) => (
          <li key={place.cluster}>
            <button
              type="button"
              className={styles.sentence}
              lang={language}
              dir="auto"
              onClick={() =>
                void openBriefAt({ briefId, articleId: place.articleId, cluster: place.cluster }).catch(
                  (error: unknown) => notifyError(error, 'The brief was not opened'),
                )
              }
            >
              <Sentence place={place} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  ));
}

/** A mark stands where the citation does; quotes stand in quotation marks. */
function Sentence({ place: { kind, text, at } }: { place: CitedPlace }) {
  if (kind === 'quote') return `“${text}”`;
  if (text === '') return 'A citation without words';
  return (
    <>
      {text.slice(0, at)}
      <span className={styles.citationMark} aria-hidden />
      <span className="visually-hidden"> (citation) </span>
      {text.slice(at)}
    </>
  );
}
