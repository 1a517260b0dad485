/** Bytes to text: which encoding a file is in, and whether it is text at all. */
import { detect } from './detect.ts';
import { repairMojibake } from './mojibake.ts';
import { unreadable } from './unreadable.ts';

export interface Decoded {
  text: string;
  /** Letters that had been read in a wrong encoding before were put right: an inference. */
  repaired?: boolean;
  /** What to look at, where the encoding was a guess or did not fit everywhere. */
  messages: string[];
}

/** Bytes that the detector looks at. */
const SAMPLE = 256 * 1024;
/** HTML names its encoding within the first 1,024 bytes; some pages put it later. */
const META_WINDOW = 8 * 1024;
/** Share of characters that may be unreadable before the file is refused. */
const MAX_LOSS = 0.01;

/** Characters beyond ASCII that read as UTF-8 for each that does not, in a damaged file. */
const FITTING_FOR_ONE_LOST = 20;

/** First bytes of the files that often go under a wrong name, and the ending under which they can be imported. */
const SIGNATURES: [prefix: string, kind: string, endings: string | null][] = [
  ['%PDF', 'a PDF document', '.pdf'],
  ['PK\u0003\u0004', 'a ZIP archive, a Word document or a book', '.zip, .docx or .epub'],
  ['\u00D0\u00CF\u0011\u00E0', 'an old Office document', null],
  ['\u0089PNG', 'a picture', null],
  ['\u00FF\u00D8\u00FF', 'a picture', null],
  ['GIF8', 'a picture', null],
  ['{\\rtf', 'an RTF document', null],
  ['\u001F\u008B', 'a compressed file', null],
  ['SQLite format 3', 'a database', null],
];

/**
 * Decodes a file: by its byte order mark, else as strict UTF-8, else by the encoding that an HTML page names
 * of itself, else by what the bytes look like. Throws `file_unreadable` for a file that is empty, is not
 * text, or is in an encoding that cannot be told.
 */
export function decode(bytes: Uint8Array, fileName: string, html: boolean): Decoded {
  const wide = utf32(bytes);
  if (wide !== null) return notBlank({ text: wide, messages: [] }, fileName);
  const { encoding, markLength, messages, text } = encodingOf(bytes, fileName, html);
  if (text !== undefined) return notBlank(inWholeLetters({ text, messages }), fileName);
  return whole(encoding, bytes.subarray(markLength), fileName, messages);
}

/** UTF-8 that somebody took for Windows-1252 and saved as UTF-8 again (`FranÃ§ais`), where that is certain. */
function inWholeLetters(decoded: Decoded): Decoded {
  const text = repairMojibake(decoded.text);
  if (text === null) return decoded;
  return {
    text,
    repaired: true,
    messages: [...decoded.messages, 'Its letters had been garbled (as in “FranÃ§ais”) and were put right.'],
  };
}

/**
 * Text in UTF-32, which no platform decodes: with its mark, or with a zero as the first byte of every four (last
 * where the lowest comes first). Null for anything else.
 */
function utf32(bytes: Uint8Array): string | null {
  if (bytes.length < 8 || bytes.length % 4 !== 0) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const littleEndian of [true, false]) {
    const marked = view.getUint32(0, littleEndian) === 0xfeff;
    if (!marked && !isUtf32(view, littleEndian)) continue;
    const parts: string[] = [];
    for (let at = marked ? 4 : 0; at < bytes.length; at += 4) {
      const codePoint = view.getUint32(at, littleEndian);
      const isCharacter = codePoint <= 0x10ffff && (codePoint < 0xd800 || codePoint > 0xdfff);
      parts.push(isCharacter ? String.fromCodePoint(codePoint) : '\uFFFD');
    }
    return parts.join('');
  }
  return null;
}

/** The first characters all lie within Unicode, and most of them are letters of living scripts. */
function isUtf32(view: DataView, littleEndian: boolean): boolean {
  const length = Math.min(view.byteLength, 4096);
  for (let at = 0; at < length; at += 4) {
    const codePoint = view.getUint32(at, littleEndian);
    if (codePoint < 9 || codePoint > 0x1ffff) return false;
  }
  return true;
}

export interface Encoding {
  /** A name that `TextDecoder` knows. */
  encoding: string;
  /** Bytes of the byte order mark. */
  markLength: number;
  /** What to look at, where the encoding was a guess. */
  messages: string[];
  /** The bytes as text, where telling the encoding has brought it. */
  text?: string;
}

/** How a file is encoded that begins with `bytes`, or is them. Throws as `decode` does. */
export function encodingOf(bytes: Uint8Array, fileName: string, html: boolean): Encoding {
  if (bytes.length === 0) throw unreadable(`“${fileName}” is empty.`);
  refuseKnownBinary(bytes, fileName);
  const marked = byMark(bytes);
  if (marked !== null) return { encoding: marked.encoding, markLength: marked.length, messages: [] };
  const wide = wideWithoutMark(bytes);
  if (wide !== null) return guessed(wide);
  refuseControlBytes(bytes, fileName);
  const utf8 = strictly('utf-8', bytes);
  // ISO-2022 encodings are 7-bit: they pass for UTF-8 and show themselves by their escapes.
  const isSevenBit = bytes.includes(0x1b) && bytes.every((byte) => byte < 0x80);
  if (utf8 !== null && !isSevenBit) return plain('utf-8', utf8);
  if (utf8 === null && isDamagedUtf8(bytes)) return plain('utf-8');
  const stated = html ? statedEncoding(bytes) : null;
  if (stated !== null && stated !== 'utf-8') {
    const text = strictly(stated, bytes);
    if (text !== null) return plain(stated, text);
    if (lossOf(new TextDecoder(stated).decode(bytes)) <= MAX_LOSS) return plain(stated);
  }
  const guess = guessEncoding(bytes) ?? stated;
  if (guess === null)
    throw unreadable(`The encoding of “${fileName}” cannot be told. Save it as UTF-8 and import it again.`);
  return guessed(guess);
}

function plain(encoding: string, text?: string): Encoding {
  return { encoding, markLength: 0, messages: [], ...(text !== undefined && { text }) };
}

function guessed(encoding: string): Encoding {
  return { encoding, markLength: 0, messages: [guessMessage(encoding)] };
}

function byMark(bytes: Uint8Array): { encoding: string; length: number } | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', length: 2 };
  return null;
}

/** UTF-16 of text in Latin letters: nearly every second byte is zero, all on one side. */
function wideWithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const zeros = [0, 0];
  const sample = bytes.subarray(0, 4096);
  if (!sample.includes(0)) return null;
  for (let at = 0; at < sample.length; at += 1) if (sample[at] === 0) zeros[at % 2]! += 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > sample.length * 0.2 && even < odd / 20) return 'utf-16le';
  if (even > sample.length * 0.2 && odd < even / 20) return 'utf-16be';
  return null;
}

function refuseKnownBinary(bytes: Uint8Array, fileName: string): void {
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  const found = SIGNATURES.find(([prefix]) => start.startsWith(prefix));
  if (found === undefined) return;
  const [, kind, endings] = found;
  const remedy =
    endings === null
      ? 'Save its text as .txt, .md, .html or .docx and import that.'
      : `Let its name end in ${endings} and import it again.`;
  throw unreadable(`“${fileName}” is ${kind}, not text. ${remedy}`);
}

/** Text holds next to no control characters; a stray one is left out by the readers. */
function refuseControlBytes(bytes: Uint8Array, fileName: string): void {
  let controls = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]!;
    if (byte >= 32) continue;
    if (!(byte >= 9 && byte <= 13) && byte !== 0x1b && byte !== 0x1a) controls += 1;
  }
  if (controls > Math.max(2, bytes.length / 200))
    throw unreadable(
      `“${fileName}” is a binary file, not text. Save its text as .txt, .md or .html and import that.`,
    );
}

/**
 * UTF-8 with a few bytes that do not fit, for instance because it was cut off: in no other encoding do many
 * characters read as UTF-8 by chance.
 */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  const lost = countLost(text);
  const fitting = (text.match(/[^\0-\x7F]/gu)?.length ?? 0) - lost;
  return fitting >= lost * FITTING_FOR_ONE_LOST;
}

function statedEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, META_WINDOW));
  const label =
    /<meta\b[^>]{0,200}?\bcharset\s*=\s*["']?\s*([\w:-]+)/iu.exec(head)?.[1] ??
    /<\?xml\b[^>]{0,100}?\bencoding\s*=\s*["']([\w:-]+)/iu.exec(head)?.[1];
  return label === undefined ? null : supported(label);
}

function guessEncoding(bytes: Uint8Array): string | null {
  const { encoding } = detect(bytes.subarray(0, SAMPLE));
  return typeof encoding === 'string' ? supported(encoding) : null;
}

/** Names of the detector for which the platform has another. */
const OTHER_NAMES: Record<string, string> = {
  cp932: 'shift_jis',
  cp936: 'gbk',
  cp949: 'euc-kr',
  cp950: 'big5',
  uhc: 'euc-kr',
  cp866: 'ibm866',
  macroman: 'macintosh',
  maccyrillic: 'x-mac-cyrillic',
};

/** The name under which the platform decodes it, null where it does not. */
function supported(label: string): string | null {
  const plain = label
    .toLowerCase()
    .replace(/^iso(?=8859)/u, 'iso-')
    .replace(/^cp(?=125\d$|874$)/u, 'windows-');
  try {
    return new TextDecoder(OTHER_NAMES[plain] ?? plain).encoding;
  } catch {
    return null;
  }
}

function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function whole(encoding: string, bytes: Uint8Array, fileName: string, messages: string[]): Decoded {
  const text = new TextDecoder(encoding).decode(bytes);
  const lost = countLost(text);
  if (lossOf(text) > MAX_LOSS)
    throw unreadable(
      `“${fileName}” cannot be read: it looks like ${encoding}, but much of it does not fit. Save it as UTF-8 and import it again.`,
    );
  const loss = `${lost === 1 ? 'One character' : `${lost} characters`} could not be read and ${lost === 1 ? 'is' : 'are'} shown as �.`;
  return notBlank({ text, messages: lost > 0 ? [...messages, loss] : messages }, fileName);
}

function countLost(text: string): number {
  return text.match(/\uFFFD/gu)?.length ?? 0;
}

/** The share of characters that could not be read. */
function lossOf(text: string): number {
  return countLost(text) / Math.max(1, text.length);
}

function notBlank(decoded: Decoded, fileName: string): Decoded {
  if (decoded.text.trim() === '') throw unreadable(`“${fileName}” holds no text.`);
  return decoded;
}

function guessMessage(encoding: string): string {
  const singleByte = /^(?:windows|iso-8859|koi8|macintosh|ibm)/u.test(encoding);
  return `Read as ${encoding}; check ${singleByte ? 'accented letters' : 'that the text is right'}.`;
}
