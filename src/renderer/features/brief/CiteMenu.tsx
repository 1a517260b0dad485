import { Search } from 'lucide-react';
import type { SuggestedSource } from '#contract/search.ts';
import type { CitationItem } from '#domain/citation.ts';
import { LOCATOR_NAMES, splitLocator } from '#domain/locators.ts';
import { printPandocCitation } from '#domain/pandocCitation.ts';
import { $atQuery, citeAtQuery, replaceAtQuery } from '#editor/citation/atQuery.ts';
import type { LexicalEditor, NodeKey } from 'lexical';
import { useEffect, useRef, useState } from 'react';
import { client } from '../../api/client.ts';
import { Keys } from '../../ui/Keys.tsx';
import { notifyError } from '../../ui/toasts.ts';
import { focusSearch, searchFor } from '../search/searchState.ts';
import { setCitedPassage } from './citationEdits.ts';
import { citedIn } from './citedIn.ts';
import type { CitationLabels } from './labels/citationLabels.ts';
import { termsOf } from './locatorTerms.ts';
import { shortName, SourceLines } from './SourceLines.tsx';
import { type Choosing, SourceMenu } from './SourceMenu.tsx';
import { useTypedQuery } from './typedMenu.ts';
import { useSources } from './useSources.ts';
import styles from './citeMenu.module.css';

interface CiteMenuProps {
  editor: LexicalEditor;
  citations: CitationLabels;
  language: string;
}

interface Added {
  item: CitationItem;
  source: SuggestedSource;
}

const NONE: Added[] = [];

/** Sources to cite, opened by typing `@` and found by what follows it: `@smith p. 12`. */
export function CiteMenu({ editor, citations, language }: CiteMenuProps) {
  const [at, close] = useTypedQuery(editor, $atQuery, 'follow');
  const [added, setAdded] = useState(NONE);
  const split = at === null ? null : splitLocator(at.query, termsOf(language));
  const words = split?.words ?? null;
  const place = split?.locator ?? null;
  const found = useSources(words, () => citedIn(citations));
  const isCurrent = found.words === words;
  /** Enter came before the answer did. */
  const waiting = useRef<Choosing | null>(null);
  useEffect(() => {
    waiting.current = null;
    if (at === null) setAdded(NONE);
  }, [at]);

  const itemOf = ({ articleId }: SuggestedSource): CitationItem => ({
    articleId,
    ...place,
    ...(at?.suppressAuthor === true ? { suppressAuthor: true } : {}),
  });
  const cite = (chosen: Added[], how: Choosing): void => {
    const [first, ...others] = chosen.map(({ item }) => item);
    if (first === undefined) return;
    close();
    const { suppressAuthor: _suppress, ...named } = first;
    citeAtQuery(editor, [how === 'name' ? { ...named, authorInText: true } : first, ...others], (key) => {
      for (const { source } of chosen) void keepPassage(editor, key, source);
    });
  };
  const choose = (source: SuggestedSource, how: Choosing): void => {
    if (at?.inBrackets === true) {
      const typed = at.query.slice(words?.length);
      close();
      insertKey(editor, source, typed);
    } else if (how === 'add') {
      setAdded([...added, { item: itemOf(source), source }]);
      replaceAtQuery(editor, '');
    } else cite([...added, { item: itemOf(source), source }], how);
  };
  const onChoose = (option: number | null, how: Choosing): void => {
    const source = option === null ? undefined : found.sources[option];
    if (option === null) cite(added, how);
    else if (source === undefined) {
      const query = words ?? '';
      close();
      searchFor(query);
      replaceAtQuery(editor, '', true);
      focusSearch();
    } else if (isCurrent) choose(source, how);
    else waiting.current = how;
  };
  useEffect(() => {
    const how = waiting.current;
    const [first] = found.sources;
    if (!isCurrent || how === null) return;
    waiting.current = null;
    if (first !== undefined) choose(first, how);
  });

  // Words that go on without a source being found are words of the text.
  const isText = isCurrent && found.sources.length === 0 && /\s/u.test(at?.query.trim() ?? '');
  const open = at !== null && found.words !== null && !isText;
  const options = found.sources.map((source) => ({
    key: String(source.articleId),
    content: <SourceLines source={source} />,
  }));
  if (words !== null && words !== '')
    options.push({
      key: 'search',
      content: (
        <>
          <Search size={15} aria-hidden />
          <span>Search the library for “{words}”</span>
        </>
      ),
    });
  const isAlone = added.length > 0 && words === '';
  return (
    <SourceMenu
      editor={editor}
      open={open}
      at={at ?? { key: '', offset: 0 }}
      label="Sources to cite"
      options={options}
      question={`${found.words} ${added.length}`}
      ready={found.sources.length > 0 && !isAlone}
      takesEnter={isAlone}
      onChoose={onChoose}
      onClose={close}
      head={
        <>
          {added.length > 0 && (
            <p className={styles.added}>
              {added.map(({ source, item }) => (
                <span key={`${item.articleId}.${item.locator ?? ''}`}>{shortName(source)}</span>
              ))}
            </p>
          )}
          {found.sources.length === 0 && words !== '' && <p className={styles.none}>No source found</p>}
        </>
      }
      foot={
        <p className={styles.foot}>
          {place !== null && (
            <b>
              {LOCATOR_NAMES[place.label]} {place.locator}
            </b>
          )}
          <span>
            <Keys shortcut="Enter" /> {isAlone ? 'cite these' : 'cite'}
          </span>
          <span>
            <Keys shortcut="Shift+Enter" /> name author
          </span>
          <span>
            <Keys shortcut="Mod+Enter" /> add more
          </span>
        </p>
      }
    />
  );
}

/** A source that was found by words of a passage is cited for that passage. */
async function keepPassage(
  editor: LexicalEditor,
  key: NodeKey,
  { articleId, passage }: SuggestedSource,
): Promise<void> {
  if (passage === null) return;
  const { versionId, start, end } = passage;
  try {
    const { id, pages } = await client.call('snippets.create', { articleId, versionId, start, end });
    setCitedPassage(editor, key, { articleId, snippetId: id, pages });
  } catch (error) {
    notifyError(error, 'The passage was not kept with its citation');
  }
}

/** In a bracket that is being typed stands the key: the bracket makes the citation. */
function insertKey(editor: LexicalEditor, { articleId }: SuggestedSource, behind: string): void {
  client.call('citations.keys', { ids: [articleId] }).then(
    ([given]) => {
      if (given === undefined) return;
      const key = printPandocCitation([{ key: given.key, authorInText: true }]).slice(1);
      replaceAtQuery(editor, key + behind);
    },
    (error: unknown) => notifyError(error, 'The source has no key'),
  );
}
