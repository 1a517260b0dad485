/**
 * Footnotes of a pasted page: whatever the program, a number in the text leads to a note, and the note leads back to
 * that number. What does not do both is no footnote.
 */
import { percentDecoded } from '#domain/percentDecoded.ts';
import { NOTE_MARK } from './marked.ts';

/** A note that was taken out of the page. */
export interface PageNote {
  /** As its mark names it. */
  id: string;
  words: HTMLElement;
}

/** What a note is called: a number, letters, or signs, in brackets or not. */
const NAME = /^[[(]?(?:\d{1,4}|[ivxlcdm]{1,7}|[a-z]{1,2}|[*†‡§¶#]{1,4})[\])]?$/iu;
const REFERENCE = 'data-paste-reference';
const DEFINITION = 'data-paste-definition';
const INLINE = /^(?:A|ABBR|B|BIG|CITE|EM|FONT|I|SMALL|SPAN|STRONG|SUP|U)$/u;
/** What holds one note among others, or is no note's. */
const CLOSED = /^(?:BODY|DD|LI|TD|TH|TR|TABLE)$/u;

interface Pair {
  reference: HTMLElement;
  /** What the reference leads to. */
  target: Element;
  /** The link back. */
  back: HTMLElement;
}

export function takeNotes(document: Document): PageNote[] {
  const pairs = pairsOf(document);
  for (const { reference, target, back } of pairs) {
    reference.setAttribute(REFERENCE, '');
    (target.contains(back) ? back : target).setAttribute(DEFINITION, '');
  }
  const holders = new Map<Element, HTMLElement>();
  for (const { target, back } of pairs) if (!holders.has(target)) holders.set(target, holderOf(target, back));
  const notes: PageNote[] = [];
  for (const { reference, target } of pairs) {
    const holder = holders.get(target)!;
    // A mark in a note, or in what a note was taken for, stays what it is.
    if (holder.contains(reference)) continue;
    const id = `pasted-${notes.length + 1}`;
    notes.push({ id, words: holder.cloneNode(true) as HTMLElement });
    const mark = document.createElement('span');
    mark.setAttribute(NOTE_MARK, id);
    raised(reference).replaceWith(mark);
  }
  for (const [target, holder] of holders)
    if (!pairs.some((pair) => pair.target === target && pair.reference.isConnected)) detach(holder);
  const backs = new Set(pairs.map(({ back }) => fragmentOf(back)));
  for (const { words } of notes) cleanNote(words, backs);
  return notes;
}

function pairsOf(document: Document): Pair[] {
  const links = [...document.querySelectorAll<HTMLElement>('a[href*="#"]')];
  if (links.length === 0) return [];
  const named = new Map<string, Element>();
  for (const element of document.querySelectorAll('[id], a[name]'))
    for (const name of namesOf(element)) if (!named.has(name)) named.set(name, element);
  const places = new Map(links.map((link, index) => [link, index]));
  return links.flatMap((reference) => {
    const target = named.get(fragmentOf(reference) ?? '');
    if (target === undefined || !NAME.test(reference.textContent?.trim() ?? '')) return [];
    const own = target.tagName === 'A' ? [target as HTMLElement] : [];
    const back = [...own, ...target.querySelectorAll<HTMLElement>('a[href*="#"]')].find((link) => {
      const origin = named.get(fragmentOf(link) ?? '');
      return (
        origin !== undefined &&
        link !== reference &&
        (origin === reference ||
          reference.contains(origin) ||
          (isInline(origin) && origin.contains(reference))) &&
        (places.get(link) ?? -1) > places.get(reference)!
      );
    });
    return back === undefined || /^H[1-6]$/u.test(target.tagName) ? [] : [{ reference, target, back }];
  });
}

function namesOf(element: Element): string[] {
  return [element.id, element.getAttribute('name') ?? ''].filter((name) => name !== '');
}

/** What a link leads to within its page; copies name the page too. */
function fragmentOf(link: Element): string | null {
  const href = link.getAttribute('href') ?? '';
  const name = href.slice(href.indexOf('#') + 1);
  return href.includes('#') && name !== '' ? percentDecoded(name) : null;
}

function isInline(element: Element): boolean {
  return INLINE.test(element.tagName);
}

/** What holds the words of a note: as much around its number as begins with it and holds nothing else's. */
function holderOf(target: Element, back: HTMLElement): HTMLElement {
  let holder: Element = target.contains(back) ? target : back;
  const grows = (parent: Element): boolean =>
    isInline(holder) ||
    (beginsWith(parent, holder) &&
      parent.querySelector(`[${REFERENCE}]`) === null &&
      parent.querySelectorAll(`[${DEFINITION}]`).length <= 1);
  while (!CLOSED.test(holder.tagName)) {
    const parent = holder.parentElement;
    if (parent === null || parent.tagName === 'BODY' || !grows(parent)) break;
    holder = parent;
  }
  return holder as HTMLElement;
}

function beginsWith(parent: Element, element: Element): boolean {
  if (element.parentElement !== parent) return false;
  for (let node = element.previousSibling; node !== null; node = node.previousSibling)
    if (node.textContent?.trim() !== '') return false;
  return true;
}

function isEmpty(element: Element): boolean {
  for (const node of element.childNodes) if (node.textContent?.trim() !== '') return false;
  return element.querySelector('img, table') === null;
}

/** The mark with what raises it and nothing else. */
function raised(reference: HTMLElement): HTMLElement {
  const plain = (element: Element): string => (element.textContent ?? '').replaceAll(/[\s[\]()]+/gu, '');
  let mark = reference;
  for (let parent = mark.parentElement; parent !== null; parent = parent.parentElement) {
    if (!isInline(parent) || plain(parent) !== plain(reference)) break;
    mark = parent;
  }
  return mark;
}

/** Takes a note out, with the line above the notes and what is left empty around them. */
function detach(holder: HTMLElement): void {
  if (!holder.isConnected) return;
  let left = holder.parentElement;
  const before = holder.previousElementSibling;
  holder.remove();
  if (before?.tagName === 'HR') before.remove();
  while (left !== null && left.tagName !== 'BODY' && isEmpty(left)) {
    const parent: HTMLElement | null = left.parentElement;
    const rule = left.previousElementSibling;
    left.remove();
    if (rule?.tagName === 'HR') rule.remove();
    left = parent;
  }
}

/** Leaves the words alone: the links back, and what stands around them, are drawn by whoever shows a note. */
function cleanNote(words: HTMLElement, backs: ReadonlySet<string | null>): void {
  for (const part of words.querySelectorAll('.mw-cite-backlink')) part.remove();
  for (const link of words.querySelectorAll<HTMLElement>('a[href*="#"]'))
    if (backs.has(fragmentOf(link))) raised(link).remove();
}
