/** Other ways to read the plain text that was pasted last: its lines joined, or its markup as format. */
import { changesDocument } from '#editor/document/replaced.ts';
import { markupIn, pageOfMarkdown } from '#editor/paste/markdownText.ts';
import {
  PLAIN_PASTED_COMMAND,
  pastePageInstead,
  pasteTextInstead,
  type PlainPaste,
} from '#editor/paste/otherwise.ts';
import { readWrapped, type WrappedText } from '#editor/paste/wrapped.ts';
import { COMMAND_PRIORITY_EDITOR, HISTORY_MERGE_TAG, type LexicalEditor, mergeRegister } from 'lexical';
import { createStore, type Store } from '../../../app/store.ts';
import { notifyError } from '../../../ui/toasts.ts';

interface TextOffer {
  pasted: PlainPaste;
  wrapped: WrappedText | null;
  markup: 'markdown' | 'list' | null;
}

export interface TextOffers {
  /** Null where there is nothing to offer, or no more: the text was changed. */
  offer: Store<TextOffer | null>;
  join(withoutHyphens: boolean): void;
  format(): Promise<void>;
  dismiss(): void;
  dispose(): void;
}

/** Longer text is not looked at. UTF-16 units. */
const LONGEST = 500_000;

export function offerReadings(editor: LexicalEditor): TextOffers {
  const offer = createStore<TextOffer | null>(null);
  const take = (): TextOffer | null => {
    const taken = offer.get();
    offer.set(null);
    return taken;
  };
  const stop = mergeRegister(
    editor.registerCommand(
      PLAIN_PASTED_COMMAND,
      (pasted) => {
        const { text } = pasted;
        const wrapped = text.length > LONGEST ? null : readWrapped(text);
        const markup = text.length > LONGEST ? null : markupIn(text);
        if (wrapped !== null || markup !== null) offer.set({ pasted, wrapped, markup });
        return true;
      },
      COMMAND_PRIORITY_EDITOR,
    ),
    editor.registerUpdateListener((update) => {
      const isChanged = changesDocument(update, editor) && !update.tags.has(HISTORY_MERGE_TAG);
      if (isChanged && offer.get() !== null) offer.set(null);
    }),
  );
  const done = (isDone: boolean): void => {
    if (!isDone)
      notifyError(
        new Error('The text was changed since. Undo that, or paste it anew.'),
        'The text stayed as it is',
      );
    editor.focus();
  };
  return {
    offer,
    join(withoutHyphens) {
      const taken = take();
      if (taken === null || taken.wrapped === null) return;
      const { joined, withoutHyphens: whole } = taken.wrapped;
      done(pasteTextInstead(editor, taken.pasted, withoutHyphens ? whole : joined));
    },
    async format() {
      const taken = take();
      if (taken === null) return;
      done(pastePageInstead(editor, taken.pasted, await pageOfMarkdown(taken.pasted.text)));
    },
    dismiss: () => offer.set(null),
    dispose: stop,
  };
}
