import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import type { Completion } from '#contract/search.ts';
import { client } from '../../api/client.ts';

export interface Completions {
  /** Empty: the list is closed. */
  items: readonly Completion[];
  active: number;
  /** Asks what could be typed at the caret, a UTF-16 offset in the text. */
  ask: (text: string, caret: number) => void;
  take: (item: Completion) => void;
  close: () => void;
  /** True where the key was for the list. */
  onKeyDown: (event: KeyboardEvent) => boolean;
}

interface Offer {
  items: readonly Completion[];
  text: string;
  active: number;
}

const CLOSED: Offer = { items: [], text: '', active: -1 };

/**
 * Completions for a text field. Enter and Tab take the chosen one, and Tab the first where none is chosen. The
 * first value is chosen from the start; a word or a field is not, so that Enter opens what was found.
 */
export function useCompletions(change: (text: string, caret: number) => void): Completions {
  const [offer, setOffer] = useState(CLOSED);
  const question = useRef(0);
  const { items, text, active } = offer;

  const close = useCallback(() => {
    question.current += 1;
    setOffer(CLOSED);
  }, []);
  useEffect(() => close, [close]);

  const ask = useCallback((query: string, caret: number) => {
    question.current += 1;
    const asked = question.current;
    if (query.trim() === '') {
      setOffer(CLOSED);
      return;
    }
    client.call('search.complete', { query, caret }).then(
      (answer) => {
        if (asked !== question.current) return;
        const isValue = answer.items[0]?.kind === 'value';
        setOffer({ items: answer.items, text: query, active: isValue ? 0 : -1 });
      },
      // What could be typed is a help only: the search itself says what is wrong.
      () => asked === question.current && setOffer(CLOSED),
    );
  }, []);

  const take = useCallback(
    ({ from, to, insert, kind }: Completion) => {
      const rest = text.slice(to);
      const inQuotes = text[from - 1] === '"' && kind === 'word';
      const gap = kind === 'field' || rest !== '' || inQuotes ? '' : ' ';
      const caret = from + insert.length + gap.length;
      const completed = text.slice(0, from) + insert + gap + rest;
      close();
      change(completed, caret);
      if (kind === 'field') ask(completed, caret);
    },
    [ask, change, close, text],
  );

  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (items.length === 0 || event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey)
      return false;
    const chosen = items[active] ?? (event.key === 'Tab' && !event.shiftKey ? items[0] : undefined);
    if ((event.key === 'Tab' || event.key === 'Enter') && chosen !== undefined && !event.shiftKey)
      take(chosen);
    else if (event.key === 'Escape') close();
    else if (event.key === 'ArrowDown' && active < items.length - 1)
      setOffer({ ...offer, active: active + 1 });
    else if (event.key === 'ArrowUp' && active >= 0) setOffer({ ...offer, active: active - 1 });
    else {
      // Past the end the arrow goes on into the results.
      if (event.key === 'ArrowDown') close();
      return false;
    }
    event.preventDefault();
    return true;
  };

  return { items, active, ask, take, close, onKeyDown };
}
