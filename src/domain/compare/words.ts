/** Compares two texts word by word. */
import { diffArrays } from 'diff';

export interface ComparedPart {
  text: string;
  /** `formatted`: the same words in another format. */
  change: 'added' | 'removed' | 'formatted' | null;
  /** A citation, a mark or a picture, named in brackets. */
  unit?: true;
}

/** A word, what stands between two, or what only changes as a whole. */
export interface Token {
  text: string;
  /** Tokens with the same key are the same. */
  key: string;
  /** Everything about it that is no words. */
  format: string;
  unit?: true;
}

/** Milliseconds after which two texts are shown as wholly different. */
const TIMEOUT = 500;

/** Without the added parts it is `before`, without the removed ones `after`. */
export function compareTokens(before: readonly Token[], after: readonly Token[]): ComparedPart[] {
  const changes = diffArrays([...before], [...after], {
    timeout: TIMEOUT,
    comparator: (left, right) => left.key === right.key,
  });
  if (changes === undefined) return [...partsOf(before, 'removed'), ...partsOf(after, 'added')];
  const steps: Step[] = [];
  let at = 0;
  for (const { value, added, removed } of changes) {
    if (removed) steps.push(...value.map((token): Step => ({ token, change: 'removed' })));
    else if (added) steps.push(...value.map((token): Step => ({ token, change: 'added' })));
    else
      for (const [index, token] of value.entries())
        steps.push({ token, change: before[at + index]!.format === token.format ? null : 'formatted' });
    if (!added) at += value.length;
  }
  return joined(inRuns(steps));
}

/** Two texts as words, without any format. */
export function compareWords(before: readonly string[], after: readonly string[]): ComparedPart[] {
  return compareTokens(before.map(plain), after.map(plain));
}

export function partsOf(tokens: readonly Token[], change: ComparedPart['change']): ComparedPart[] {
  return joined(tokens.map((token) => ({ token, change })));
}

interface Step {
  token: Token;
  change: ComparedPart['change'];
}

/** Words that changed one after the other are shown as a whole: first all that went, then all that came. */
function inRuns(steps: readonly Step[]): Step[] {
  const result: Step[] = [];
  let run: Step[] = [];
  let between: Step[] = [];
  const endRun = (): void => {
    const side = (gone: 'added' | 'removed', change: 'added' | 'removed'): Step[] =>
      run.filter((step) => step.change !== gone).map(({ token }) => ({ token, change }));
    const isMixed =
      run.some(({ change }) => change === 'added') && run.some(({ change }) => change === 'removed');
    result.push(...(isMixed ? [...side('added', 'removed'), ...side('removed', 'added')] : run), ...between);
    run = [];
    between = [];
  };
  for (const step of steps) {
    if (step.change === 'added' || step.change === 'removed') {
      run.push(...between, step);
      between = [];
    } else if (run.length > 0 && between.length === 0 && /^[^\S\n]+$/u.test(step.token.text))
      between.push(step);
    else {
      endRun();
      result.push(step);
    }
  }
  endRun();
  return result;
}

function joined(steps: readonly Step[]): ComparedPart[] {
  const parts: ComparedPart[] = [];
  for (const { token, change } of steps) {
    const last = parts.at(-1);
    if (token.unit === true) parts.push({ text: token.text, change, unit: true });
    else if (last !== undefined && last.change === change && last.unit === undefined) last.text += token.text;
    else parts.push({ text: token.text, change });
  }
  return parts;
}

function plain(text: string): Token {
  return { text, key: text, format: '' };
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Words, and what stands between them; together they are the text. */
export function splitWords(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Two texts that share fewer of their words are not versions of one. */
const SHARED_WORDS = 0.4;

/** The different words of a text. */
export function wordSet(tokens: readonly string[]): Set<string> {
  return new Set(tokens.filter((token) => /[\p{L}\p{N}]/u.test(token)));
}

/** Whether two texts, by their words, are versions of one. */
export function isVersionOf(before: ReadonlySet<string>, after: ReadonlySet<string>): boolean {
  let shared = 0;
  for (const word of before) if (after.has(word)) shared += 1;
  return shared / Math.max(1, before.size, after.size) >= SHARED_WORDS;
}
