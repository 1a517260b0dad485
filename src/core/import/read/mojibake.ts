/** Text whose UTF-8 was once read as Windows-1252. */

/** The characters of Windows-1252 from 0x80 on (https://encoding.spec.whatwg.org/index-windows-1252.txt). */
const UPPER = new TextDecoder('windows-1252').decode(
  Uint8Array.from({ length: 128 }, (_none, at) => at + 128),
);
const BYTE_OF = new Map(Array.from(UPPER, (character, at) => [character.charCodeAt(0), at + 128]));

/** A lead byte of UTF-8 and a byte that may follow it, as they look in Windows-1252. */
const TELLING = new RegExp(`[\u00C2-\u00F4][${UPPER.slice(0, 64)}]`, 'u');
/** Letters that must come out: fewer may stand there on purpose. */
const LEAST = 3;

/**
 * The text as it was meant; null where it is not certain that it was garbled: all of it has to be Windows-1252, and
 * to be UTF-8 byte by byte.
 */
export function repairMojibake(text: string): string | null {
  if (!TELLING.test(text)) return null;
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const byte = unit < 0x80 ? unit : BYTE_OF.get(unit);
    if (byte === undefined) return null;
    bytes[at] = byte;
  }
  try {
    const meant = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return (meant.match(/[^\0-\x7F]/gu)?.length ?? 0) < LEAST ? null : meant.replace(/^\uFEFF/u, '');
  } catch {
    return null;
  }
}
