/**
 * An output format for citeproc whose marks cannot be confused with text, and its reader.
 *
 * A marked stretch is OPEN, a letter for its mark, the text, CLOSE; a link is OPEN, `l`, its address, SPLIT,
 * the text, CLOSE. The three signs are Unicode noncharacters, which no text may contain (Unicode 23.7).
 */
import type { Decorate, OutputFormat } from 'citeproc';
import type { RichText } from '#domain/citation.ts';
import { printable } from '#domain/document/characters.ts';

const OPEN = '\uFDD0';
const SPLIT = '\uFDD1';
const CLOSE = '\uFDD2';
const SIGNS = /[\uFDD0-\uFDD2]/g;

type RichMark = NonNullable<RichText[number]['marks']>[number];

const MARKS: Readonly<Record<string, RichMark | 'upright'>> = {
  i: 'italic',
  b: 'bold',
  u: 'underline',
  c: 'smallcaps',
  p: 'superscript',
  s: 'subscript',
  n: 'upright',
};

/** As a function: in a template, citeproc would read `$&` and the like in the text as signs of its own. */
const marked =
  (letter: string): Decorate =>
  (_state, text = '') =>
    OPEN + letter + text + CLOSE;

/** A web address or a bare DOI as a link; citeproc offers other addresses as DOIs, they stay text. */
function link(text: string): string {
  const address = /^10\.\d/.test(text) ? `https://doi.org/${text}` : text;
  return /^https?:\/\//i.test(address) ? `${OPEN}l${address}${SPLIT}${text}${CLOSE}` : text;
}

/** Superscript letters, which the terms of French have ("1ʳᵉ"), become letters with a mark: few fonts have them. */
const SUPERSCRIPT_LETTERS = /[ʰ-ʸˡ-ˣᴬ-ᵛ]+/gu;

export const richFormat: OutputFormat = {
  text_escape: (text = '') =>
    printable(text).replaceAll(
      SUPERSCRIPT_LETTERS,
      (letters) => `${OPEN}p${letters.normalize('NFKC')}${CLOSE}`,
    ),
  bibstart: '',
  bibend: '',
  '@font-style/italic': marked('i'),
  '@font-style/oblique': marked('i'),
  '@font-style/normal': marked('n'),
  '@font-variant/small-caps': marked('c'),
  '@font-variant/normal': false,
  '@passthrough/true': (_state, text = '') => text,
  '@font-weight/bold': marked('b'),
  '@font-weight/normal': false,
  '@font-weight/light': false,
  '@text-decoration/none': false,
  '@text-decoration/underline': marked('u'),
  '@vertical-align/baseline': false,
  '@vertical-align/sup': marked('p'),
  '@vertical-align/sub': marked('s'),
  '@strip-periods/true': (_state, text = '') => text,
  '@strip-periods/false': (_state, text = '') => text,
  '@quotes/true': (state, text) =>
    text === undefined
      ? state.getTerm('open-quote')
      : state.getTerm('open-quote') + text + state.getTerm('close-quote'),
  // Without text this is an apostrophe.
  '@quotes/inner': (state, text) =>
    text === undefined
      ? '\u2019'
      : state.getTerm('open-inner-quote') + text + state.getTerm('close-inner-quote'),
  '@quotes/false': false,
  '@cite/entry': (_state, text = '') => text,
  '@bibliography/entry'(_state, text = '') {
    return (this.system_id ?? '') + SPLIT + text;
  },
  '@display/block': (_state, text = '') => ` ${text}`,
  '@display/left-margin': (_state, text = '') => `${text} `,
  '@display/right-inline': (_state, text = '') => text,
  '@display/indent': (_state, text = '') => ` ${text}`,
  '@showid/true': (_state, text = '') => text,
  '@URL/true': (_state, text = '') => link(text),
  '@DOI/true': (_state, text = '') => link(text),
};

/** An entry of the bibliography in `richFormat` begins with the id of its item. */
export function readEntry(output: string): { id: string; text: string } {
  const split = output.indexOf(SPLIT);
  return { id: output.slice(0, split), text: output.slice(split + 1) };
}

/** What citeproc writes where the style prints nothing of a source: a sign of its own, which no text has. */
export function isNothingPrinted(output: string): boolean {
  return output === '' || output === '[NO_PRINTED_FORM]' || output.includes('[CSL STYLE ERROR');
}

/** Reads what citeproc wrote in `richFormat`. Runs are never empty, neighbours differ, spaces are single. */
export function readRichText(output: string): RichText {
  const runs: RichText = [];
  const stack: { mark: RichMark | 'upright' | null; url: string | null }[] = [];
  let position = 0;
  const add = (added: string): void => {
    let text = added.replaceAll(/ {2,}/g, ' ');
    if (runs.at(-1)?.text.endsWith(' ') === true) text = text.replace(/^ /, '');
    if (text === '') return;
    const run: RichText[number] = { text };
    const marks = marksOf(stack.map((open) => open.mark));
    if (marks.length > 0) run.marks = marks;
    const url = stack.findLast((open) => open.url !== null)?.url;
    if (url !== undefined && url !== null) run.url = url;
    const previous = runs.at(-1);
    if (previous !== undefined && previous.url === run.url && sameMarks(previous.marks, run.marks))
      previous.text += text;
    else runs.push(run);
  };
  for (const match of output.matchAll(SIGNS)) {
    if (match.index < position) continue;
    add(output.slice(position, match.index));
    position = match.index + 1;
    if (match[0] === CLOSE) stack.pop();
    else if (match[0] === OPEN) {
      const letter = output[position] ?? '';
      position += 1;
      if (letter === 'l') {
        const split = output.indexOf(SPLIT, position);
        stack.push({ mark: null, url: output.slice(position, split).replace(SIGNS, '') });
        position = split + 1;
      } else stack.push({ mark: MARKS[letter] ?? null, url: null });
    }
  }
  add(output.slice(position));
  return trimmed(runs);
}

/** `upright` inside italics takes the italics away, as titles within titles are set. */
function marksOf(open: (RichMark | 'upright' | null)[]): RichMark[] {
  const marks = new Set<RichMark>();
  for (const mark of open)
    if (mark === 'upright') marks.delete('italic');
    else if (mark !== null) marks.add(mark);
  return [...marks].toSorted();
}

function sameMarks(a: RichMark[] | undefined, b: RichMark[] | undefined): boolean {
  return (a ?? []).join() === (b ?? []).join();
}

function trimmed(runs: RichText): RichText {
  const first = runs[0];
  const last = runs.at(-1);
  if (first !== undefined) first.text = first.text.trimStart();
  if (last !== undefined) last.text = last.text.trimEnd();
  return runs.filter((run) => run.text !== '');
}
