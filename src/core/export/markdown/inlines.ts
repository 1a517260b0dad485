/** Inline content of the document AST, and formatted citations, as mdast. */
import type { Html, Link, PhrasingContent } from 'mdast';
import type { MarkdownFlavour } from '#contract/export.ts';
import { type CitationCluster, type RichText, runningText } from '#domain/citation.ts';
import type { Caption, CrossReference, Heading, Inline, Jump, Mark } from '#domain/document/ast.ts';
import { contentInText, wantsSpaceBefore } from '../citationSpace.ts';
import { safeLink } from '../links.ts';
import type { Notes } from './blocks.ts';
import { citationByKey } from './byKey.ts';
import { noteMark } from './noteMarks.ts';

/** Marks from the outermost to the innermost, so that neighbours open and close as little as possible. */
const NESTING: readonly Exclude<Mark, 'code'>[] = [
  'bold',
  'italic',
  'strikethrough',
  'underline',
  'highlight',
  'superscript',
  'subscript',
];

/** Marks that Markdown has no signs for: elements. */
const HTML_TAGS: Partial<Record<Mark, string>> = {
  strikethrough: 'del',
  underline: 'u',
  highlight: 'mark',
  superscript: 'sup',
  subscript: 'sub',
};
/** Pandoc reads these elements as what they mean, and no others. */
const PANDOC_CLASSES: Partial<Record<Mark, string>> = { underline: 'underline', highlight: 'mark' };

/** `lineBreak` is what a break becomes. */
export function phrasing(
  inlines: Inline[],
  notes: Notes,
  lineBreak: PhrasingContent = { type: 'break' },
): PhrasingContent[] {
  const written: PhrasingContent[] = [];
  const parts = parted(inlines);
  for (const [index, inline] of parts.entries()) {
    if (inline.type === 'text') append(written, markedText(inline.text, inline.marks, notes.flavour));
    else if (inline.type === 'break') written.push(lineBreak);
    else if (inline.type === 'crossReference') append(written, [referencePhrasing(inline, notes)]);
    else if (inline.type === 'citation') {
      const byKey = citationByKey(inline.items, notes, parts, index);
      if (byKey !== null) {
        append(written, byKey);
        continue;
      }
      const cited = citationPhrasing(inline.items, notes, (content) => contentInText(content, parts, index));
      if (cited[0]?.type !== 'footnoteReference' && wantsSpaceBefore(parts, index))
        append(written, [{ type: 'text', value: ' ' }]);
      append(written, cited);
    } else if (inline.type === 'footnote') append(written, noteMark(notes, notes.footnote(inline), inline));
    else if (inline.type === 'jump') append(written, jumpPhrasing(inline, notes));
    else {
      const children = phrasing(inline.children, notes, lineBreak);
      const url = safeLink(inline.url);
      if (url === null || children.length === 0 || holdsLink(children)) append(written, children);
      else written.push(link(url, children));
    }
  }
  return written;
}

/**
 * What stands in the text, fitted by `joined` to the words around it, with a footnote reference for a note, which is
 * then to be defined.
 */
export function citationPhrasing(
  cluster: CitationCluster,
  notes: Notes,
  joined: (content: RichText) => RichText = (content) => content,
): PhrasingContent[] {
  const formatted = notes.citation(cluster);
  const { noteNumber, content } = formatted;
  const inText = runningText(formatted);
  const written = richPhrasing(noteNumber === null ? joined(inText) : inText, notes.flavour);
  const evidence = notes.evidence(cluster);
  if (noteNumber === null) return [...written, ...phrasing(evidence, notes)];
  return [...written, ...noteMark(notes, noteNumber, content, evidence)];
}

function referencePhrasing(reference: CrossReference, notes: Notes): PhrasingContent {
  const { text, to } = notes.reference(reference);
  const words = { type: 'text', value: text } as const;
  return to === null ? words : { type: 'link', url: `#${anchorName(to)}`, children: [words] };
}

/** An anchor and a link, of which each may be missing. */
function jumpPhrasing({ name, to, text, marks }: Jump, { flavour }: Notes): PhrasingContent[] {
  const words = markedText(text, marks, flavour);
  const written: PhrasingContent[] = to === null ? words : [{ type: 'link', url: `#${to}`, children: words }];
  return name === null ? written : [...anchorHtml(name, flavour), ...written];
}

/** Where links within the file lead to. Of inline elements Pandoc reads `span` alone. */
export function anchorHtml(name: string, flavour: MarkdownFlavour): Html[] {
  const element = flavour === 'pandoc' ? 'span' : 'a';
  return [html(`<${element} id="${name}">`), html(`</${element}>`)];
}

/** Ids of HTML that hold nothing to escape. */
export function anchorName({ anchor = '' }: Heading | Caption): string {
  return `ref-${anchor.replaceAll(/[^\p{L}\p{N}_-]+/gu, '-')}`;
}

export function richPhrasing(rich: RichText, flavour: MarkdownFlavour): PhrasingContent[] {
  const written: PhrasingContent[] = [];
  for (const { text, marks = [], url } of rich) {
    const known = marks.filter((mark) => mark !== 'smallcaps');
    const children = markedText(text, known, flavour);
    const target = url === undefined ? null : safeLink(url);
    if (target === null) append(written, children);
    else written.push(link(target, children));
  }
  return written;
}

export function html(value: string): Html {
  return { type: 'html', value };
}

/**
 * A line break in text is one: Markdown would fold it, and after a tag it would begin a block of HTML. At
 * either end of a block it is nothing in Markdown, and its sign would be printed.
 */
export function parted(inlines: Inline[]): Inline[] {
  const lines: Inline[] = [];
  for (const inline of inlines) {
    if (inline.type !== 'text') {
      lines.push(inline);
      continue;
    }
    for (const [index, text] of inline.text.split(/\r\n|[\n\r\u2028\u2029]/).entries()) {
      if (index > 0) lines.push({ type: 'break' });
      const before = lines.at(-1);
      const isSame = before?.type === 'text' && sameMarks(before.marks, inline.marks);
      if (isSame) lines[lines.length - 1] = { ...before, text: before.text + text };
      else if (text !== '') lines.push({ type: 'text', text, marks: inline.marks });
    }
  }
  const start = lines.findIndex((inline) => !isBlank(inline));
  return start === -1 ? [] : lines.slice(start, lines.findLastIndex((inline) => !isBlank(inline)) + 1);
}

function sameMarks(one: readonly Mark[], other: readonly Mark[]): boolean {
  return one.length === other.length && one.every((mark) => other.includes(mark));
}

function isBlank(inline: Inline): boolean {
  if (inline.type === 'link') return inline.children.every(isBlank);
  return inline.type === 'break' || (inline.type === 'text' && inline.text.trim() === '');
}

function markedText(text: string, marks: readonly Mark[], flavour: MarkdownFlavour): PhrasingContent[] {
  let content: PhrasingContent[] = [
    marks.includes('code') ? { type: 'inlineCode', value: text } : { type: 'text', value: text },
  ];
  for (const mark of NESTING.toReversed()) if (marks.includes(mark)) content = wrap(content, mark, flavour);
  // The signs of what is struck out and of what is lowered would run together.
  const touches = flavour === 'pandoc' && marks.includes('subscript') && marks.includes('strikethrough');
  return touches ? [html('<span>'), ...content, html('</span>')] : content;
}

function wrap(
  children: PhrasingContent[],
  mark: Exclude<Mark, 'code'>,
  flavour: MarkdownFlavour,
): PhrasingContent[] {
  if (mark === 'bold') return [{ type: 'strong', children }];
  if (mark === 'italic') return [{ type: 'emphasis', children }];
  if (mark === 'strikethrough' && flavour !== 'commonmark') return [{ type: 'delete', children }];
  if (flavour === 'pandoc') {
    if (mark === 'superscript' || mark === 'subscript') return [{ type: mark, children }];
    return [html(`<span class="${PANDOC_CLASSES[mark]}">`), ...children, html('</span>')];
  }
  return [html(`<${HTML_TAGS[mark]}>`), ...children, html(`</${HTML_TAGS[mark]}>`)];
}

/** Neighbours of one kind become one, since `**a****b**` would not read as two. */
function append(into: PhrasingContent[], added: PhrasingContent[]): void {
  for (const node of added) {
    const previous = into.at(-1);
    if (previous?.type === 'text' && node.type === 'text') previous.value += node.value;
    else if (
      previous !== undefined &&
      (node.type === 'strong' ||
        node.type === 'emphasis' ||
        node.type === 'delete' ||
        node.type === 'superscript' ||
        node.type === 'subscript') &&
      previous.type === node.type
    )
      append(previous.children, node.children);
    else if (previous?.type === 'inlineCode' && node.type === 'inlineCode') previous.value += node.value;
    else if (runTogether(previous, node)) into.push(html('<!-- -->'), node);
    else into.push(node);
  }
}

/** Their signs, `~~` and `~`, would be three of one. */
function runTogether(previous: PhrasingContent | undefined, node: PhrasingContent): boolean {
  const pair = [previous?.type, node.type];
  return pair.includes('delete') && pair.includes('subscript');
}

/** `children` hold no link of their own: see `holdsLink`. */
function link(url: string, children: PhrasingContent[]): Link {
  return { type: 'link', url, children };
}

function holdsLink(children: PhrasingContent[]): boolean {
  return children.some(
    (child) => child.type === 'link' || ('children' in child && holdsLink(child.children)),
  );
}
