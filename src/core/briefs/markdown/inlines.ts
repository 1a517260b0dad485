/** Running text of a Markdown file as it is stored. */
import type { Link, LinkReference, PhrasingContent } from 'mdast';
import { plainText } from './plainText.ts';
import { CROSS_REFERENCE_TYPE } from '#domain/document/crossReferences.ts';
import type { StoredNode } from '#domain/document/stored.ts';
import { percentDecoded } from '#domain/percentDecoded.ts';
import { safeLink } from '../../export/links.ts';
import { citationIn, withoutSpace } from './citations.ts';
import { closingTag, isEmptyComment, type Tag, tagOf } from './html.ts';
import { append, element, FORMAT, LINE_BREAK, textOf } from './nodes.ts';
import { noteMark } from './notes.ts';
import type { Reading } from './reading.ts';

export function inlines(nodes: readonly PhrasingContent[], reading: Reading, format = 0): StoredNode[] {
  const read: StoredNode[] = [];
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index]!;
    const end = pairEnd(nodes, index, reading);
    if (end === null) {
      const added = inline(node, reading, format);
      if (added[0]?.type === 'citation') withoutSpace(read);
      append(read, added);
      continue;
    }
    append(read, between(node, nodes.slice(index + 1, end), reading, format));
    index = end;
  }
  return read;
}

function inline(node: PhrasingContent, reading: Reading, format: number): StoredNode[] {
  switch (node.type) {
    case 'text':
      // The end of a line of the file is a space.
      return [textOf(node.value.replaceAll(/[^\S\n]*\n[^\S\n]*/gu, ' '), format)];
    case 'strong':
      return inlines(node.children, reading, format | FORMAT.bold);
    case 'emphasis':
      return inlines(node.children, reading, format | FORMAT.italic);
    case 'delete':
      return inlines(node.children, reading, format | FORMAT.strikethrough);
    case 'inlineCode':
      return [textOf(node.value, format | FORMAT.code)];
    case 'break':
      return [LINE_BREAK];
    case 'link':
      return linkOf(node, node.url, reading, format);
    case 'linkReference': {
      const url = reading.definitions.get(node.identifier)?.url;
      return url === undefined ? inlines(node.children, reading, format) : linkOf(node, url, reading, format);
    }
    case 'image':
      return pictureAsWords(node.alt ?? '', node.url, reading, format);
    case 'imageReference':
      return pictureAsWords(
        node.alt ?? '',
        reading.definitions.get(node.identifier)?.url ?? '',
        reading,
        format,
      );
    case 'footnoteReference':
      return noteMark(node.identifier, reading);
    case 'pandocCitation':
      return [citationIn(node.value, reading) ?? textOf(node.value, format)];
    case 'raisedSign':
      return [textOf(node.value, format)];
    case 'html':
      return strayHtml(node.value, reading, format);
    default:
      return [textOf(plainText(node), format)];
  }
}

/** Where what begins at `index` ends among its siblings: an element, or what stands between two signs. */
function pairEnd(nodes: readonly PhrasingContent[], index: number, { source }: Reading): number | null {
  const node = nodes[index]!;
  if (node.type === 'html') return closingTag(nodes, index);
  if (node.type !== 'raisedSign') return null;
  const end = nodes.findIndex(
    (other, at) => at > index && other.type === 'raisedSign' && other.value === node.value,
  );
  if (end <= index + 1) return null;
  const inside = source.slice(node.position?.end.offset, nodes[end]!.position?.start.offset);
  return /\s/u.test(inside) ? null : end;
}

/** The elements that say how text looks. */
const FORMATS: Readonly<Record<string, number>> = {
  u: FORMAT.underline,
  ins: FORMAT.underline,
  mark: FORMAT.highlight,
  sup: FORMAT.superscript,
  sub: FORMAT.subscript,
  del: FORMAT.strikethrough,
  s: FORMAT.strikethrough,
  b: FORMAT.bold,
  strong: FORMAT.bold,
  i: FORMAT.italic,
  em: FORMAT.italic,
  code: FORMAT.code,
  kbd: FORMAT.code,
  underline: FORMAT.underline,
};

function between(
  opening: PhrasingContent,
  inside: PhrasingContent[],
  reading: Reading,
  format: number,
): StoredNode[] {
  if (opening.type === 'raisedSign') {
    const bit = opening.value === '^' ? FORMAT.superscript : FORMAT.subscript;
    return inlines(inside, reading, format | bit);
  }
  const tag = tagOf(opening.type === 'html' ? opening.value : '')!;
  const [only, ...others] = inside;
  const note =
    only?.type === 'link' && others.length === 0 ? /^#note-(\d+)$/u.exec(only.url)?.[1] : undefined;
  if (tag.name === 'sup' && note !== undefined && reading.noteWords.has(note)) return noteMark(note, reading);
  const { href } = tag.attributes;
  if (tag.name === 'a' && href !== undefined) {
    const link: Link = { type: 'link', url: href, children: inside };
    return linkOf(link, href, reading, format);
  }
  return inlines(inside, reading, format | formatOf(tag));
}

function formatOf({ name, attributes }: Tag): number {
  const named = name === 'span' ? (attributes['class'] ?? '').split(/\s+/u) : [name];
  return named.reduce((format, each) => format | (FORMATS[each] ?? 0), 0);
}

function linkOf(node: Link | LinkReference, url: string, reading: Reading, format: number): StoredNode[] {
  if (url.startsWith('#')) return referenceTo(node, url.slice(1), reading, format);
  const children = inlines(node.children, reading, format);
  const address = safeLink(url);
  if (address !== null)
    return [element('link', children, { rel: 'noreferrer', target: null, title: null, url: address })];
  reading.warnings.add(
    `The link to “${url}” leads neither to the web nor to a mail address: it is text now.`,
  );
  return [...children, textOf(` (${url})`, format)];
}

/** To a heading or a caption of the file. */
function referenceTo(
  node: Link | LinkReference,
  name: string,
  reading: Reading,
  format: number,
): StoredNode[] {
  const target = /^ref-(.+)$/u.exec(name)?.[1];
  if (target !== undefined && reading.anchors.has(target)) return [crossReference(target, plainText(node))];
  const heading = reading.headingNames.get(percentDecoded(name).toLowerCase());
  if (heading !== undefined && heading.words === plainText(node).trim())
    return [crossReference(heading.anchor, heading.words)];
  if (!/^(?:note|mark|evidence)-/u.test(name))
    reading.warnings.add(
      `The link “${plainText(node)}” to a place in the file is text now: no heading of that name says the same.`,
    );
  return inlines(node.children, reading, format);
}

/** `last` is what it reads should its target not be there. */
function crossReference(target: string, last: string): StoredNode {
  return { type: CROSS_REFERENCE_TYPE, version: 1, target, last };
}

function pictureAsWords(alt: string, url: string, reading: Reading, format: number): StoredNode[] {
  reading.warnings.add(
    `The picture “${url}” was not found beside the file, or stands where none can: its description is left.`,
  );
  return [textOf(`![${alt}](${url})`, format)];
}

/** HTML that is no pair of tags. */
function strayHtml(html: string, reading: Reading, format: number): StoredNode[] {
  if (/^<br\s*\/?>$/iu.test(html)) return [LINE_BREAK];
  if (isEmptyComment(html)) return [];
  reading.warnings.add(`“${html}” is HTML that a brief has no place for: it is kept as text.`);
  return [textOf(html, format)];
}
