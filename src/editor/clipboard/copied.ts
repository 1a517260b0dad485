/** What other programs are given: formatted text with footnotes, and plain text with the same words. */
import { tsvField } from '../table/clipboard/tsv.ts';
import { $getDocument, type NodeKey } from 'lexical';

/** On an element that stands for the mark of a note: which note. */
const NOTE_ATTRIBUTE = 'data-note';

/** The mark of a citation's note, by the citation's key, as `exportDOM` gives it. */
export function markOfCitation(key: NodeKey, number: string): HTMLElement {
  return mark(`citation ${key}`, number);
}

/** The mark of an author's footnote, by its id. */
export function markOfFootnote(id: string, number: string): HTMLElement {
  return mark(`footnote ${id}`, number);
}

export function citationOfNote(note: string): NodeKey | null {
  return note.startsWith('citation ') ? note.slice('citation '.length) : null;
}

export function footnoteOfNote(note: string): string | null {
  return note.startsWith('footnote ') ? note.slice('footnote '.length) : null;
}

function mark(note: string, number: string): HTMLElement {
  const element = $getDocument().createElement('sup');
  element.setAttribute(NOTE_ATTRIBUTE, note);
  element.textContent = number;
  return element;
}

/** A note as it is read. */
export interface CopiedNote {
  number: string;
  /** HTML of one line. */
  html: string;
}

/**
 * Turns marks into footnotes as Word writes them in HTML: `mso-footnote-id` and links between `_ftnref1` and `_ftn1`.
 * Word makes footnotes of its own from them; others show linked numbers and the notes at the end.
 */
export function htmlWithNotes(html: string, noteOf: (id: string) => CopiedNote | null): string {
  const { body, notes } = read(html, noteOf);
  if (notes.length === 0) return html;
  for (const { mark, note } of notes) mark.replaceWith(reference(note, 'ref', ''));
  const list = document.createElement('div');
  list.setAttribute('style', 'mso-element:footnote-list');
  const rule = document.createElement('hr');
  rule.setAttribute('align', 'left');
  rule.setAttribute('size', '1');
  rule.setAttribute('width', '33%');
  list.append(comment(IF), rule, comment(END));
  for (const { note } of notes) {
    const item = document.createElement('div');
    item.setAttribute('style', 'mso-element:footnote');
    item.id = `ftn${note.number}`;
    const paragraph = document.createElement('p');
    paragraph.className = 'MsoFootnoteText';
    const words = document.createElement('span');
    words.innerHTML = note.html;
    paragraph.append(reference(note, '', 'ref'), ' ', ...words.childNodes);
    item.append(paragraph);
    list.append(item);
  }
  body.append(list);
  return body.innerHTML.replaceAll(/<!--(\[(?:if [^\]]*|endif)\])-->/gu, '<!$1>');
}

/** The words alone: notes as `[1]`, listed at the end. */
export function textWithNotes(html: string, noteOf: (id: string) => CopiedNote | null): string {
  const { body, notes } = read(html, noteOf);
  for (const { mark, note } of notes) mark.replaceWith(`[${note.number}]`);
  const words = document.createElement('div');
  const listed = notes.map(({ note }) => {
    words.innerHTML = note.html;
    return `[${note.number}] ${words.textContent}`;
  });
  return [
    plain(body)
      .replaceAll(/\n{3,}/gu, '\n\n')
      .replace(/^\n+|\n+$/gu, ''),
    ...listed,
  ].join('\n\n');
}

const IF = '[if !supportFootnotes]';
const END = '[endif]';

interface Read {
  body: HTMLElement;
  notes: { mark: Element; note: CopiedNote }[];
}

function read(html: string, noteOf: (id: string) => CopiedNote | null): Read {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const notes = [...body.querySelectorAll(`[${NOTE_ATTRIBUTE}]`)].flatMap((mark) => {
    const note = noteOf(mark.getAttribute(NOTE_ATTRIBUTE)!);
    return note === null ? [] : [{ mark, note }];
  });
  return { body, notes };
}

/** Word draws the number itself; it skips what is for programs without footnotes. */
function reference({ number }: CopiedNote, name: string, target: string): HTMLElement {
  const link = document.createElement('a');
  link.setAttribute('style', `mso-footnote-id:ftn${number}`);
  link.setAttribute('href', `#_ftn${target}${number}`);
  link.setAttribute('name', `_ftn${name}${number}`);
  link.setAttribute('title', '');
  const raised = document.createElement('sup');
  raised.className = 'MsoFootnoteReference';
  const special = document.createElement('span');
  special.setAttribute('style', 'mso-special-character:footnote');
  special.append(comment(IF), number, comment(END));
  raised.append(special);
  link.append(raised);
  return link;
}

function comment(words: string): Comment {
  return document.createComment(words);
}

const BLOCKS = /^(?:P|H[1-6]|BLOCKQUOTE|PRE|TABLE|UL|OL|HR|DIV|SECTION|FIGURE)$/u;

function plain(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? '';
  if (!(node instanceof Element)) return '';
  const inside = (): string => [...node.childNodes].map(plain).join('');
  switch (node.tagName) {
    case 'BR':
      return '\n';
    case 'HR':
      return '\n\n———\n\n';
    case 'LI':
      return item(node, inside());
    case 'TR':
      return `${[...node.children]
        .map((cell) =>
          tsvField(
            plain(cell)
              .trim()
              .replaceAll(/\n{2,}/gu, '\n'),
          ),
        )
        .join('\t')}\n`;
    case 'UL':
    case 'OL':
      return node.parentElement?.tagName === 'LI' ? `\n${inside()}` : `\n\n${inside()}\n\n`;
    default:
      return BLOCKS.test(node.tagName) ? `\n\n${inside()}\n\n` : inside();
  }
}

function item(element: Element, words: string): string {
  const list = element.parentElement;
  const place = [...(list?.children ?? [])].indexOf(element);
  const start = Number(list?.getAttribute('start') ?? 1);
  // A list inside a list stands in an item of its own.
  if (element.firstElementChild !== null && /^[OU]L$/u.test(element.firstElementChild.tagName))
    return words.trim().replaceAll(/^/gmu, '  ') + '\n';
  const mark = list?.tagName === 'OL' ? `${start + place}.` : '-';
  return `${mark} ${words.trim()}\n`;
}
