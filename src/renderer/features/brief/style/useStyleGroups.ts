import { useEffect, useMemo, useState } from 'react';
import type { CitationStyle } from '#contract/styles.ts';
import { useOperation } from '../../../api/useOperation.ts';

export interface StyleGroup {
  label: string;
  items: CitationStyle[];
}

/** Milliseconds after the last key before all styles are searched. */
const SEARCH_AFTER = 120;
/** Nobody reads more than these: typing narrows them. */
const MOST_FOUND = 60;

/** What the picker lists for what was typed: the style of the brief, the short list, the installed, all others. */
export function useStyleGroups(
  current: CitationStyle,
  typed: string,
): { groups: StyleGroup[]; searching: boolean } {
  const words = typed.trim();
  const [asked, setAsked] = useState(words);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(words), SEARCH_AFTER);
    return () => clearTimeout(timer);
  }, [words]);
  const { data: known } = useOperation('citations.styles', {}, ['styles.changed']);
  const found = useOperation(
    'citations.findStyles',
    asked === '' ? null : { words: asked, limit: MOST_FOUND },
    ['styles.changed'],
  );

  const groups = useMemo(() => {
    const others = (known ?? []).filter(({ id }) => words !== '' || id !== current.id);
    const fitting = others.filter(({ title, id }) => fits(`${title} ${id}`, words));
    const all = words === '' ? null : found.data;
    const list = [
      { label: 'This brief', items: words === '' ? [current] : [] },
      { label: 'At hand', items: fitting.filter(({ origin }) => origin === 'at-hand') },
      { label: 'Installed', items: fitting.filter(({ origin }) => origin === 'installed') },
      {
        label:
          all !== null && all.total > all.styles.length
            ? `All styles: ${all.styles.length} of ${all.total}`
            : 'All styles',
        items: all?.styles ?? [],
      },
    ];
    return list.filter(({ items }) => items.length > 0);
  }, [known, found.data, current, words]);
  return { groups, searching: words !== asked || found.loading };
}

function fits(text: string, words: string): boolean {
  const folded = fold(text);
  return fold(words)
    .split(/\s+/u)
    .every((word) => folded.includes(word));
}

function fold(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
