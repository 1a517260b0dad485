import { Search } from 'lucide-react';
import type { SuggestedSource } from '#contract/search.ts';
import type { CitationItem } from '#domain/citation.ts';
import { LOCATOR_NAMES, splitLocator } from '#domain/locators.ts';
import { printPandocCitation } from '#domain/pandocCitation.ts';
import {
  $atQuery,
  type AtQuery,
  breakBehind,
  citeAt,
  replaceAtQuery,
  replaceWords,
} from '#editor/citation/atQuery.ts';
import type { LexicalEditor, NodeKey } from 'lexical';
import { useEffect, useState } from 'react';
import { client } from '../../api/client.ts';
import { Keys } from '../../ui/Keys.tsx';
import { notifyError } from '../../ui/toasts.ts';
import { focusSearch, searchFor } from '../search/searchState.ts';
import { setCitedPassage } from './citationEdits.ts';
import { citedIn } from './citedIn.ts';
import type { CitationLabels } from './labels/citationLabels.ts';
import { termsOf } from './locatorTerms.ts';
import { shortName, SourceLines } from './SourceLines.tsx';
import { type Choice, type Choosing, SourceMenu } from './SourceMenu.tsx';
import { useTypedQuery } from './typedMenu.ts';
import { bestSource, useSources } from './useSources.ts';
import styles from './citeMenu.module.css';

interface CiteMenuProps {
  editor: LexicalEditor;
  citations: CitationLabels;
  language: string;
}

/** A source that was chosen. */
interface Chosen {
  /** The words that it was chosen by. */
  words: string;
  /** Null while it is being looked for. */
  source: SuggestedSource | null;
  /** Null where none is found. */
  coming: Promise<SuggestedSource | null>;
  /** Where in it, and how. */
  cite: Omit<CitationItem, 'articleId'>;
}

const NONE: Chosen[] = [];

/**
 * Sources to cite, opened by typing `@` and found by what follows it: `@smith p. 12`. A key that chooses before the
 * list is there chooses the first source for the words that stand there: it is cited in their place, once it is found.
 */
export function CiteMenu({ editor, citations, language }: CiteMenuProps) {
  const [at, close] = useTypedQuery(editor, $atQuery, 'follow');
  const [added, setAdded] = useState(NONE);
  const split = at === null ? null : splitLocator(at.query, termsOf(language));
  const words = split?.words ?? null;
  const place = split?.locator ?? null;
  const found = useSources(words, () => citedIn(citations));
  const isCurrent = found.words === words;
  useEffect(() => {
    if (at === null) setAdded(NONE);
  }, [at]);

  const cite = (where: AtQuery, chosen: readonly Chosen[], how: Choosing, key: string | null): void => {
    close();
    const put = (sources: readonly (SuggestedSource | null)[]): void => {
      const present = chosen.flatMap(({ cite: form }, index) => {
        const source = sources[index] ?? null;
        return source === null ? [] : [{ source, item: { articleId: source.articleId, ...form } }];
      });
      const [first, ...others] = present.map(({ item }) => item);
      if (first === undefined) {
        // The key was for the text.
        if (key === 'Enter') breakBehind(editor, where);
        return;
      }
      const { suppressAuthor: _suppress, ...named } = first;
      citeAt(
        editor,
        where,
        [how === 'name' ? { ...named, authorInText: true } : first, ...others],
        (cited) => {
          for (const { source } of present) void keepPassage(editor, cited, source);
        },
      );
    };
    const known = chosen.map(({ source }) => source);
    if (known.every((source) => source !== null)) put(known);
    else Promise.all(chosen.map(({ coming }) => coming)).then(put, tellFailure);
  };
  const choose = (where: AtQuery, chosen: Chosen, how: Choosing, key: string | null): void => {
    if (where.inBrackets) {
      close();
      chosen.coming.then(
        (source) =>
          source !== null && insertKey(editor, where, source, where.query.slice(chosen.words.length)),
        tellFailure,
      );
    } else if (how === 'add') {
      setAdded((before) => [...before, chosen]);
      replaceAtQuery(editor, '');
      if (chosen.source === null)
        chosen.coming.then(
          (source) =>
            setAdded((before) =>
              before.flatMap((one) => (one !== chosen ? [one] : source === null ? [] : [{ ...one, source }])),
            ),
          tellFailure,
        );
    } else cite(where, [...added, chosen], how, key);
  };
  const onChoose = (option: number | null, how: Choosing, { key, isMeant }: Choice): boolean => {
    // As it stands in the text: the last key may not have been drawn yet.
    const where = editor.getEditorState().read($atQuery, { editor });
    if (where === null) return false;
    const { words: typed, locator } = splitLocator(where.query, termsOf(language));
    if (typed === '' && added.length > 0 && !isMeant) {
      cite(where, added, how, key);
      return true;
    }
    const isShown = isMeant && where.query === at?.query;
    if (isShown && option !== null && option >= found.sources.length) {
      close();
      searchFor(typed);
      replaceAtQuery(editor, '', true);
      focusSearch();
      return true;
    }
    const shown = isShown
      ? found.sources[option ?? -1]
      : found.words === typed
        ? found.sources[0]
        : undefined;
    const isNone = found.sources.length === 0 && found.words !== null && typed.startsWith(found.words);
    // Without a word and a list nobody has chosen anything.
    if (shown === undefined && (isNone || typed === '')) return false;
    const coming = shown === undefined ? bestSource(typed, citedIn(citations)) : Promise.resolve(shown);
    const form = { ...locator, ...(where.suppressAuthor ? { suppressAuthor: true } : {}) };
    choose(where, { words: typed, source: shown ?? null, coming, cite: form }, how, key);
    return true;
  };

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
      opening={at !== null && found.words === null}
      at={at ?? { key: '', offset: 0 }}
      label="Sources to cite"
      options={options}
      question={`${found.words} ${added.length}`}
      ready={found.sources.length > 0 && !isAlone}
      onChoose={onChoose}
      onClose={close}
      head={
        <>
          {added.length > 0 && (
            <p className={styles.added}>
              {added.map(({ source, words: by, cite: { locator = '' } }) => (
                <span key={`${source?.articleId ?? by}.${locator}`}>
                  {source === null ? by : shortName(source)}
                </span>
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

function tellFailure(error: unknown): void {
  notifyError(error, 'The source cannot be looked up');
}

/** In a bracket that is being typed stands the key: the bracket makes the citation. */
function insertKey(editor: LexicalEditor, at: AtQuery, { articleId }: SuggestedSource, behind: string): void {
  client.call('citations.keys', { ids: [articleId] }).then(
    ([given]) => {
      if (given === undefined) return;
      const key = printPandocCitation([{ key: given.key, authorInText: true }]).slice(1);
      replaceWords(editor, at, key + behind);
    },
    (error: unknown) => notifyError(error, 'The source has no key'),
  );
}
