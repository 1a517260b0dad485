/** Footnotes of a page: links to notes further down become tokens in the text, the notes leave the page. */
import { percentDecoded } from '#domain/percentDecoded.ts';
import type { DraftBlock } from '../content/draft.ts';
import { joinRuns } from '../content/draft.ts';
import { blocksOf } from './blocks.ts';
import type { DomDocument, DomElement } from './dom.ts';

/** How a note marker travels through the text of a page: two private characters around the label. */
const OPEN = '\uE000';
const CLOSE = '\uE001';
export const NOTE_TOKEN = new RegExp(`${OPEN}([^${CLOSE}]{1,16})${CLOSE}`, 'u');

const LABEL = /^[[(]?((?:(?:note|nb|fn|N|注|註|주)\s?)?\d{1,3}|[*†‡§]{1,3}|[ivxlc]{1,6}|[a-z])[\])]?$/iu;
const NOTE_ID = /fn|note|ref|cite|^_?e[dn]n?\d|^n\d/iu;
const NOTE_BLOCKS = 'li,p,dd,tr,aside,div';
const NOT_A_NOTE = 'h1,h2,h3,h4,h5,h6,section,article,main,body';
/** A note of several paragraphs, as word processors write it: `<div id="ftn1">`. */
const WHOLE_NOTE = /^_?(?:ftn|edn|fn|sdfootnote|sdendnote|note|footnote|endnote)[-_:]?\d+$/iu;
const NOTES_HEADING =
  /^(?:(?:end|foot)?notes|references|sources|kaynakça|dipnotlar|anmerkungen|fußnoten|примечания|сноски|notes de bas de page|notas|脚注|注|주석|각주|참고문헌)\s*:?$/iu;
const BACK =
  /^(?:\W{0,4}|(?:jump )?(?:back|up|return)(?: to (?:the )?(?:text|article|top))?|zurück|retour)$/iu;
/** A note that stands right behind its marker and is shown when the marker is pressed. */
const INLINE_NOTE =
  '.footnote_tooltip,.modern-footnotes-footnote__note,.sidenote,.marginnote,.footnote-tooltip,.footnote-popup';
/** A note is a source or a remark, not a chapter. */
const LONGEST_NOTE = 4000;

/** Removes what a page could smuggle in as our own tokens. */
export function withoutTokens(html: string): string {
  return html.replace(/[\uE000\uE001]/gu, '');
}

interface Note {
  element: DomElement;
  label: string;
}

/**
 * Takes the notes that markers in the text lead to out of `document`; returns them in their order. `url` is the
 * page's own address, `base` what its links are relative to.
 */
export function takeFootnotes(document: DomDocument, base?: string, url?: string): DraftBlock[] {
  const page = indexed(document);
  const notes = new Map<DomElement, string>();
  const used = new Set<string>();
  for (const link of document.querySelectorAll('a[href]')) {
    const target = targetOf(page, link, url);
    if (target === null) continue;
    const note = noteElement(target);
    if (note === null || note.contains(link) || page.order.get(note)! < page.order.get(link)!) continue;
    const text = link.textContent.trim();
    const printed = text === '' ? String(notes.size + 1) : LABEL.exec(text)?.[1];
    if (printed === undefined || !looksLikeReference(link, target)) continue;
    const label = notes.get(note) ?? unused(printed, used);
    notes.set(note, label);
    used.add(label);
    mark(document, link, label);
  }
  const found = [...notes].map(([element, label]): Note => ({ element, label }));
  const inline = inlineNotes(document, used, found.length === 0);
  const all = [...found, ...inline].toSorted(
    (a, b) => page.order.get(a.element)! - page.order.get(b.element)!,
  );
  const blocks = all.map(({ element, label }) => noteBlock(element, label, page.order, base));
  for (const { element } of all) removeWithEmptyParents(element);
  return blocks;
}

interface PageIndex {
  order: Map<DomElement, number>;
  byId: Map<string, DomElement>;
}

function indexed(document: DomDocument): PageIndex {
  const order = new Map<DomElement, number>();
  const byId = new Map<string, DomElement>();
  for (const element of document.querySelectorAll('*')) {
    order.set(element, order.size);
    const { id } = element;
    if (id !== '' && !byId.has(id)) byId.set(id, element);
    const name = element.localName === 'a' ? element.getAttribute('name') : null;
    if (name !== null && !byId.has(name)) byId.set(name, element);
  }
  return { order, byId };
}

function targetOf({ byId }: PageIndex, link: DomElement, url: string | undefined): DomElement | null {
  const href = link.getAttribute('href') ?? '';
  const hash = href.indexOf('#');
  if (hash === -1) return null;
  // Saving a page makes its links absolute.
  const elsewhere = hash > 0 && url !== undefined && !sameAddress(href.slice(0, hash), url);
  return elsewhere ? null : (byId.get(percentDecoded(href.slice(hash + 1))) ?? null);
}

function sameAddress(address: string, url: string): boolean {
  const bare = (text: string): string => text.replace(/[?#].*$/su, '').replace(/^https?:\/\/(?:www\.)?/u, '');
  return !/^https?:/u.test(address) || bare(address) === bare(url) || bare(url).endsWith(bare(address));
}

function noteElement(target: DomElement): DomElement | null {
  if (target.closest('h1,h2,h3,h4,h5,h6') !== null) return null;
  const block = target.closest(NOTE_BLOCKS);
  const parent = block?.parentElement ?? null;
  const note = parent?.localName === 'div' && WHOLE_NOTE.test(parent.id) ? parent : block;
  if (note === null || note.querySelector(NOT_A_NOTE) !== null) return null;
  return note.textContent.length > LONGEST_NOTE ? null : note;
}

/** A short label alone could be a page number: something else must speak for a note. */
function looksLikeReference(link: DomElement, target: DomElement): boolean {
  return (
    link.closest('sup') !== null ||
    link.getAttribute('role') === 'doc-noteref' ||
    /^[[(]/u.test(link.textContent.trim()) ||
    NOTE_ID.test(target.id || (target.getAttribute('name') ?? ''))
  );
}

function unused(label: string, used: Set<string>): string {
  let candidate = label;
  for (let copy = 2; used.has(candidate); copy += 1) candidate = `${label}-${copy}`;
  return candidate;
}

/** Puts the token in the marker's place, together with the `sup` that holds nothing else. */
function mark(document: DomDocument, marker: DomElement, label: string): void {
  const sup = marker.closest('sup');
  const whole = sup !== null && sup.textContent.trim() === marker.textContent.trim() ? sup : marker;
  whole.replaceWith(document.createTextNode(OPEN + label + CLOSE));
}

/**
 * Notes right behind their markers. Where the page has them at its end too (`wanted` is false) they are
 * only taken out.
 */
function inlineNotes(document: DomDocument, used: Set<string>, wanted: boolean): Note[] {
  const notes: Note[] = [];
  for (const element of document.querySelectorAll(INLINE_NOTE)) {
    if (!wanted || element.textContent.trim() === '' || element.textContent.length > LONGEST_NOTE) {
      element.remove();
      continue;
    }
    const before = element.previousElementSibling;
    const printed = before === null ? undefined : LABEL.exec(before.textContent.trim())?.[1];
    const label = unused(printed ?? String(notes.length + 1), used);
    used.add(label);
    const token = document.createTextNode(OPEN + label + CLOSE);
    if (before !== null && printed !== undefined) before.replaceWith(token);
    else element.parentElement?.insertBefore(token, element);
    notes.push({ element, label });
  }
  return notes;
}

/** Links back to the text, and the label that opens the note, are no part of it. */
function noteBlock(
  note: DomElement,
  label: string,
  order: Map<DomElement, number>,
  base: string | undefined,
): DraftBlock {
  for (const link of note.querySelectorAll('a[href]')) {
    const text = link.textContent.trim();
    const backwards =
      (link.getAttribute('href') ?? '').includes('#') && (LABEL.test(text) || BACK.test(text));
    if (backwards && order.has(link)) link.remove();
  }
  for (const back of note.querySelectorAll('.mw-cite-backlink,.footnote-back,.reversefootnote'))
    back.remove();
  const runs = joinRuns(blocksOf(note, base));
  const first = runs.find((run) => run.text.trim() !== '');
  if (first !== undefined) {
    const plain = label.replace(/-\d+$/u, '').replace(/[*]/gu, String.raw`\*`);
    first.text = first.text.replace(
      new RegExp(String.raw`^\s*(?:[↑^]\s*)?(?:\[?${plain}\]?[.:)]?(?=\s)|[.\]:)^↑])\s*`, 'u'),
      '',
    );
  }
  return { role: 'note', label, runs };
}

function removeWithEmptyParents(note: DomElement): void {
  let element: DomElement | null = note;
  while (element !== null && (element === note || element.textContent.trim() === '')) {
    const parent: DomElement | null = element.parentElement;
    element.remove();
    element = parent;
  }
  if (element === null) return;
  for (const heading of element.querySelectorAll('h1,h2,h3,h4,h5,h6'))
    if (NOTES_HEADING.test(heading.textContent.trim())) heading.remove();
}
