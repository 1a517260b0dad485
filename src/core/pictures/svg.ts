/** SVG drawings: their size, and what keeps one out of a library. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** Most bytes of a drawing: it is read as text. */
const MAX_SVG_BYTES = 4 * 1024 * 1024;

/** CSS pixels of a unit (CSS Values 4, 6.2). */
const UNITS: Record<string, number> = {
  '': 1,
  px: 1,
  pt: 96 / 72,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
};

/** By its own width and height, else by its view box; null where it has neither. */
export function svgSize(bytes: Uint8Array): { width: number; height: number } | null {
  const tag = /<(?:\w+:)?svg\b[^>]*>/.exec(new TextDecoder().decode(bytes.subarray(0, 64 * 1024)))?.[0];
  if (tag === undefined) return null;
  const width = pixels(attribute(tag, 'width'));
  const height = pixels(attribute(tag, 'height'));
  const [, , boxWidth = 0, boxHeight = 0] = (attribute(tag, 'viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const ratio = boxHeight > 0 ? boxWidth / boxHeight : null;
  if (width !== null && height !== null) return { width, height };
  if (ratio === null || !(ratio > 0)) return null;
  if (width !== null) return { width, height: width / ratio };
  if (height !== null) return { width: height * ratio, height };
  return { width: boxWidth, height: boxHeight };
}

function attribute(tag: string, name: string): string | undefined {
  const [, double, single] = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag) ?? [];
  return double ?? single;
}

function pixels(length: string | undefined): number | null {
  const [, number, unit = ''] = /^\s*([\d.]+(?:e[+-]?\d+)?)\s*([a-z]*)\s*$/i.exec(length ?? '') ?? [];
  const value = Number(number) * (UNITS[unit.toLowerCase()] ?? Number.NaN);
  return value > 0 ? value : null;
}

type XmlNode = Record<string, unknown>;

const ACTIVE = new Set(['script', 'foreignobject', 'iframe', 'embed', 'object', 'audio', 'video', 'handler']);

/**
 * Why a drawing is not kept: it is broken, would run something, or would fetch something; null where it may be. No
 * page shows a drawing as more than an image, which runs and fetches nothing: this is the second wall.
 */
export function svgObjection(bytes: Uint8Array): string | null {
  if (bytes.length > MAX_SVG_BYTES) return `is a drawing of more than ${MAX_SVG_BYTES / 1024 / 1024} MB`;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return 'is a drawing that is not in UTF-8';
  }
  if (/<!ENTITY|<\?xml-stylesheet/i.test(text))
    return 'is a drawing with entities or style sheets of its own';
  if (XMLValidator.validate(text, { allowBooleanAttributes: false }) !== true)
    return 'is a drawing that is damaged';
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    processEntities: true,
    removeNSPrefix: true,
  });
  return objectionIn(parser.parse(text) as XmlNode[]);
}

function objectionIn(nodes: XmlNode[]): string | null {
  for (const node of nodes) {
    for (const [name, inner] of Object.entries(node)) {
      if (name === ':@') continue;
      const tag = name.toLowerCase();
      if (ACTIVE.has(tag)) return `is a drawing that holds ‹${name}›, which could run something`;
      if (name === '#text') {
        if (fetches(String(inner))) return FETCHES;
        continue;
      }
      const objection = attributesObjection(tag, (node[':@'] ?? {}) as Record<string, unknown>);
      if (objection !== null) return objection;
      const deeper = Array.isArray(inner) ? objectionIn(inner as XmlNode[]) : null;
      if (deeper !== null) return deeper;
    }
  }
  return null;
}

const FETCHES = 'is a drawing that refers to other files';

function attributesObjection(tag: string, attributes: Record<string, unknown>): string | null {
  for (const [name, given] of Object.entries(attributes)) {
    const value = String(given).trim();
    if (/^on/i.test(name)) return `is a drawing with ‹${name}›, which could run something`;
    if (
      /^(?:href|src)$/i.test(name) &&
      tag !== 'a' &&
      !/^(?:#|$|data:image\/(?:png|jpeg|gif|webp)[;,])/i.test(value)
    )
      return FETCHES;
    if (fetches(value)) return FETCHES;
  }
  return null;
}

/** Whether style rules would load something. */
function fetches(css: string): boolean {
  return /@import|url\(\s*(?!['"]?\s*(?:#|data:image\/))/i.test(css);
}
