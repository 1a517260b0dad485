/** Footnotes of a page: links to notes further down become tokens in the text, the notes leave the page. */
import type { DraftBlock } from '../content/draft.ts';
import { runsOf } from './blocks.ts';
import type { DomDocument, DomElement } from './dom.ts';

/** How a note marker travels through the text of a page: two private characters around the label. */
const OPEN = '\uE000';
const CLOSE = '\uE001';
export const NOTE_TOKEN = new RegExp(`${OPEN}([^${CLOSE}]{1,12})${CLOSE}`, 'u');

const LABEL = /^[[(]?(\d{1,3}|[*†‡§]{1,3}|[ivxlc]{1,6}|[a-z])[\])]?$/iu;
const NOTE_ID = /fn|note|ref|cite|^_?e[dn]n?\d|^n\d/iu;
const NOTE_BLOCKS = 'li,p,dd,tr,aside,div';
const NOT_A_NOTE = 'h1,h2,h3,h4,h5,h6,section,article,main,body';
const NOTES_HEADING =
  /^(?:(?:end|foot)?notes|references|sources|kaynakça|dipnotlar|anmerkungen|fußnoten|脚注|注|주석|각주|참고문헌)\s*:?$/iu;
/** A note is a source or a remark, not a chapter. */
const LONGEST_NOTE = 4000;

/** Removes what a page could smuggle in as our own tokens. */
export function withoutTokens(html: string): string {
  return html.replace(/[\uE000\uE001]/gu, '');
}

/** Takes the notes that links in the text lead to out of `document`; returns them in their order. */
export function takeFootnotes(document: DomDocument, base?: string): DraftBlock[] {
  const order = new Map([...document.querySelectorAll('*')].map((element, index) => [element, index]));
  const notes = new Map<DomElement, string>();
  const used = new Set<string>();
  for (const link of document.querySelectorAll('a[href]')) {
    const printed = LABEL.exec(link.textContent.trim())?.[1];
    const target = printed === undefined ? null : targetOf(document, link);
    if (printed === undefined || target === null) continue;
    const note = noteElement(target);
    if (note === null || note.contains(link) || order.get(note)! < order.get(link)!) continue;
    if (!looksLikeReference(link, target)) continue;
    const label = notes.get(note) ?? unused(printed, used);
    notes.set(note, label);
    used.add(label);
    const sup = link.closest('sup');
    const marker = sup !== null && sup.textContent.trim() === link.textContent.trim() ? sup : link;
    marker.replaceWith(document.createTextNode(OPEN + label + CLOSE));
  }
  const found = [...notes].toSorted(([a], [b]) => order.get(a)! - order.get(b)!);
  const blocks = found.map(([note, label]) => noteBlock(note, label, order, base));
  for (const [note] of found) removeWithEmptyParents(note);
  return blocks;
}

function targetOf(document: DomDocument, link: DomElement): DomElement | null {
  const fragment = /#(.+)$/u.exec(link.getAttribute('href') ?? '')?.[1];
  if (fragment === undefined) return null;
  const id = decoded(fragment);
  const named = [...document.querySelectorAll('a[name]')].find((a) => a.getAttribute('name') === id);
  return document.getElementById(id) ?? named ?? null;
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

function noteElement(target: DomElement): DomElement | null {
  if (target.closest('h1,h2,h3,h4,h5,h6') !== null) return null;
  const note = target.closest(NOTE_BLOCKS);
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
      /#/u.test(link.getAttribute('href') ?? '') &&
      (LABEL.test(text) || /^(?:\W{0,4}|back|return)$/iu.test(text));
    if (backwards && order.has(link)) link.remove();
  }
  const runs = runsOf(note, base);
  const first = runs.find((run) => run.text.trim() !== '');
  if (first !== undefined) {
    const plain = label.replace(/-\d+$/u, '').replace(/[*]/gu, String.raw`\*`);
    first.text = first.text.replace(
      new RegExp(String.raw`^\s*(?:\[?${plain}\]?[.:)]?(?=\s)|[.\]:)^])\s*`, 'u'),
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
