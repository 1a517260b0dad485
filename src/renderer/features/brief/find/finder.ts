/** Looks for words in a brief and replaces them, while its bar is open. */
import { changesDocument } from '#editor/document/replaced.ts';
import { clearMarks, markMatches, matchRange } from '#editor/find/highlights.ts';
import { $findMatches, replaceMatches, $selectMatch, type TextMatch } from '#editor/find/matches.ts';
import { type FindOptions, findPattern, replacementFor } from '#editor/find/pattern.ts';
import { $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical';
import { createStore, type Store } from '../../../app/store.ts';

export interface FindState {
  open: boolean;
  /** The line for the words that are put in place is shown. */
  replacing: boolean;
  words: string;
  replacement: string;
  options: FindOptions;
  matches: readonly TextMatch[];
  /** There are more matches than are looked for. */
  cut: boolean;
  /** The match that is shown, an index into `matches`; -1 where there is none. */
  current: number;
  /** Why it could not be looked for. */
  error: string | null;
  /** What the last replacing came to, as a sentence. */
  outcome: string | null;
}

export interface Finder {
  state: Store<FindState>;
  /** Opens the bar, with what is selected as the words where that is in one line. */
  open(replacing: boolean): void;
  /** Closes it; the match that is shown is selected, and the text has the focus. */
  close(): void;
  change(part: Partial<Pick<FindState, 'words' | 'replacement' | 'replacing'>>): void;
  toggle(option: keyof FindOptions): void;
  /** Shows the next match, or the one before, and begins anew at the end. */
  step(by: 1 | -1): void;
  /** Replaces the match that is shown, and shows the next. */
  replaceOne(): void;
  /** Replaces all matches but those in quotes, in one step of undo. */
  replaceAll(): void;
  dispose(): void;
}

/** Milliseconds without a change of the text before it is looked through again. */
const SETTLE = 150;
/** Longest selection that becomes the words, in UTF-16 units. */
const LONGEST_WORDS = 200;

const CLOSED: FindState = {
  open: false,
  replacing: false,
  words: '',
  replacement: '',
  options: { matchCase: false, wholeWord: false, regex: false },
  matches: [],
  cut: false,
  current: -1,
  error: null,
  outcome: null,
};

export function createFinder(editor: LexicalEditor): Finder {
  const state = createStore<FindState>(CLOSED);
  let timer: ReturnType<typeof setTimeout> | undefined;

  const put = (part: Partial<FindState>): void => state.set((before) => ({ ...before, ...part }));

  const mark = (): void => {
    const { open, matches, current } = state.get();
    if (open) markMatches(editor, matches, current);
    else clearMarks();
  };

  const show = (current: number): void => {
    put({ current });
    mark();
    const match = state.get().matches[current];
    if (match === undefined) return;
    editor.update(() => $selectMatch(match), { discrete: true });
    const element = matchRange(editor, match)?.startContainer.parentElement;
    element?.scrollIntoView({ block: 'nearest' });
  };

  /** Looks again; `from` chooses the match to show among those that are found. */
  const look = (from: (matches: readonly TextMatch[]) => number): void => {
    clearTimeout(timer);
    const { words, options } = state.get();
    if (words === '') {
      put({ matches: [], cut: false, current: -1, error: null });
      mark();
      return;
    }
    try {
      const pattern = findPattern(words, options);
      const found = editor.read(() => $findMatches(pattern));
      put({ ...found, current: from(found.matches), error: null });
    } catch (error) {
      put({
        matches: [],
        cut: false,
        current: -1,
        error: error instanceof Error ? error.message : String(error),
      });
    }
    mark();
  };

  /** The first match at the caret or behind it. */
  const fromCaret = (matches: readonly TextMatch[]): number => {
    if (matches.length === 0) return -1;
    const behind = editor.read(() => {
      const selection = $getSelection();
      if (!$isRangeSelection(selection)) return 0;
      const start = selection.isBackward() ? selection.focus : selection.anchor;
      const caret = start.getNode();
      return matches.findIndex(({ start: place }) =>
        place.key === start.key ? place.offset >= start.offset : isBehind(editor, place.key, caret.getKey()),
      );
    });
    return Math.max(0, behind);
  };

  const lookAndShow = (): void => {
    look(fromCaret);
    show(state.get().current);
  };

  const stop = editor.registerUpdateListener((update) => {
    if (!state.get().open || !changesDocument(update, editor)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      const { current } = state.get();
      look((matches) => Math.min(current, matches.length - 1));
    }, SETTLE);
  });

  const replace = (matches: readonly TextMatch[]): number => {
    const { replacement, options } = state.get();
    return replaceMatches(editor, matches, (found) => replacementFor(found, replacement, options));
  };

  return {
    state,
    open(replacing) {
      const selected = editor.read(() => $getSelection()?.getTextContent() ?? '');
      const words =
        selected === '' || selected.length > LONGEST_WORDS || selected.includes('\n') ? null : selected;
      put({
        open: true,
        replacing: replacing || state.get().replacing,
        outcome: null,
        ...(words !== null && { words }),
      });
      lookAndShow();
    },
    close() {
      clearTimeout(timer);
      put({ open: false, replacing: false, outcome: null });
      clearMarks();
      editor.focus();
    },
    change(part) {
      put({ ...part, outcome: null });
      if (part.words !== undefined) lookAndShow();
    },
    toggle(option) {
      put({ options: { ...state.get().options, [option]: !state.get().options[option] }, outcome: null });
      lookAndShow();
    },
    step(by) {
      const { matches, current } = state.get();
      if (matches.length > 0) show((current + by + matches.length) % matches.length);
    },
    replaceOne() {
      // What was typed a moment ago may have moved it.
      const { current } = state.get();
      look((matches) => Math.min(current, matches.length - 1));
      const match = state.get().matches[state.get().current];
      if (match === undefined) return;
      if (match.quoted) put({ outcome: 'This stands in a quote, whose words are the source’s.' });
      else {
        replace([match]);
        look(fromCaret);
        put({ outcome: null });
      }
      if (match.quoted && state.get().matches.length > 1) this.step(1);
      else show(state.get().current);
    },
    replaceAll() {
      look(fromCaret);
      const { matches, cut } = state.get();
      if (matches.length === 0) return;
      const count = replace(matches);
      look(fromCaret);
      put({ outcome: outcomeOf(count, matches.length - count, cut) });
    },
    dispose() {
      clearTimeout(timer);
      stop();
      if (state.get().open) clearMarks();
    },
  };
}

function isBehind(editor: LexicalEditor, key: string, caret: string): boolean {
  const element = editor.getElementByKey(key);
  const other = editor.getElementByKey(caret);
  if (element === null || other === null) return false;
  return (other.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

function outcomeOf(replaced: number, quoted: number, cut: boolean): string {
  const done = replaced === 1 ? 'Replaced 1.' : `Replaced ${replaced}.`;
  const left =
    quoted === 0
      ? ''
      : ` ${quoted === 1 ? '1 in a quote stays' : `${quoted} in quotes stay`} as the source has it.`;
  return done + left + (cut ? ' There are more: replace again.' : '');
}
