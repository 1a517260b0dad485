/** A citation style as the text of a `.csl` file. */
import type { XmlNode } from 'citeproc';

const NAMESPACE = 'http://purl.org/net/xbiblio/csl';

/** With our repairs to it: another processor prints from it what ours prints. */
export function styleXml(style: XmlNode): string {
  const attrs = { xmlns: NAMESPACE, ...style.attrs };
  return `<?xml version="1.0" encoding="utf-8"?>\n${element({ ...style, attrs }, '')}\n`;
}

function element({ name, attrs, children }: XmlNode, indent: string): string {
  const open = `${indent}<${name}${Object.entries(attrs)
    .map(([attribute, value]) => ` ${attribute}="${escaped(value)}"`)
    .join('')}`;
  const inside = children.filter((child) => typeof child !== 'string');
  const text = children.filter((child) => typeof child === 'string').join('');
  // Of an element with others in it the text is white space; of one without, even that is what it says.
  if (inside.length === 0) return text === '' ? `${open}/>` : `${open}>${escaped(text)}</${name}>`;
  const lines = inside.map((child) => element(child, `${indent}  `));
  return `${open}>\n${lines.join('\n')}\n${indent}</${name}>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;');
}
