/** Spans as HTML. */
import type { Direction } from '#domain/document/ast.ts';
import type { NoteSpan, Span, SpanMark } from '../flow/flow.ts';
import { byScript } from '../languages.ts';
import { escaped, tag } from './tags.ts';

/** What the parts of a page share. */
export interface Page {
  /** BCP 47. */
  language: string;
  /** In which what is being written is read. */
  dir: Direction;
  /** SHA-256 of a picture to its address. */
  pictures: ReadonlyMap<string, string>;
  /** Notes in the order of their marks. */
  notes: NoteSpan[];
}

const ELEMENTS: Readonly<Record<SpanMark, [name: string, className?: string]>> = {
  bold: ['strong'],
  italic: ['em'],
  underline: ['u'],
  strikethrough: ['s'],
  superscript: ['sup'],
  subscript: ['sub'],
  code: ['code'],
  highlight: ['mark'],
  smallcaps: ['span', 'smallcaps'],
};

export function spansHtml(spans: readonly Span[], page: Page): string {
  return spans
    .map((span) => {
      switch (span.type) {
        case 'text':
          return textHtml(span.text, span.marks, page);
        case 'break':
          return '<br>';
        case 'link':
          return linkHtml(span.url, span.children, page);
        case 'reference':
          return tag('a', { href: `#${span.to}` }, textHtml(span.text, [], page));
        case 'jump': {
          const words = textHtml(span.text, span.marks, page);
          const id = span.name ?? undefined;
          return span.to === null ? tag('span', { id }, words) : tag('a', { id, href: `#${span.to}` }, words);
        }
        case 'note':
          return noteMark(span, page);
      }
      return '';
    })
    .join('');
}

/** Words in another script than the page's are told to be in their language, so that they are read out in it. */
function textHtml(text: string, marks: readonly SpanMark[], { language }: Page): string {
  const own = language.split('-')[0]!.toLowerCase();
  const content = byScript(text)
    .map((part) =>
      part.language === null || part.language === own
        ? escaped(part.text)
        : tag('span', { lang: part.language }, escaped(part.text)),
    )
    .join('');
  return marks.reduceRight((inner, mark) => {
    const [name, className] = ELEMENTS[mark];
    return tag(name, { class: className }, inner);
  }, content);
}

/** HTML has no links in links: the marks of notes stand between the parts of theirs. */
function linkHtml(url: string, children: readonly Span[], page: Page): string {
  const parts: string[] = [];
  let words: Span[] = [];
  const end = (): void => {
    if (words.length > 0) parts.push(tag('a', { href: url }, spansHtml(words, page)));
    words = [];
  };
  for (const child of children) {
    if (child.type !== 'note') {
      words.push(child);
      continue;
    }
    end();
    parts.push(noteMark(child, page));
  }
  end();
  return parts.join('');
}

function noteMark(note: NoteSpan, { notes }: Page): string {
  notes.push(note);
  const { number } = note;
  const link = { id: `mark-${number}`, href: `#note-${number}`, role: 'doc-noteref' };
  return tag('sup', {}, tag('a', link, String(number)));
}
