/** What word processors put beside the words: remarks, changes that were tracked, drawn spaces, tables of contents. */

export function tidyWord(document: Document): void {
  dropRemarks(document);
  if (isOfWordProcessor(document)) takeChanges(document);
  for (const space of document.querySelectorAll('[style*="mso-spacerun"], [style*="mso-tab-count"]'))
    space.textContent = ' ';
  // Word Online ends each paragraph with a space that says what follows.
  for (const end of document.querySelectorAll('.EOP')) if (end.textContent?.trim() === '') end.remove();
  for (const part of document.querySelectorAll(
    '[style*="mso-element:header"], [style*="mso-element:footer"], [style*="mso-element: header"], [style*="mso-element: footer"]',
  ))
    part.remove();
  nameBlocks(document);
  dropContents(document);
}

function isOfWordProcessor(document: Document): boolean {
  const generator = document.querySelector('meta[name=generator i]')?.getAttribute('content') ?? '';
  return /word|office/iu.test(generator) || document.querySelector('[class^=Mso], .msoDel, .msoIns') !== null;
}

/** Remarks of reviewers are not the text's. */
function dropRemarks(document: Document): void {
  for (const part of document.querySelectorAll(
    '.msocomanchor, .msocomoff, .msocomtxt, [style*="mso-special-character:comment"], [style*="mso-element:comment-list"], .sdcomment, comment, a.comment-indicator',
  ))
    part.remove();
  for (const note of document.querySelectorAll('a[href^="#cmnt_ref"]'))
    (note.closest('div') ?? note).remove();
  for (const anchor of document.querySelectorAll('a[href^="#cmnt"]'))
    (anchor.closest('sup') ?? anchor).remove();
}

/** As if they were all accepted. */
function takeChanges(document: Document): void {
  for (const deleted of document.querySelectorAll('del, .msoDel')) deleted.remove();
  for (const inserted of document.querySelectorAll('ins')) inserted.replaceWith(...inserted.childNodes);
}

/** Paragraphs that are something else by the name of their style, or by what they are called for screen readers. */
function nameBlocks(document: Document): void {
  for (const title of document.querySelectorAll('p.MsoTitle')) rename(title, 'h1');
  for (const quote of document.querySelectorAll('p.MsoQuote, p.MsoIntenseQuote')) rename(quote, 'blockquote');
  for (const heading of document.querySelectorAll('p[role=heading], div[role=heading]')) {
    const level = Number(heading.getAttribute('aria-level'));
    rename(heading, `h${Number.isInteger(level) ? Math.min(Math.max(level, 1), 6) : 2}`);
  }
}

function rename(element: Element, tagName: string): void {
  const other = element.ownerDocument.createElement(tagName);
  other.append(...element.childNodes);
  element.replaceWith(other);
}

const HEADINGS = 'h1, h2, h3, h4, h5, h6';

/** A table of contents names pages of another document; it goes where its headings are there to make a new one. */
function dropContents(document: Document): void {
  // An entry that stands in a heading is the only one to say its words.
  const entries = [...document.querySelectorAll('p[class^=MsoToc]')].filter(
    (entry) => /^MsoToc(?:\d|Heading)/u.test(entry.className) && entry.closest(HEADINGS) === null,
  );
  if (entries.length === 0) return;
  const plain = (text: string | null): string => (text ?? '').replaceAll(/[\s\u00A0.…]+/gu, '').toLowerCase();
  const headings = new Set([...document.querySelectorAll(HEADINGS)].map((h) => plain(h.textContent)));
  for (const entry of entries)
    if (headings.has(plain(entry.textContent).replace(/\d+$/u, '')) || entry.className.endsWith('Heading'))
      entry.remove();
}
