import { useStore } from '../../app/store.ts';
import { openPassage } from '../../app/workspace.ts';
import type { CitationLabels } from './citationLabels.ts';
import { RichTextRuns } from './RichTextRuns.tsx';
import styles from './brief.module.css';

/** The sources that the text cites, in the order of the citation style. Follows the text by itself. */
export function SourcesList({ citations }: { citations: CitationLabels }) {
  // Not the whole state: it changes with every part of an answer, and the list is long to draw.
  const bibliography = useStore(citations.state, ({ formatted }) => formatted?.bibliography);
  const missing = useStore(citations.state, ({ formatted }) => formatted?.missing.length ?? 0);
  const isEmpty = useStore(citations.state, ({ formatted }) => (formatted?.clusters.length ?? 0) === 0);
  if (bibliography === undefined || isEmpty) return null;
  return (
    <section className={styles.sources} aria-labelledby="brief-sources">
      <h2 id="brief-sources">Sources</h2>
      {missing > 0 && (
        <output className={styles.missing}>
          {missing === 1
            ? 'One cited article is not in this library.'
            : `${missing} cited articles are not in this library.`}
        </output>
      )}
      <ol>
        {bibliography.map(({ articleId, content }) => (
          <li key={articleId}>
            <button type="button" onClick={() => openPassage({ articleId })} title="Open in the reader">
              <RichTextRuns text={content} />
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
