/** Keeps the labels of a brief's citations, its quotes' attributions and its sources up to date. */
import type { ArticleSummary } from '#domain/article.ts';
import { publicationName } from '#domain/article.ts';
import {
  type CitationCluster,
  type FormattedCitations,
  type FormattedCluster,
  plainText,
  runningText,
} from '#domain/citation.ts';
import { authorLine, cslDateToIso } from '#domain/csl.ts';
import { numberNotes } from '#domain/noteNumbers.ts';
import type { Snippet } from '#domain/snippet.ts';
import { $isCitationNode, CitationNode } from '#editor/citation/CitationNode.ts';
import { type CitationView, citationView, setCitationViews } from '#editor/citation/view.ts';
import { replacesState } from '#editor/document/replaced.ts';
import { FootnoteMarkNode } from '#editor/footnote/FootnoteMarkNode.ts';
import { type CitedPlaces, citedPlaces } from '#editor/footnote/places.ts';
import { setFootnoteNumbers } from '#editor/footnote/view.ts';
import { setQuoteSources } from '#editor/snippet/attribution.ts';
import { $isSnippetNode, SnippetNode } from '#editor/snippet/SnippetNode.ts';
import { $getNodeByKey, type LexicalEditor, type NodeKey } from 'lexical';
import { client } from '../../api/client.ts';
import { createStore, type Store } from '../../app/store.ts';
import { formatIsoDate } from '../../ui/dates.ts';

/** Milliseconds without a change before citations are formatted. */
const DEBOUNCE = 200;

export interface CitationsState {
  /** The last answer; null until the first. */
  formatted: FormattedCitations | null;
  /** The citations that `formatted` is about, in its order. */
  keys: NodeKey[];
  articles: ReadonlyMap<number, ArticleSummary>;
  snippets: ReadonlyMap<number, Snippet>;
  /** Why the labels may be out of date. */
  error: string | null;
}

export interface CitationLabels {
  state: Store<CitationsState>;
  /** Formats in another style or language from now on. */
  setStyle(styleId: string, language: string): void;
  /** Formats anew even where nothing seems to have changed. */
  refresh(): void;
  /** The sources of a citation or a quote; null where the node is gone. */
  itemsOf(key: NodeKey): CitationCluster | null;
  dispose(): void;
}

export function keepCitationLabels(editor: LexicalEditor, styleId: string, language: string): CitationLabels {
  const state = createStore<CitationsState>({
    formatted: null,
    keys: [],
    articles: new Map(),
    snippets: new Map(),
    error: null,
  });
  let style = { styleId, language };
  /** By style: known before the citation engine has read its first style. */
  let classes: ReadonlyMap<string, FormattedCitations['styleClass']> = new Map();
  const styleClass = () => classes.get(style.styleId) ?? state.get().formatted?.styleClass;
  let run = 0;
  let asked = '';
  let timer: ReturnType<typeof setTimeout> | undefined;

  const schedule = (delay = DEBOUNCE): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void format(), delay);
  };

  const format = async (): Promise<void> => {
    const { keys, footnotes } = citedPlaces(editor);
    const clusters = clustersOf(editor, keys);
    const question = JSON.stringify([style, clusters, footnotes]);
    const before = state.get();
    if (question === asked && before.formatted !== null && before.error === null) {
      // The same citations under other keys, as after undo.
      if (keys.join() !== before.keys.join()) show({ ...before, keys });
      return;
    }
    asked = question;
    run += 1;
    const current = run;
    try {
      const [formatted, sources] = await Promise.all([
        client.call('citations.format', { ...style, clusters, footnotes }),
        loadSources(clusters),
      ]);
      if (current === run) show({ formatted, keys, ...sources, error: null });
    } catch (error) {
      if (current !== run) return;
      asked = '';
      // There is nothing that could be out of date.
      if (clusters.length === 0) return;
      state.set((last) => ({ ...last, error: error instanceof Error ? error.message : String(error) }));
    }
  };

  const show = (next: CitationsState): void => {
    state.set(next);
    setCitationViews(editor, viewsOf(next));
    numberFootnotes(citedPlaces(editor));
    setQuoteSources(editor, {
      names: new Map([...next.articles].map(([id, article]) => [id, sourceName(article, style.language)])),
      words: new Map([...next.snippets].map(([id, snippet]) => [id, snippet.exact])),
    });
  };

  /** The author's own notes, in one series with those of citations. Returns the numbers of the latter. */
  const numberFootnotes = ({ keys, footnotes, ids }: CitedPlaces): (number | null)[] => {
    const isNote = styleClass() === 'note';
    const numbers = numberNotes({ clusters: keys, footnotes }, isNote);
    setFootnoteNumbers(editor, new Map(ids.map((id, index) => [id, numbers.footnotes[index]!])));
    return numbers.own;
  };

  /** Notes are numbered by their place alone, so their numbers need not wait for the citation engine. */
  const renumber = (): void => {
    if (styleClass() === undefined) return;
    const places = citedPlaces(editor);
    const own = numberFootnotes(places);
    if (styleClass() !== 'note') return;
    const views = new Map<NodeKey, CitationView>();
    for (const [index, key] of places.keys.entries()) {
      const { lead = '', description = '', ...more } = citationView(editor, key) ?? {};
      const number = own[index]!;
      if (number !== null) views.set(key, { ...more, label: String(number), lead, note: true, description });
      else if (description !== '') views.set(key, { ...more, label: description, note: false, description });
    }
    setCitationViews(editor, views);
  };

  const onMutation = (): void => {
    renumber();
    schedule();
  };
  const stops = [
    editor.registerMutationListener(CitationNode, onMutation, { skipInitialization: true }),
    editor.registerMutationListener(SnippetNode, onMutation, { skipInitialization: true }),
    editor.registerMutationListener(FootnoteMarkNode, onMutation, { skipInitialization: true }),
    // A moved block takes its citations along without touching them; only their order changes.
    editor.registerUpdateListener((update) => {
      if (replacesState(update)) onMutation();
      else if ([...update.dirtyElements.values()].includes(true)) schedule();
    }),
    client.on('articles.changed', ({ marksOnly }) => {
      if (marksOnly === true) return;
      asked = '';
      schedule();
    }),
  ];
  schedule(0);
  client.call('citations.styles', {}).then(
    (styles) => {
      classes = new Map(styles.map((known) => [known.id, known.class]));
      if (state.get().formatted === null) renumber();
    },
    () => undefined,
  );

  return {
    state,
    setStyle(nextStyle, nextLanguage) {
      style = { styleId: nextStyle, language: nextLanguage };
      schedule(0);
    },
    refresh() {
      asked = '';
      schedule(0);
    },
    itemsOf: (key) => editor.read(() => $itemsOf(key)),
    dispose() {
      clearTimeout(timer);
      run += 1;
      for (const stop of stops) stop();
    },
  };
}

/** `Author, Title, Publication, 9 May 2023`, with what there is; the date as `language` writes it, or the window. */
export function sourceName(article: ArticleSummary, language?: string): string {
  const { issued } = article.csl;
  const author = authorLine(article.csl);
  const publication = publicationName(article);
  return [
    author,
    article.title,
    publication === author ? null : publication,
    issued && formatIsoDate(cslDateToIso(issued), language),
  ]
    .filter((part) => part !== null && part !== undefined && part !== '')
    .join(', ');
}

function $itemsOf(key: NodeKey): CitationCluster | null {
  const node = $getNodeByKey(key);
  return $isCitationNode(node) || $isSnippetNode(node) ? node.getItems() : null;
}

function clustersOf(editor: LexicalEditor, keys: NodeKey[]): CitationCluster[] {
  return editor.read(() => keys.map((key) => $itemsOf(key)!));
}

function viewsOf({ formatted, keys }: CitationsState): Map<NodeKey, CitationView> {
  const views = new Map<NodeKey, CitationView>();
  for (const [index, key] of keys.entries()) {
    const cluster = formatted?.clusters[index];
    if (cluster === undefined) continue;
    views.set(key, viewOf(cluster));
  }
  return views;
}

function viewOf(cluster: FormattedCluster): CitationView {
  const running = runningText(cluster);
  const text = plainText(running);
  const { noteNumber, content } = cluster;
  if (noteNumber === null) return { label: text, note: false, description: text, rich: running };
  return {
    label: String(noteNumber),
    lead: text,
    note: true,
    description: plainText(content),
    rich: content,
  };
}

async function loadSources(
  clusters: CitationCluster[],
): Promise<Pick<CitationsState, 'articles' | 'snippets'>> {
  const items = clusters.flat();
  const articleIds = [...new Set(items.map((item) => item.articleId))];
  const snippetIds = [...new Set(items.flatMap((item) => item.snippetId ?? []))];
  const [articles, snippets] = await Promise.all([
    articleIds.length === 0 ? [] : client.call('articles.summaries', { ids: articleIds }),
    snippetIds.length === 0 ? [] : client.call('snippets.get', { ids: snippetIds }),
  ]);
  return {
    articles: new Map(articles.map((article) => [article.id, article])),
    snippets: new Map(snippets.map((snippet) => [snippet.id, snippet])),
  };
}
