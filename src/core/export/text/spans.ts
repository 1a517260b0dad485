/** Spans as plain text. */
import type { NoteSpan, Span, SpanMark, TextSpan } from '../flow/flow.ts';

/** Notes in the order of their marks. */
export type Notes = NoteSpan[];

/** `emphasis` shows what is set off in bold or italics or highlighted: for quotes, whose readers are told of it. */
export function spansText(spans: readonly Span[], notes: Notes, emphasis = false): string {
  return joined(spans)
    .map((span) => {
      switch (span.type) {
        case 'text':
          return marked(span, emphasis);
        case 'break':
          return '\n';
        case 'note':
          notes.push(span);
          return `[${span.number}]`;
        case 'reference':
        case 'jump':
          return span.text;
        case 'link': {
          const words = spansText(span.children, notes, emphasis);
          return isAddress(words, span.url) ? words : `${words} <${span.url.replace(/^mailto:/iu, '')}>`;
        }
      }
      return '';
    })
    .join('');
}

/** Neighbours with the same marks are one: signs around each would read as several. */
function joined(spans: readonly Span[]): Span[] {
  const parts: Span[] = [];
  for (const span of spans) {
    const last = parts.at(-1);
    if (span.type === 'text' && last?.type === 'text' && sameMarks(last, span))
      parts[parts.length - 1] = { ...last, text: last.text + span.text };
    else parts.push(span);
  }
  return parts;
}

function sameMarks(one: TextSpan, other: TextSpan): boolean {
  return one.marks.length === other.marks.length && one.marks.every((mark) => other.marks.includes(mark));
}

/** Whether a link is to the address that it reads. */
function isAddress(words: string, url: string): boolean {
  const bare = (address: string): string =>
    address.replace(/^(?:https?:\/\/|mailto:)/iu, '').replace(/\/$/u, '');
  return bare(words.trim()) === bare(url);
}

/**
 * Digits that are raised or lowered mean something else on the line: `m²` is no `m2`. What is struck out must not
 * read as if it stood.
 */
function marked({ text, marks }: TextSpan, emphasis: boolean): string {
  const has = (mark: SpanMark): boolean => marks.includes(mark);
  let words = text;
  if (has('superscript')) words = moved(text, RAISED);
  else if (has('subscript')) words = moved(text, LOWERED);
  if (has('strikethrough')) words = around(words, '~~');
  if (!emphasis) return words;
  if (has('bold') || has('italic')) words = around(words, '*');
  return has('highlight') ? around(words, '**') : words;
}

/** The signs stand beside words, not beside spaces. */
function around(text: string, sign: string): string {
  const words = text.trim();
  return words === '' ? text : text.replace(words, () => `${sign}${words}${sign}`);
}

const DIGITS = '0123456789+-=()';
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾';
const LOWERED = '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎';

function moved(text: string, into: string): string {
  return text.replaceAll(/[0-9+\-=()]/g, (sign) => into[DIGITS.indexOf(sign)]!);
}
