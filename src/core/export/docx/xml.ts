/** Writes XML as text. */

type Value = string | number;

/** An element. Attributes that are undefined, and children that are empty, are left out. */
export function xml(
  name: string,
  attributes: Readonly<Record<string, Value | undefined>> = {},
  ...children: readonly string[]
): string {
  const given = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
    .join('');
  const content = children.join('');
  return content === '' ? `<${name}${given}/>` : `<${name}${given}>${content}</${name}>`;
}

/** An element of WordprocessingML whose one attribute is its value. */
export function val(name: string, value?: Value): string {
  return xml(`w:${name}`, { 'w:val': value });
}

/** Text as it may stand in an element or an attribute; characters that XML 1.0 (2.2) has no way to write are left out. */
export function escaped(text: string): string {
  return (
    text
      .toWellFormed()
      // eslint-disable-next-line no-control-regex
      .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}

/** `#rrggbb` as Word has it. */
export function hex(colour: string): string {
  return colour.slice(1).toUpperCase();
}

/** A part of a package. */
export function xmlPart(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;
}
