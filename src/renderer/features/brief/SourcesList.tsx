import { useStore } from '../../app/store.ts';
import { openPassage } from '../../app/workspace.ts';
import type { CitationLabels } from './citationLabels.ts';
import { RichTextRuns } from './RichTextRuns.tsx';
import styles from './brief.module.css';

/** The sources that the text cites, in the order of the citation style. Follows the text by itself. */
export function SourcesList({ citations }: { citations: CitationLabels }) {
  const { formatted } = useStore(citations.state);
  if (formatted === null || formatted.clusters.length === 0) return null;
  return (
    <section className={styles.sources} aria-labelledby="brief-sources">
      <h2 id="brief-sources">Sources</h2>
      {formatted.missing.length > 0 && (
        <output className={styles.missing}>
          {formatted.missing.length === 1
            ? 'One cited article is not in this library.'
            : `${formatted.missing.length} cited articles are not in this library.`}
        </output>
      )}
      <ol>
        {formatted.bibliography.map(({ articleId, content }) => (
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
