import { FileWarning } from 'lucide-react';
import type { StoredNode } from '#domain/document/stored.ts';
import type { UnreadableBrief } from './session.ts';
import styles from './brief.module.css';

/** A brief whose text cannot be shown whole: why, its words, and its raw form. Nothing can be typed or saved. */
export function UnreadableText({ error }: { error: UnreadableBrief }) {
  const { brief } = error;
  return (
    <section className={styles.pane} aria-label="Brief">
      <div className={styles.scroller}>
        <article className={styles.page}>
          <h1 className={styles.unreadableTitle}>{brief.title}</h1>
          <div className={styles.banner} data-kind="error" role="alert">
            <FileWarning size={18} aria-hidden />
            <div>
              <strong>The text of this brief cannot be shown.</strong> {error.message} Nothing was changed:
              the stored text is kept as it is, and its words are below.
            </div>
          </div>
          <p className={styles.unreadableWords}>{wordsOf(brief.document.root)}</p>
          <details>
            <summary>Stored form</summary>
            <pre className={styles.raw}>{JSON.stringify(brief.document, null, 2)}</pre>
          </details>
        </article>
      </div>
    </section>
  );
}

/** The words of all top-level blocks, as far as they can be found. */
function wordsOf(root: StoredNode): string {
  const collect = (node: StoredNode): string => {
    const own = typeof node['text'] === 'string' ? node['text'] : '';
    return own + (node.children ?? []).map(collect).join(own === '' ? ' ' : '');
  };
  const blocks = (root.children ?? []).map((block) => collect(block).trim());
  return blocks.filter((words) => words !== '').join('\n\n');
}
