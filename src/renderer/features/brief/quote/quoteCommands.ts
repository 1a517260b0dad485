/** Commands for the quote that the caret stands in. */
import {
  $bracket,
  $leaveOut,
  $markChanges,
  $paraphrase,
  $restoreWords,
  $selectedQuote,
  $tellEmphasis,
} from '#editor/snippet/actions.ts';
import { $faithfulnessOf, $sourceWords } from '#editor/snippet/attribution.ts';
import { $isSnippetNode, type SnippetNode } from '#editor/snippet/SnippetNode.ts';
import { $emphasisOf } from '#editor/snippet/words.ts';
import { $getNodeByKey, $getSelection, HISTORY_PUSH_TAG, type LexicalEditor, type NodeKey } from 'lexical';
import type { Faithfulness } from '#domain/quotation.ts';
import type { Command } from '../../../app/commands.ts';
import { notify } from '../../../ui/toasts.ts';
import type { CitationLabels } from '../labels/citationLabels.ts';

/** At once, and undone by itself whatever was typed right before. */
const STEP = { discrete: true, tag: HISTORY_PUSH_TAG } as const;

export interface QuoteFacts {
  /** Undefined where the source's words are not known. */
  faithfulness: Faithfulness | undefined;
  emphasis: 'added' | 'original' | null;
}

/** Null where the key is no quote's. */
export function quoteFacts(editor: LexicalEditor, key: NodeKey): QuoteFacts | null {
  return editor.read(() => {
    const quote = $getNodeByKey(key);
    if (!$isSnippetNode(quote)) return null;
    return { faithfulness: $faithfulnessOf(editor, quote), emphasis: $emphasisOf(quote) };
  });
}

/** What can be done to a whole quote; each is one step of undo. */
export function quoteActions(editor: LexicalEditor, citations: CitationLabels) {
  const change = (key: NodeKey, $change: (quote: SnippetNode) => void): void =>
    editor.update(() => {
      const quote = $getNodeByKey(key);
      if ($isSnippetNode(quote)) $change(quote);
    }, STEP);
  const withWords = (key: NodeKey, $change: (quote: SnippetNode, exact: string) => void): void =>
    change(key, (quote) => {
      const exact = $sourceWords(editor, quote);
      if (exact !== undefined) $change(quote, exact);
    });
  return {
    mark: (key: NodeKey) => withWords(key, $markChanges),
    restore: (key: NodeKey) => withWords(key, $restoreWords),
    paraphrase: (key: NodeKey) => change(key, (quote) => $paraphrase(quote, citations.citesInText())),
    emphasis: (key: NodeKey, isSources: boolean) => change(key, (quote) => $tellEmphasis(quote, isSources)),
  };
}

export const LEAVE_OUT = { title: 'Leave the selected words out of the quote', shortcut: 'Alt+X' };
export const BRACKET = { title: 'Put words of your own in brackets', shortcut: 'Alt+B' };

export function leaveOut(editor: LexicalEditor): void {
  let isDone = false;
  editor.update(() => void (isDone = $leaveOut()), STEP);
  if (!isDone) notify({ title: 'Select the words of a quote that are to be left out', kind: 'warning' });
}

export function bracket(editor: LexicalEditor): void {
  editor.update(() => void $bracket(), STEP);
}

/** `isHere` tells whether the analyst works in the text. */
export function quoteCommands(
  editor: LexicalEditor,
  citations: CitationLabels,
  isHere: () => boolean,
): Command[] {
  const actions = quoteActions(editor, citations);
  const current = (): NodeKey | null => editor.read(() => $selectedQuote()?.getKey() ?? null);
  const inQuote = (): boolean => isHere() && current() !== null;
  const differs = (): boolean => {
    const key = inQuote() ? current() : null;
    return key !== null && ['altered', 'marked'].includes(quoteFacts(editor, key)?.faithfulness ?? '');
  };
  const forQuote = (run: (key: NodeKey) => void) => (): void => {
    const key = current();
    if (key === null) return;
    run(key);
    editor.focus();
  };
  const hasWords = (): boolean => inQuote() && editor.read(() => $getSelection()?.isCollapsed() === false);
  return [
    {
      id: 'quote.leaveOut',
      ...LEAVE_OUT,
      group: 'Quote',
      run: forQuote(() => leaveOut(editor)),
      enabled: hasWords,
    },
    {
      id: 'quote.bracket',
      ...BRACKET,
      group: 'Quote',
      run: forQuote(() => bracket(editor)),
      enabled: inQuote,
    },
    {
      id: 'quote.mark',
      title: 'Mark what differs from the source',
      group: 'Quote',
      shortcut: 'Alt+K',
      run: forQuote(actions.mark),
      enabled: differs,
    },
    {
      id: 'quote.restore',
      title: 'Take the source’s words back',
      group: 'Quote',
      shortcut: 'Alt+Z',
      run: forQuote(actions.restore),
      enabled: differs,
    },
    {
      id: 'quote.paraphrase',
      title: 'Change the quote into a paraphrase',
      group: 'Quote',
      shortcut: 'Alt+P',
      run: forQuote(actions.paraphrase),
      enabled: inQuote,
    },
  ];
}
