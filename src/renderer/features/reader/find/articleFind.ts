/** Looking for words in the article of the reader. */
import type { KeyboardEvent } from 'react';
import { createStore } from '../../../app/store.ts';
import { workspace } from '../../../app/workspace.ts';
import { onMac } from '../../../ui/Keys.tsx';
import { matchesShortcut } from '../../../ui/shortcuts.ts';
import { READER_TEXT } from '../readerState.ts';

interface ArticleFind {
  open: boolean;
  words: string;
  matchCase: boolean;
  wholeWord: boolean;
  /** Grows each time that the line is asked for. */
  asked: number;
  /** Grows with each wish to see another match; negative steps go back. */
  steps: { by: 1 | -1 | 0; turn: number };
}

/** It stays as it is from article to article. */
export const articleFind = createStore<ArticleFind>({
  open: false,
  words: '',
  matchCase: false,
  wholeWord: false,
  asked: 0,
  steps: { by: 0, turn: 0 },
});

/** Longest selection that becomes the words, in UTF-16 units. */
const LONGEST_WORDS = 200;

/** Opens the line, with what is selected in the article as the words where that is in one line. */
export function openArticleFind(): void {
  workspace.set((before) => ({ ...before, showReader: true }));
  const selection = document.getSelection();
  const isHere = document.getElementById(READER_TEXT)?.contains(selection?.anchorNode ?? null) === true;
  const selected = isHere ? (selection?.toString().trim() ?? '') : '';
  const takes = selected !== '' && selected.length <= LONGEST_WORDS && !selected.includes('\n');
  articleFind.set((before) => ({
    ...before,
    open: true,
    asked: before.asked + 1,
    ...(takes && { words: selected }),
  }));
}

export function stepArticleFind(by: 1 | -1): void {
  articleFind.set((before) => ({ ...before, steps: { by, turn: before.steps.turn + 1 } }));
}

/** The keys of the reader: what they do in the brief while the focus is there, they do in the article here. */
export function onFindKeys(event: KeyboardEvent): void {
  const is = (shortcut: string): boolean => matchesShortcut(shortcut, event.nativeEvent, onMac);
  if (is('Mod+F')) openArticleFind();
  else if (articleFind.get().open && is('F3')) stepArticleFind(1);
  else if (articleFind.get().open && is('Shift+F3')) stepArticleFind(-1);
  else return;
  event.preventDefault();
  event.stopPropagation();
}
