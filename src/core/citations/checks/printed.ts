/** Which variables a CSL style can print of a kind of source. */
import type { XmlNode } from 'citeproc';
import type { CslType } from '#domain/cslLabels.ts';

export interface Printed {
  /** Names of CSL variables. */
  variables: ReadonlySet<string>;
  /** The form of the term that stands for a date that is not known; null where the style has none. */
  noDate: string | null;
}

/**
 * Walks through citations and bibliography as they are set for `type`. Conditions on anything but the type may come
 * out either way: both branches count. https://docs.citationstyles.org/en/stable/specification.html#choose
 */
export function printedOf(style: XmlNode, type: CslType): Printed {
  const macros = new Map(
    elementsOf(style)
      .filter(({ name }) => name === 'macro')
      .map((macro) => [macro.attrs['name'] ?? '', macro]),
  );
  const variables = new Set<string>();
  let noDate: string | null = null;
  const walked = new Set<XmlNode>();
  const walk = (node: XmlNode): void => {
    if (node.name === 'choose') {
      for (const branch of elementsOf(node)) {
        const verdict = branch.name === 'else' ? 'true' : applies(branch, type);
        if (verdict !== 'false') for (const child of elementsOf(branch)) walk(child);
        if (verdict === 'true') return;
      }
      return;
    }
    const { variable, macro, term, form } = node.attrs;
    if (PRINTING.has(node.name)) for (const name of (variable ?? '').split(' ')) variables.add(name);
    if (node.name === 'text' && term === 'no date') noDate = form ?? 'long';
    const called = node.name === 'text' ? macros.get(macro ?? '') : undefined;
    if (called !== undefined && !walked.has(called)) {
      walked.add(called);
      walk(called);
    }
    for (const child of elementsOf(node)) walk(child);
  };
  for (const part of elementsOf(style))
    if (part.name === 'citation' || part.name === 'bibliography')
      for (const layout of elementsOf(part)) if (layout.name === 'layout') walk(layout);
  variables.delete('');
  return { variables, noDate };
}

const PRINTING: ReadonlySet<string> = new Set(['text', 'number', 'names', 'date']);

function elementsOf(node: XmlNode): XmlNode[] {
  return node.children.filter((child) => typeof child !== 'string');
}

/** Whether the condition of an `if` or `else-if` holds for the type, whatever else it asks. */
function applies({ attrs }: XmlNode, type: CslType): 'true' | 'false' | 'maybe' {
  const asked = (attrs['type'] ?? '').split(' ').filter((name) => name !== '');
  const asksMore = Object.keys(attrs).some((name) => name !== 'type' && name !== 'match');
  if (asked.length === 0) return 'maybe';
  const match = attrs['match'] ?? 'all';
  const some = asked.includes(type);
  if (match === 'any') return some ? 'true' : asksMore ? 'maybe' : 'false';
  const holds = match === 'none' ? !some : asked.every((name) => name === type);
  if (!holds) return 'false';
  return asksMore ? 'maybe' : 'true';
}
