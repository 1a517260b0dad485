/**
 * Word and Dossier write a page break as a line break, Google Docs as a rule, LibreOffice as a paragraph that begins
 * a page; each says so in its style.
 */
export function markPageBreaks(document: Document): void {
  for (const element of document.querySelectorAll<HTMLElement>('[style*="break-before"]')) {
    const before = element.style.getPropertyValue('break-before');
    if ((before !== 'page' && before !== 'always') || element.closest('table, li') !== null) continue;
    const rule = document.createElement('hr');
    rule.dataset['pageBreak'] = '';
    if (/^(?:BR|HR)$/u.test(element.tagName)) {
      (element.closest('p, h1, h2, h3, h4, h5, h6') ?? element).after(rule);
      element.remove();
    } else if (isBehindWords(element)) element.before(rule);
  }
}

/** A page that begins what was copied breaks nothing. */
function isBehindWords(element: Element): boolean {
  for (
    let node: Element | null = element;
    node !== null && node.tagName !== 'BODY';
    node = node.parentElement
  )
    if (node.previousElementSibling !== null) return true;
  return false;
}
