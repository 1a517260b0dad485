/** Makes a pasted page plain, in place, whatever program it comes from. Needs a DOM; changes nothing outside it. */
import { tidyTables } from '../table/clipboard/tidy.ts';
import { CAPTION, PICTURE } from './marked.ts';
import { takeNotes, type PageNote } from './notes.ts';
import { markPageBreaks } from './pageBreaks.ts';
import { takePictures, type PagePictures } from './pictures.ts';
import { rtfPictures } from './rtfPictures.ts';
import { tidyWord } from './word.ts';
import { listsFromParagraphs } from './wordLists.ts';
import { joinListsOfWordOnline } from './wordOnline.ts';

/** What no reader of the page reads as its words. */
const DROPPED =
  'script,style,meta,link,title,template,noscript,svg,video,audio,canvas,iframe,object,embed,select,textarea,annotation,xml,head';
/** Words for screen readers that nobody sees, by the usual names of their class. */
const FOR_EARS = '.sr-only, .visually-hidden, .screen-reader-text';
/** What is written before and behind a quotation in the line, by the first part of the language's tag. */
const QUOTES: Readonly<Record<string, readonly [string, string]>> = {
  de: ['„', '“'],
  fr: ['«\u00A0', '\u00A0»'],
  ja: ['「', '」'],
  ko: ['“', '”'],
  ru: ['«', '»'],
  uk: ['«', '»'],
  zh: ['“', '”'],
};

/** What was taken out of the page, where marks name it now. */
export interface TakenOut {
  notes: PageNote[];
  pictures: PagePictures;
}

/** `rtf` is the same text as rich text. */
export function tidyPage(document: Document, rtf: string): TakenOut {
  markPageBreaks(document);
  tidyWord(document);
  tidyTables(document);
  dropHidden(document);
  joinListsOfWordOnline(document);
  listsFromParagraphs(document);
  checkBoxes(document);
  writeOut(document);
  // The label of a callout follows from its kind.
  for (const label of document.querySelectorAll('[data-callout] > [data-callout-label]')) label.remove();
  for (const element of document.body.querySelectorAll(DROPPED)) element.remove();
  for (const button of document.querySelectorAll('button, input'))
    // One that opens what stands below a heading is that heading.
    if (button.closest('h1, h2, h3, h4, h5, h6, summary') === null) button.remove();
  const pictures = takePictures(document, rtfPictures(rtf));
  markCaptions(document);
  return { pictures, notes: takeNotes(document) };
}

/** Of figures that are a picture over its caption, or a table beside it; others are read as what stands in them. */
function markCaptions(document: Document): void {
  for (const caption of document.querySelectorAll('figure > figcaption')) {
    const above = caption.previousElementSibling;
    const isUnderPicture =
      above !== null &&
      (above.hasAttribute(PICTURE) || above.querySelector(`[${PICTURE}]`) !== null) &&
      above.textContent?.trim() === '';
    const isAtTable = [above, caption.nextElementSibling].some((element) => element?.tagName === 'TABLE');
    if (isUnderPicture || isAtTable) caption.setAttribute(CAPTION, '');
  }
}

function dropHidden(document: Document): void {
  for (const element of document.body.querySelectorAll<HTMLElement>(`[style], [hidden], ${FOR_EARS}`)) {
    const { display, visibility } = element.style;
    const isHidden =
      display === 'none' ||
      visibility === 'hidden' ||
      element.hasAttribute('hidden') ||
      element.matches(FOR_EARS) ||
      /mso-hide:\s*all/iu.test(element.getAttribute('style') ?? '');
    if (isHidden && !('pageBreak' in element.dataset)) element.remove();
  }
}

/** The boxes of task lists, and those that Google Docs draws, become what says so to every reader. */
function checkBoxes(document: Document): void {
  for (const box of document.querySelectorAll('li input[type=checkbox]')) {
    const item = box.closest('li')!;
    if (!item.hasAttribute('aria-checked'))
      item.setAttribute('aria-checked', String(box.hasAttribute('checked')));
  }
  for (const drawn of document.querySelectorAll('li img[aria-roledescription=checkbox]')) drawn.remove();
}

/** What a browser draws and no text says: the marks of quotations, and how a word is read. */
function writeOut(document: Document): void {
  for (const quotation of document.querySelectorAll('q')) {
    const depth = countParents(quotation, 'Q');
    const language = quotation.closest('[lang]')?.getAttribute('lang')?.split('-')[0]?.toLowerCase() ?? '';
    const [open, close] = QUOTES[language] ?? (depth % 2 === 0 ? ['“', '”'] : ['‘', '’']);
    quotation.prepend(open);
    quotation.append(close);
  }
  for (const reading of document.querySelectorAll('rt')) {
    const isAlone = reading.parentElement?.querySelector(':scope > rp') === null;
    if (isAlone && reading.textContent !== '') {
      reading.prepend('（');
      reading.append('）');
    }
  }
}

function countParents(element: Element, tagName: string): number {
  let count = 0;
  for (let parent = element.parentElement; parent !== null; parent = parent.parentElement)
    if (parent.tagName === tagName) count += 1;
  return count;
}
