/** Spans as the runs of a Word paragraph. */
import type { JumpSpan, LinkSpan, NoteSpan, Span, SpanMark } from '../flow/flow.ts';
import { noteXml } from './blocks.ts';
import { tracked } from './changes.ts';
import { NO_COMMENTS } from './comments.ts';
import { byDirection, scriptOfText } from '../languages.ts';
import type { Writing } from './writing.ts';
import { escaped, val, xml } from './xml.ts';

export function runs(spans: readonly Span[], writing: Writing, marks: readonly SpanMark[] = []): string {
  const each = (span: Span): string => {
    if (span.type !== 'link') return noted(span, spanRuns(span, writing, marks), writing);
    const id = writing.relations.to('hyperlink', span.url);
    return xml('w:hyperlink', { 'r:id': id, 'w:history': 1 }, linkRuns(span.children, writing, marks));
  };
  return spans.map(each).join('');
}

/** With the change that the runs of a span are, and between the marks of its comments. */
function noted(span: Exclude<Span, LinkSpan>, content: string, writing: Writing): string {
  return writing.comments.around(span, tracked(span, content, writing));
}

function spanRuns(span: Exclude<Span, LinkSpan>, writing: Writing, marks: readonly SpanMark[]): string {
  switch (span.type) {
    case 'text':
      return textRuns(span.text, [...marks, ...span.marks], writing);
    case 'break':
      return '<w:r><w:br/></w:r>';
    case 'note':
      return noteMark(span, writing);
    case 'jump':
      return jumpRuns(span, writing, marks);
    case 'reference':
  }
  const words = textRuns(span.text, marks, writing);
  return span.change?.kind === 'deletion' ? words : reference(span.to, words, writing);
}

/** A bookmark and a link, of which each may be missing. */
function jumpRuns(
  { name, to, text, marks: own }: JumpSpan,
  writing: Writing,
  marks: readonly SpanMark[],
): string {
  const target = to === null ? undefined : writing.bookmarks.get(to);
  const words = textRuns(text, [...marks, ...own], writing, target === undefined ? undefined : 'Hyperlink');
  const link =
    target === undefined ? words : xml('w:hyperlink', { 'w:anchor': target.name, 'w:history': 1 }, words);
  return name === null ? link : bookmarked(name, link, writing);
}

export function bookmarked(id: string, content: string, { bookmarks }: Writing): string {
  const bookmark = bookmarks.get(id);
  if (bookmark === undefined) return content;
  const { name, number } = bookmark;
  return `${xml('w:bookmarkStart', { 'w:id': number, 'w:name': name })}${content}${xml('w:bookmarkEnd', { 'w:id': number })}`;
}

function linkRuns(children: readonly Span[], writing: Writing, marks: readonly SpanMark[]): string {
  const each = (child: Span): string => {
    if (child.type !== 'text') return runs([child], writing, marks);
    return noted(child, textRuns(child.text, [...marks, ...child.marks], writing, 'Hyperlink'), writing);
  };
  return children.map(each).join('');
}

/** A reference is a field that Word can renew; one to a heading with notes in it is a link. */
function reference(to: string, words: string, { bookmarks, noted }: Writing): string {
  const bookmark = bookmarks.get(to);
  if (bookmark === undefined) return words;
  if (noted.has(to)) return xml('w:hyperlink', { 'w:anchor': bookmark.name, 'w:history': 1 }, words);
  return field(`REF ${bookmark.name} \\h`, words);
}

/** A field with what it showed last; `result` are runs, and `looks` their properties where they have any. */
export function field(instruction: string, result: string, looks = ''): string {
  return fieldStart(instruction, looks) + result + sign('end', looks);
}

export function fieldStart(instruction: string, looks = ''): string {
  const words = xml('w:instrText', { 'xml:space': 'preserve' }, escaped(` ${instruction} `));
  return sign('begin', looks) + xml('w:r', {}, looks, words) + sign('separate', looks);
}

function sign(type: string, looks: string): string {
  return xml('w:r', {}, looks, xml('w:fldChar', { 'w:fldCharType': type }));
}
export const FIELD_END = sign('end', '');

function noteMark(note: NoteSpan, writing: Writing): string {
  const { notes } = writing;
  // Word numbers notes by where their marks stand, which is our order, too.
  const id = notes.written.length + 1;
  notes.written.push('');
  notes.written[id - 1] = noteXml(id, note.blocks, {
    ...writing,
    relations: notes.relations,
    comments: NO_COMMENTS,
  });
  return xml('w:r', {}, NOTE_STYLE, xml('w:footnoteReference', { 'w:id': id }));
}

export const NOTE_STYLE = xml('w:rPr', {}, val('rStyle', 'FootnoteReference'));

/** Runs of one direction and language each. */
export function textRuns(
  text: string,
  marks: readonly SpanMark[],
  { script: usual }: Pick<Writing, 'script'>,
  style?: string,
): string {
  return byDirection(text)
    .map(({ text: part, rightToLeft }) => {
      const script = scriptOfText(part);
      const other = script !== null && script.language !== usual.language ? script : null;
      const looks = properties(marks, style, rightToLeft, other);
      return xml('w:r', {}, looks, ...tabbed(part));
    })
    .join('');
}

function tabbed(text: string): string[] {
  return text
    .split('\t')
    .flatMap((part, index) => [
      ...(index > 0 ? ['<w:tab/>'] : []),
      ...(part === '' ? [] : [xml('w:t', { 'xml:space': 'preserve' }, escaped(part))]),
    ]);
}

/** In the order of the schema (ECMA-376, part 1, 17.3.2.28). */
function properties(
  marks: readonly SpanMark[],
  style: string | undefined,
  rightToLeft: boolean,
  script: { font: string; language: string } | null,
): string {
  const has = (mark: SpanMark): boolean => marks.includes(mark);
  const named = style ?? (has('code') ? 'VerbatimChar' : undefined);
  const raised = has('superscript') ? 'superscript' : has('subscript') ? 'subscript' : undefined;
  const content = [
    named === undefined ? '' : val('rStyle', named),
    script === null ? '' : xml('w:rFonts', { 'w:eastAsia': script.font }),
    has('bold') ? '<w:b/><w:bCs/>' : '',
    has('italic') ? '<w:i/><w:iCs/>' : '',
    has('smallcaps') ? '<w:smallCaps/>' : '',
    has('strikethrough') ? '<w:strike/>' : '',
    has('highlight') ? val('highlight', 'yellow') : '',
    has('underline') ? val('u', 'single') : '',
    raised === undefined ? '' : val('vertAlign', raised),
    rightToLeft ? '<w:rtl/>' : '',
    script === null ? '' : xml('w:lang', { 'w:eastAsia': script.language }),
  ].join('');
  return content === '' ? '' : xml('w:rPr', {}, content);
}
