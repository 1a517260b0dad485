import { ChevronDown, NotebookPen, Quote, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { PlacedHighlight } from '#contract/annotations.ts';
import { useOperation } from '../../api/useOperation.ts';
import { shortcutOf } from '../../app/commandInfo.ts';
import { useStore } from '../../app/store.ts';
import { IconButton } from '../../ui/Button.tsx';
import { onMac } from '../../ui/Keys.tsx';
import { ariaShortcut } from '../../ui/shortcuts.ts';
import { ArticleNotes } from './ArticleNotes.tsx';
import { CitedIn } from './CitedIn.tsx';
import { HighlightList } from './HighlightList.tsx';
import { readerPanel, type ReaderPanel as Panel, togglePanel } from './readerState.ts';
import styles from './panel.module.css';

interface ReaderPanelProps {
  articleId: number;
  language: string | undefined;
  versionId: number;
  /** The shown version is the latest. */
  latest: boolean;
  highlights: readonly PlacedHighlight[] | null;
}

/** Below the text, folded until it is wanted: notes and highlights, and where the article is cited. */
export function ReaderPanel({ articleId, language, versionId, latest, highlights }: ReaderPanelProps) {
  const open = useStore(readerPanel);
  const { data: cited } = useOperation('articles.citedIn', { id: articleId }, ['briefs.changed']);
  const citations = (cited ?? []).reduce((sum, { places }) => sum + places.length, 0);

  return (
    <>
      {open === 'notes' && (
        <Drawer title="Notes and highlights">
          <ArticleNotes articleId={articleId} />
          {highlights !== null && (
            <HighlightList
              highlights={highlights}
              language={language}
              versionId={versionId}
              latest={latest}
            />
          )}
        </Drawer>
      )}
      {open === 'cited' && <Drawer title="Cited in">{cited !== null && <CitedIn briefs={cited} />}</Drawer>}
      <div className={styles.strip} role="toolbar" aria-label="About this article">
        <Toggle
          panel="notes"
          open={open}
          icon={<NotebookPen size={14} aria-hidden />}
          count={highlights?.length ?? 0}
        >
          Notes<span className={styles.long}> and highlights</span>
        </Toggle>
        <Toggle panel="cited" open={open} icon={<Quote size={14} aria-hidden />} count={citations}>
          Cited in
        </Toggle>
      </div>
    </>
  );
}

interface ToggleProps {
  panel: Panel;
  open: Panel | null;
  icon: ReactNode;
  count: number;
  children: ReactNode;
}

function Toggle({ panel, open, icon, count, children }: ToggleProps) {
  const shortcut = shortcutOf(`reader.${panel}`);
  return (
    <button
      type="button"
      className={styles.toggle}
      aria-expanded={open === panel}
      aria-keyshortcuts={shortcut === undefined ? undefined : ariaShortcut(shortcut, onMac)}
      onClick={() => togglePanel(panel)}
    >
      {icon}
      <span>{children}</span>
      {count > 0 && <span className={styles.count}>{count}</span>}
      <ChevronDown size={12} aria-hidden className={styles.chevron} />
    </button>
  );
}

function Drawer({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.drawer} aria-label={title}>
      <header className={styles.drawerHead}>
        <h3>{title}</h3>
        <IconButton icon={X} label={`Close ${title}`} onClick={() => readerPanel.set(null)} />
      </header>
      <div className={styles.drawerBody}>{children}</div>
    </section>
  );
}
