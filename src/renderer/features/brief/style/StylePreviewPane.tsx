import type { CitationStyle } from '#contract/styles.ts';
import { RichTextRuns } from '../RichTextRuns.tsx';
import type { StyledPreview } from './useStylePreview.ts';
import styles from './style.module.css';

/** The first citations and sources of the brief, as the highlighted style sets them. */
export function StylePreviewPane({
  style,
  shown,
}: {
  style: CitationStyle | null;
  shown: StyledPreview | null;
}) {
  if (style === null) return <div className={styles.preview} />;
  const preview = shown?.preview ?? null;
  const isNote = preview?.styleClass === 'note';
  return (
    <section
      className={styles.preview}
      aria-label="Preview"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- What scrolls must be within reach of the keyboard.
      tabIndex={0}
      aria-busy={shown?.styleId !== style.id}
    >
      <h3 className={styles.previewTitle}>{style.title}</h3>
      {shown !== null && shown.error !== null && shown.styleId === style.id && (
        <p className={styles.problem}>{shown.error}</p>
      )}
      {preview !== null && (
        <div className={styles.sample} data-stale={shown?.styleId !== style.id} lang={preview.locale}>
          <h4 lang="en">{isNote ? 'Notes' : 'In the text'}</h4>
          <ol className={styles.cites} data-notes={isNote}>
            {preview.citations.map(({ noteNumber, content }, index) => (
              // Citations have no other name than their place.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={index}>
                {noteNumber !== null && <span className={styles.number}>{noteNumber}.</span>}
                <span>
                  <RichTextRuns text={content} />
                </span>
              </li>
            ))}
          </ol>
          <h4 lang="en">Sources</h4>
          {preview.sources.length === 0 && <p lang="en">This style has no list of sources.</p>}
          <ul className={styles.sources}>
            {preview.sources.map((content, index) => (
              // oxlint-disable-next-line react/no-array-index-key
              <li key={index}>
                <RichTextRuns text={content} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {preview?.isSample === true && (
        <p className={styles.hint}>Sample sources: this brief cites none yet.</p>
      )}
    </section>
  );
}
