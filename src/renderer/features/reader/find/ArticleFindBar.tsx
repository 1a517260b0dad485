import { findPattern } from '#editor/find/pattern.ts';
import { CaseSensitive, ChevronDown, ChevronUp, WholeWord, X } from 'lucide-react';
import {
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useEffectEvent,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useStore } from '../../../app/store.ts';
import { IconButton } from '../../../ui/Button.tsx';
import field from '../../../ui/field.module.css';
import { formatCount } from '../../../ui/numbers.ts';
import { articleFind, stepArticleFind } from './articleFind.ts';
import { findInText } from './findInText.ts';
import { clearFound, firstInView, markFound } from './findMarks.ts';
import styles from './articleFind.module.css';

interface ArticleFindBarProps {
  /** The text of the version that is shown. */
  text: string;
  body: RefObject<HTMLElement | null>;
  scroller: RefObject<HTMLElement | null>;
}

/** The line above an article in which words are looked for. */
export function ArticleFindBar(props: ArticleFindBarProps) {
  const open = useStore(articleFind, (state) => state.open);
  return open ? <OpenBar {...props} /> : null;
}

function OpenBar({ text, body, scroller }: ArticleFindBarProps) {
  const { words, matchCase, wholeWord, asked, steps } = useStore(articleFind);
  const input = useRef<HTMLInputElement>(null);
  const shown = useRef<Range | null>(null);
  const status = useId();
  const [current, setCurrent] = useState(0);
  const { matches, cut } = useMemo(
    () =>
      words === ''
        ? { matches: [], cut: false }
        : findInText(text, findPattern(words, { matchCase, wholeWord, regex: false })),
    [text, words, matchCase, wholeWord],
  );

  const show = (index: number): void => {
    setCurrent(index);
    shown.current = body.current === null ? null : markFound(body.current, matches, index);
    shown.current?.startContainer.parentElement?.scrollIntoView({ block: 'nearest' });
  };
  const begin = useEffectEvent(() => {
    if (body.current !== null && scroller.current !== null)
      show(matches.length === 0 ? 0 : firstInView(body.current, scroller.current, matches));
  });
  const step = useEffectEvent((by: number) => {
    if (matches.length > 0) show((current + by + matches.length) % matches.length);
  });
  useEffect(() => begin(), [matches]);
  const turn = useRef(steps.turn);
  useEffect(() => {
    if (turn.current !== steps.turn) step(steps.by);
    turn.current = steps.turn;
  }, [steps]);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, [asked]);
  useEffect(() => clearFound, []);

  /** What was found is selected then, to be quoted or cited. */
  const close = (): void => {
    articleFind.set((before) => ({ ...before, open: false }));
    scroller.current?.focus();
    if (shown.current === null) return;
    const selection = document.getSelection();
    selection?.removeAllRanges();
    selection?.addRange(shown.current);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.key !== 'Escape') return;
    close();
    event.preventDefault();
    event.stopPropagation();
  };
  const toggle = (option: 'matchCase' | 'wholeWord'): void =>
    articleFind.set((before) => ({ ...before, [option]: !before[option] }));

  return (
    // The keys of all its controls.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <search className={styles.bar} onKeyDown={onKeyDown} aria-label="Find in the article">
      <input
        ref={input}
        className={field.input}
        aria-label="Find in the article"
        aria-describedby={status}
        placeholder="Find in the article"
        autoComplete="off"
        spellCheck={false}
        value={words}
        onChange={(event) => articleFind.set((before) => ({ ...before, words: event.target.value }))}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          stepArticleFind(event.shiftKey ? -1 : 1);
        }}
      />
      <IconButton
        icon={CaseSensitive}
        label="Match case"
        aria-pressed={matchCase}
        onClick={() => toggle('matchCase')}
      />
      <IconButton
        icon={WholeWord}
        label="Whole words"
        aria-pressed={wholeWord}
        onClick={() => toggle('wholeWord')}
      />
      <output id={status} className={styles.status}>
        {words === ''
          ? ''
          : matches.length === 0
            ? 'No match'
            : `${formatCount(current + 1)} of ${formatCount(matches.length)}${cut ? '+' : ''}`}
      </output>
      <IconButton
        icon={ChevronUp}
        label="Previous match in the article"
        shortcut="Shift+Enter"
        disabled={matches.length === 0}
        onClick={() => stepArticleFind(-1)}
      />
      <IconButton
        icon={ChevronDown}
        label="Next match in the article"
        shortcut="Enter"
        disabled={matches.length === 0}
        onClick={() => stepArticleFind(1)}
      />
      <IconButton icon={X} label="Close finding in the article" shortcut="Esc" onClick={close} />
    </search>
  );
}
