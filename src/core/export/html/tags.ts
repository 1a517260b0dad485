/** Writes HTML as text. */

type Value = string | number | true | undefined;

/** Elements that have no end tag. */
const VOID = new Set(['br', 'col', 'hr', 'img', 'link', 'meta']);

/** An element. Attributes that are undefined are left out; children are HTML. */
export function tag(
  name: string,
  attributes: Readonly<Record<string, Value>> = {},
  ...children: readonly string[]
): string {
  const given = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => (value === true ? ` ${key}` : ` ${key}="${escaped(String(value))}"`))
    .join('');
  return VOID.has(name) ? `<${name}${given}>` : `<${name}${given}>${children.join('')}</${name}>`;
}

/** Text as it stands in an element or an attribute: never markup. */
export function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
