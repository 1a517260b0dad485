import { X } from 'lucide-react';
import type { FormattedCitations, RichText } from '#domain/citation.ts';
import { groupSources, sourceLabels } from '#domain/sourceGroups.ts';
import type { BibliographySettings } from '#editor/bibliography/BibliographyNode.ts';
import type { LexicalEditor } from 'lexical';
import { Fragment, memo, useId } from 'react';
import { useStore } from '../../../app/store.ts';
import { openPassage } from '../../../app/workspace.ts';
import { IconButton } from '../../../ui/Button.tsx';
import { citedIn } from '../citedIn.ts';
import { RichTextRuns } from '../RichTextRuns.tsx';
import type { BriefSession } from '../session.ts';
import { unlistSources } from './bibliographyEdits.ts';
import { SourcesMenu } from './SourcesMenu.tsx';
import styles from './sources.module.css';

type Entries = FormattedCitations['bibliography'];

const NO_ENTRIES: Entries = [];
const NO_IDS: number[] = [];

interface SourcesProps {
  session: BriefSession;
  settings: BibliographySettings;
  /** It stands in the text, not below it. */
  placed: boolean;
}

/** The list of sources, in the order of the citation style. */
export function Sources({ session, settings, placed }: SourcesProps) {
  const { editor, citations } = session;
  // Not the whole state: it changes with every part of an answer, and the list is long to draw.
  const entries = useStore(citations.state, ({ formatted }) => formatted?.bibliography) ?? NO_ENTRIES;
  const missing = useStore(citations.state, ({ formatted }) => formatted?.missing) ?? NO_IDS;
  const articles = useStore(citations.state, (state) => state.articles);
  const language = useStore(session.settings.current, (current) => current.language);
  const heading = useId();
  const labels = sourceLabels(language);
  const cited = new Set(settings.uncited.length === 0 ? [] : citedIn(citations));
  const lostListed = missing.filter((id) => settings.uncited.includes(id) && !cited.has(id));
  const sections = settings.byType
    ? groupSources(entries, ({ articleId }) => articles.get(articleId)?.csl.type).map((section) => ({
        title: labels.groups[section.group],
        entries: section.entries,
      }))
    : [{ title: null, entries }];

  return (
    <section
      className={styles.sources}
      data-placed={placed}
      role="doc-bibliography"
      aria-labelledby={heading}
    >
      <header className={styles.header}>
        <h2 id={heading} lang={language}>
          {settings.heading.trim() === '' ? labels.sources : settings.heading}
        </h2>
        <SourcesMenu editor={editor} settings={settings} placed={placed} />
      </header>
      {missing.length > 0 && (
        <output className={styles.missing}>
          {missing.length === 1
            ? 'One cited article is not in this library.'
            : `${missing.length} cited articles are not in this library.`}
          {lostListed.length > 0 && (
            <button type="button" onClick={() => unlistSources(editor, lostListed)}>
              Take out those that are only listed
            </button>
          )}
        </output>
      )}
      {entries.length === 0 && missing.length === 0 && (
        <p className={styles.empty}>Sources that the text cites are listed here by themselves.</p>
      )}
      {sections.map(({ title, entries: found }) => (
        <Fragment key={title}>
          {title !== null && <h3 lang={language}>{title}</h3>}
          {found.length > 0 && (
            <ol>
              {found.map(({ articleId, content, listedAs = [] }) => (
                <SourceEntry
                  key={articleId}
                  editor={editor}
                  articleId={articleId}
                  content={content}
                  listedAs={listedAs.join(' ')}
                />
              ))}
            </ol>
          )}
        </Fragment>
      ))}
    </section>
  );
}

interface EntryProps {
  editor: LexicalEditor;
  articleId: number;
  content: RichText;
  /** Of a source that is listed without being cited: the numbers that it is listed under; empty for others. */
  listedAs: string;
}

/** Drawn again only where it says something else: a long brief has hundreds. */
const SourceEntry = memo(function SourceEntry({ editor, articleId, content, listedAs }: EntryProps) {
  return (
    <li>
      <button type="button" data-entry onClick={() => openPassage({ articleId })} title="Open in the reader">
        <RichTextRuns text={content} />
      </button>
      {listedAs !== '' && (
        <IconButton
          icon={X}
          label="Not cited: take it out of the list"
          onClick={() => unlistSources(editor, listedAs.split(' ').map(Number))}
        />
      )}
    </li>
  );
});
