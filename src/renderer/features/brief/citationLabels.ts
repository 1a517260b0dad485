/** Keeps the labels of a brief's citations, its quotes' attributions and its sources up to date. */
import type { ArticleSummary } from '#domain/article.ts';
import { publicationName } from '#domain/article.ts';
import {
  type CitationCluster,
  type CitationsProgress,
  type FormattedCitations,
  type FormattedCluster,
  plainText,
  runningText,
} from '#domain/citation.ts';
import { authorLine, cslDateToIso } from '#domain/csl.ts';
import { numberNotes } from '#domain/noteNumbers.ts';
import type { Snippet } from '#domain/snippet.ts';
import { $bibliography } from '#editor/bibliography/actions.ts';
import { BibliographyNode } from '#editor/bibliography/BibliographyNode.ts';
import { $isCitationNode, CitationNode } from '#editor/citation/CitationNode.ts';
import { citationsInView } from '#editor/citation/inView.ts';
import {
  addCitationViews,
  type CitationView,
  citationView,
  setCitationViews,
} from '#editor/citation/view.ts';
import { replacesState } from '#editor/document/replaced.ts';
import { FootnoteMarkNode } from '#editor/footnote/FootnoteMarkNode.ts';
import { type CitedPlaces, citedPlaces } from '#editor/footnote/places.ts';
import { setFootnoteNumbers } from '#editor/footnote/view.ts';
import { setQuoteSources } from '#editor/snippet/attribution.ts';
import { $isSnippetNode, SnippetNode } from '#editor/snippet/SnippetNode.ts';
import {
  $getNodeByKey,
  type EditorState,
  type LexicalEditor,
  type MutationListener,
  type NodeKey,
} from 'lexical';
import { client } from '../../api/client.ts';
import { createStore, type Store } from '../../app/store.ts';
import { formatIsoDate } from '../../ui/dates.ts';
import { type CitationsAsked, createGathering, formatInParts } from './citationParts.ts';

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
  const classes = new Map<string, FormattedCitations['styleClass']>();
  const styleClass = () => classes.get(style.styleId) ?? state.get().formatted?.styleClass;
  let run = 0;
  /** The run whose first answer is waited for: one at a time, whatever happens meanwhile. */
  let asking: number | null = null;
  let isOutdated = false;
  let asked = '';
  /** The style of the last answer. */
  let shownStyle = '';
  /** Whose names and words are loaded, or about to be; another object once they may have changed. */
  let loading: SourceIds = { articles: new Set(), snippets: new Set() };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let moveTimer: ReturnType<typeof setTimeout> | undefined;
  /** The keys of the citations and the ids of the footnotes as they were last numbered. */
  let drawn: string[] = [];

  const schedule = (delay = DEBOUNCE): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void format(), delay);
  };

  const format = async (): Promise<void> => {
    if (asking !== null) {
      isOutdated = true;
      return;
    }
    const { keys, footnotes } = citedPlaces(editor);
    const clusters = clustersOf(editor, keys);
    const uncited = editor.read(() => [...($bibliography()?.getSettings().uncited ?? [])]);
    const question = JSON.stringify([style, clusters, footnotes, uncited]);
    const last = state.get();
    if (question === asked && last.formatted !== null && last.error === null) {
      // The same citations under other keys, as after undo.
      if (keys.join() !== last.keys.join()) draw({ ...last, keys });
      return;
    }
    asked = question;
    run += 1;
    const current = run;
    asking = current;
    const isCurrent = (): boolean => {
      if (asking === current) {
        asking = null;
        if (isOutdated) schedule(0);
        isOutdated = false;
      }
      return current === run;
    };
    try {
      const request = { ...style, clusters, footnotes, uncited };
      const show = showParts(request, keys, last);
      let sources: Promise<void> | undefined;
      await formatInParts(
        request,
        () => placesInView(keys),
        isCurrent,
        (part) => {
          show(part);
          // Behind the labels, which are looked at first.
          sources ??= showSources(clusters, uncited);
          sources.catch(() => undefined);
        },
      );
      await sources;
    } catch (error) {
      if (!isCurrent()) return;
      asked = '';
      // There is nothing that could be out of date.
      if (clusters.length === 0 && uncited.length === 0) return;
      state.set((before) => ({ ...before, error: error instanceof Error ? error.message : String(error) }));
    }
  };

  const placesInView = (keys: NodeKey[]): number[] => {
    const places = new Map(keys.map((key, at) => [key, at]));
    return citationsInView(editor).flatMap((key) => places.get(key) ?? []);
  };

  /** Draws all citations with the first part of an answer, and with the others those that came. */
  const showParts = (request: CitationsAsked, keys: NodeKey[], last: CitationsState) => {
    const styleNow = `${request.styleId} ${request.language}`;
    const before = new Map(
      shownStyle === styleNow ? last.keys.map((key, at) => [key, last.formatted?.clusters[at] ?? null]) : [],
    );
    const gather = createGathering(
      request,
      last.formatted?.bibliography ?? [],
      (at) => before.get(keys[at]!) ?? null,
    );
    let isFirst = true;
    return (part: CitationsProgress): void => {
      const { formatted, known } = gather(part);
      state.set((now) => ({ ...now, formatted, keys, error: null }));
      if (isFirst) draw({ ...state.get(), keys }, known);
      else
        addCitationViews(
          editor,
          new Map(part.clusters.map(({ at }) => [keys[at]!, viewOf(formatted.clusters[at]!)])),
        );
      isFirst = false;
      shownStyle = styleNow;
    };
  };

  /** Loads what is not loaded yet. */
  const showSources = async (clusters: CitationCluster[], uncited: number[]): Promise<void> => {
    const before = loading;
    const items = clusters.flat();
    const named = [...items.map((item) => item.articleId), ...uncited];
    const missing: SourceIds = {
      articles: new Set(named.filter((id) => !before.articles.has(id))),
      snippets: new Set(
        items.flatMap((item) => item.snippetId ?? []).filter((id) => !before.snippets.has(id)),
      ),
    };
    if (missing.articles.size + missing.snippets.size === 0) return;
    const isFirst = before.articles.size === 0;
    for (const id of missing.articles) before.articles.add(id);
    for (const id of missing.snippets) before.snippets.add(id);
    try {
      const { articles, snippets } = await loadSources(missing);
      if (before !== loading) return;
      state.set((now) => ({
        ...now,
        articles: isFirst ? articles : new Map([...now.articles, ...articles]),
        snippets: isFirst ? snippets : new Map([...now.snippets, ...snippets]),
      }));
      drawQuotes(state.get());
    } catch (error) {
      if (before === loading) forgetSources();
      throw error;
    }
  };

  const forgetSources = (): void => {
    loading = { articles: new Set(), snippets: new Set() };
  };

  const draw = (next: CitationsState, known?: boolean[]): void => {
    state.set(next);
    if (next.formatted !== null)
      setCitationViews(
        editor,
        viewsOf(next.formatted, next.keys, (at) => known?.[at] !== false),
      );
    numberFootnotes(citedPlaces(editor));
    drawQuotes(next);
  };

  const drawQuotes = ({ articles, snippets }: CitationsState): void =>
    setQuoteSources(editor, {
      names: new Map([...articles].map(([id, article]) => [id, sourceName(article, style.language)])),
      words: new Map([...snippets].map(([id, snippet]) => [id, snippet.exact])),
    });

  /** The author's own notes, in one series with those of citations. Returns the numbers of the latter. */
  const numberFootnotes = ({ keys, footnotes, ids }: CitedPlaces): (number | null)[] => {
    const isNote = styleClass() === 'note';
    const numbers = numberNotes({ clusters: keys, footnotes }, isNote);
    drawn = [...keys, ...ids];
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

  const learnClass = (): void => {
    const { styleId: id } = style;
    if (classes.has(id)) return;
    client.call('citations.style', { id }).then(
      (known) => {
        classes.set(id, known.class);
        if (state.get().formatted === null) renumber();
      },
      () => undefined,
    );
  };

  const onMutation = (): void => {
    // What is under way counts other citations.
    run += 1;
    asked = '';
    renumber();
    schedule(0);
  };
  /** Words typed in a quote change its node too, and nothing that it cites. */
  const onNodes: MutationListener = (nodes, { prevEditorState }) => {
    const itemsIn = (state: EditorState, key: NodeKey) => state.read(() => $itemsOf(key));
    const isSame = [...nodes].every(
      ([key, kind]) =>
        kind === 'updated' && itemsIn(prevEditorState, key) === itemsIn(editor.getEditorState(), key),
    );
    if (!isSame) onMutation();
  };
  /** A moved block takes its citations along without touching them; only their order changes. */
  const onMove = (): void => {
    clearTimeout(moveTimer);
    moveTimer = setTimeout(() => {
      const { keys, ids } = citedPlaces(editor);
      if ([...keys, ...ids].join() !== drawn.join()) onMutation();
    });
  };
  const stops = [
    editor.registerMutationListener(CitationNode, onNodes, { skipInitialization: true }),
    editor.registerMutationListener(SnippetNode, onNodes, { skipInitialization: true }),
    editor.registerMutationListener(FootnoteMarkNode, onNodes, { skipInitialization: true }),
    editor.registerMutationListener(BibliographyNode, () => schedule(0), { skipInitialization: true }),
    editor.registerUpdateListener((update) => {
      if (replacesState(update)) onMutation();
      else if ([...update.dirtyElements.values()].includes(true)) onMove();
    }),
    client.on('articles.changed', ({ marksOnly }) => {
      if (marksOnly === true) return;
      asked = '';
      forgetSources();
      schedule();
    }),
    client.on('styles.changed', () => {
      asked = '';
      classes.clear();
      learnClass();
      schedule(0);
    }),
  ];
  schedule(0);
  learnClass();

  return {
    state,
    setStyle(nextStyle, nextLanguage) {
      style = { styleId: nextStyle, language: nextLanguage };
      learnClass();
      schedule(0);
    },
    refresh() {
      asked = '';
      forgetSources();
      schedule(0);
    },
    itemsOf: (key) => editor.read(() => $itemsOf(key)),
    dispose() {
      clearTimeout(timer);
      clearTimeout(moveTimer);
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

/** Of the clusters that `isKnown` names by their places, and the numbers of all notes. */
function viewsOf(
  { clusters }: FormattedCitations,
  keys: NodeKey[],
  isKnown: (at: number) => boolean,
): Map<NodeKey, CitationView> {
  const views = new Map<NodeKey, CitationView>();
  for (const [at, key] of keys.entries()) {
    const cluster = clusters[at];
    if (cluster === undefined) continue;
    if (isKnown(at)) views.set(key, viewOf(cluster));
    else if (cluster.noteNumber !== null)
      views.set(key, { label: String(cluster.noteNumber), note: true, description: '' });
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

interface SourceIds {
  articles: Set<number>;
  snippets: Set<number>;
}

async function loadSources(ids: SourceIds): Promise<Pick<CitationsState, 'articles' | 'snippets'>> {
  const [articles, snippets] = await Promise.all([
    ids.articles.size === 0 ? [] : client.call('articles.summaries', { ids: [...ids.articles] }),
    ids.snippets.size === 0 ? [] : client.call('snippets.get', { ids: [...ids.snippets] }),
  ]);
  return {
    articles: new Map(articles.map((article) => [article.id, article])),
    snippets: new Map(snippets.map((snippet) => [snippet.id, snippet])),
  };
}
