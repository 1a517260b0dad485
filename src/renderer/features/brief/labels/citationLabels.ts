/** Keeps the labels of a brief's citations, its quotes' attributions and its sources up to date. */
import type { CitationCluster, Cited, FormattedCitations } from '#domain/citation.ts';
import { numberNotes } from '#domain/noteNumbers.ts';
import { followCitationsInView } from '#editor/citation/inView.ts';
import { setQuoteSources } from '#editor/snippet/attribution.ts';
import type { LexicalEditor, NodeKey } from 'lexical';
import { client } from '../../../api/client.ts';
import { createStore, type Store } from '../../../app/store.ts';
import { type Answer, createAsking } from './asking.ts';
import { followCited } from './followCited.ts';
import { createLabels } from './labels.ts';
import { $itemsOf, type CitedNow, readCited } from './readCited.ts';
import { sourceName } from './sourceName.ts';
import { createSourceLoader, type LoadedSources } from './sources.ts';
import { createStyleClasses } from './styleClasses.ts';

/** Milliseconds without a change of the library before citations are formatted. */
const DEBOUNCE = 200;

export interface CitationsState extends LoadedSources {
  /** The last answer; null until the first. */
  formatted: FormattedCitations | null;
  /** The citations that `formatted` is about, in its order. */
  keys: NodeKey[];
  /** Why the labels may be out of date. */
  error: string | null;
}

export interface CitationLabels {
  state: Store<CitationsState>;
  /** Formats in another style or language from now on. */
  setStyle(styleId: string, language: string): void;
  /** Whether citations stand in the text, not in notes; false until that is known. */
  citesInText(): boolean;
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
  const ask = createAsking();
  const labels = createLabels(editor);
  const inView = followCitationsInView(editor);
  let style = { styleId, language };
  /** What is shown was formatted in. */
  let shownStyle = '';
  /** Raised whenever what is under way is no longer what is wanted. */
  let run = 0;
  /** The run whose first answer is waited for: one at a time, whatever happens meanwhile. */
  let asking: number | null = null;
  let isOutdated = false;
  /** What was asked last; null where it has to be asked again. */
  let asked: Question | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const drawQuotes = (): void => {
    const { articles, snippets } = state.get();
    const nameOf = (id: number): string | undefined => {
      const article = articles.get(id);
      return article && sourceName(article, style.language);
    };
    const wordsOf = (id: number): string | undefined => snippets.get(id)?.exact;
    setQuoteSources(editor, { names: { get: nameOf }, words: { get: wordsOf } });
  };
  const sources = createSourceLoader((loaded) => {
    state.set((before) => ({ ...before, ...loaded }));
    drawQuotes();
  });
  const classOf = () => classes.of(style.styleId) ?? state.get().formatted?.styleClass;
  const renumber = (now: CitedNow): void => {
    const styleClass = classOf();
    if (styleClass === undefined) return;
    const numbers = numberNotes(now.cited, styleClass === 'note');
    if (styleClass === 'note')
      labels.draw(
        now,
        now.keys.map((key) => labels.textOf(key)),
        numbers,
        () => inView.keys(),
      );
    else labels.drawFootnotes(now, numbers);
  };
  const classes = createStyleClasses(() => {
    if (state.get().formatted === null) renumber(readCited(editor));
  });

  const schedule = (delay = 0): void => {
    clearTimeout(timer);
    timer = setTimeout(() => format(readCited(editor)), delay);
  };

  const format = (now: CitedNow): void => {
    clearTimeout(timer);
    if (asking !== null) {
      isOutdated = true;
      return;
    }
    const question = { ...style, ...now.cited };
    if (asked !== null && isSameQuestion(asked, question)) return;
    asked = question;
    void request(now, question);
  };

  const request = async (now: CitedNow, question: Question): Promise<void> => {
    run += 1;
    const current = run;
    asking = current;
    const isCurrent = (): boolean => {
      if (asking === current) {
        asking = null;
        if (isOutdated) schedule();
        isOutdated = false;
      }
      return current === run;
    };
    const { cited } = now;
    let loading: Promise<void> | undefined;
    try {
      await ask(
        question,
        () => placesInView(now),
        isCurrent,
        (answer) => {
          show(now, answer, `${question.styleId} ${question.language}`);
          // Behind the labels, which are looked at first.
          loading ??= sources.load(cited);
          loading.catch(() => undefined);
        },
      );
      await loading;
    } catch (error) {
      if (!isCurrent()) return;
      asked = null;
      // There is nothing that could be out of date.
      if (cited.clusters.length === 0 && cited.uncited.length === 0) return;
      state.set((before) => ({ ...before, error: error instanceof Error ? error.message : String(error) }));
    }
  };

  const placesInView = ({ keys }: CitedNow): number[] => {
    const places = new Map(keys.map((key, at) => [key, at]));
    return inView.keys().flatMap((key) => places.get(key) ?? []);
  };

  /** What has not come stays as it was, under the number that it has now. */
  const show = (now: CitedNow, answer: Answer, answerStyle: string): void => {
    const isSameStyle = shownStyle === answerStyle;
    shownStyle = answerStyle;
    const { styleClass, footnotes, missing, bibliography } = answer;
    const numbers = numberNotes(now.cited, styleClass === 'note');
    const texts = answer.clusters.map(
      (text, at) => text ?? (isSameStyle ? labels.textOf(now.keys[at]!) : null),
    );
    const clusters = texts.map((text, at) => ({
      ...(text ?? { inText: null, content: [] }),
      noteNumber: numbers.own[at]!,
    }));
    // The labels first: whoever follows the state takes time as well.
    labels.draw(now, texts, numbers, () => inView.keys());
    const formatted = { styleClass, footnotes, missing, bibliography, clusters };
    state.set((before) => ({ ...before, formatted, keys: now.keys, error: null }));
  };

  /** Asks again, whatever was asked last. */
  const askAgain = (delay?: number): void => {
    asked = null;
    schedule(delay);
  };
  const stops = [
    followCited(editor, {
      onCited(places) {
        // What is under way counts other citations.
        run += 1;
        asked = null;
        const now = readCited(editor, places);
        format(now);
        renumber(now);
      },
      onListed: () => schedule(),
    }),
    client.on('articles.changed', ({ marksOnly }) => {
      if (marksOnly === true) return;
      sources.forget();
      askAgain(DEBOUNCE);
    }),
    client.on('styles.changed', () => {
      classes.forget();
      classes.learn(style.styleId);
      askAgain();
    }),
  ];
  schedule();
  classes.learn(style.styleId);

  return {
    state,
    setStyle(nextStyle, nextLanguage) {
      const isOtherLanguage = nextLanguage !== style.language;
      style = { styleId: nextStyle, language: nextLanguage };
      classes.learn(nextStyle);
      if (isOtherLanguage) drawQuotes();
      schedule();
    },
    citesInText: () => classOf() === 'in-text',
    refresh() {
      sources.forget();
      askAgain();
    },
    itemsOf: (key) => editor.read(() => $itemsOf(key)),
    dispose() {
      clearTimeout(timer);
      run += 1;
      inView.stop();
      for (const stop of stops) stop();
    },
  };
}

type Question = Cited & { styleId: string; language: string };

/** A citation that nobody touched is the same object. */
function isSameQuestion(a: Question, b: Question): boolean {
  const rest = ({ clusters: _clusters, ...others }: Question): string => JSON.stringify(others);
  return (
    a.clusters.length === b.clusters.length &&
    a.clusters.every((cluster, at) => cluster === b.clusters[at]) &&
    rest(a) === rest(b)
  );
}
