/** Dates in a style that writes month and day by itself, in the order of another language. */
import type { XmlNode } from 'citeproc';

/**
 * APA sets "(2023, March 6)" by parts of its own, which in a German brief would be "(2023, März 6)". Month and day are
 * written here as in the dates of `locale` (the root of a CSL locale): "6. März", "3월 6일". Changes `style` in place.
 */
export function setLocalDates(style: XmlNode, locale: XmlNode): void {
  const whole = children(locale).find(({ name, attrs }) => name === 'date' && attrs['form'] === 'text');
  const parts = children(whole).filter(({ attrs }) => attrs['name'] === 'month' || attrs['name'] === 'day');
  const [first, second] = parts;
  if (first === undefined || second === undefined) return;
  const between = whole?.attrs['delimiter'] ?? '';
  // What begins with a space leads on to the year.
  const local = [
    { ...first, attrs: { ...first.attrs, prefix: '', suffix: (first.attrs['suffix'] ?? '') + between } },
    { ...second, attrs: { ...second.attrs, suffix: (second.attrs['suffix'] ?? '').replace(/^\s.*/u, '') } },
  ];
  const visit = (node: XmlNode): void => {
    if (isMonthAndDay(node)) node.children = local.map((part) => ({ ...part, attrs: { ...part.attrs } }));
    else children(node).forEach(visit);
  };
  visit(style);
}

/** Those that sort have numbers. */
function isMonthAndDay(node: XmlNode): boolean {
  const parts = children(node);
  return (
    node.name === 'date' &&
    parts.map(({ attrs }) => attrs['name']).join() === 'month,day' &&
    parts.every(({ attrs }) => attrs['form'] === undefined)
  );
}

function children(node: XmlNode | undefined): XmlNode[] {
  return (node?.children ?? []).filter((child) => typeof child !== 'string');
}
