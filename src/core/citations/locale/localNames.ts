/** Names in a style that was written for another language. */
import type { XmlNode } from 'citeproc';

/** Languages that set no comma before their "and others": 김민지, 이준 외. */
const WITHOUT_COMMA: ReadonlySet<string> = new Set(['ko-KR']);

const BEFORE_OTHERS = 'delimiter-precedes-et-al';

/** `locale` is the tag of a CSL locale. Changes `style` in place. */
export function setLocalNames(style: XmlNode, locale: string): void {
  if (!WITHOUT_COMMA.has(locale)) return;
  const visit = (node: XmlNode): void => {
    if (BEFORE_OTHERS in node.attrs) node.attrs[BEFORE_OTHERS] = 'never';
    for (const child of node.children) if (typeof child !== 'string') visit(child);
  };
  visit(style);
  style.attrs[BEFORE_OTHERS] = 'never';
}
