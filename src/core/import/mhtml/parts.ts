/** The parts of a MIME message (RFC 2045, 2046) as bytes, for files whose own encoding is still to be told. */

export interface MimePart {
  /** By name in lower case; folded lines in one. The first of several counts. */
  headers: Map<string, string>;
  /** As `text/html`, in lower case. */
  type: string;
  /** Of the content type, by name in lower case. */
  parameters: Map<string, string>;
  /** Where the part came from, resolved by nobody. */
  location: string | null;
  /** Decoded from its transfer encoding. */
  content(): Uint8Array;
}

/** Multiparts inside each other. */
const MAX_DEPTH = 8;
const MAX_PARTS = 20_000;
/** Header lines, in bytes. */
const MAX_HEADER = 256 * 1024;

export interface MimeMessage {
  headers: Map<string, string>;
  /** What is no multipart itself, in order. */
  parts: MimePart[];
}

/** Whatever the bytes are, they are read as a message; one that is none has a part without headers. */
export function readMime(bytes: Uint8Array): MimeMessage {
  // One character a byte: offsets stay those of the file.
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const parts: MimePart[] = [];
  const headers = collect(source, 0, parts);
  return { headers, parts };
}

function collect(source: string, depth: number, parts: MimePart[]): Map<string, string> {
  const { headers, body } = splitHeader(source);
  const { value: type, parameters } = parseType(headers.get('content-type') ?? '');
  const boundary = parameters.get('boundary');
  if (type.startsWith('multipart/') && boundary !== undefined && depth < MAX_DEPTH) {
    for (const section of sectionsOf(body, boundary)) {
      if (parts.length >= MAX_PARTS) break;
      collect(section, depth + 1, parts);
    }
    return headers;
  }
  const encoding = (headers.get('content-transfer-encoding') ?? '').trim().toLowerCase();
  parts.push({
    headers,
    type,
    parameters,
    location: headers.get('content-location')?.trim() ?? null,
    content: () => decoded(body, encoding),
  });
  return headers;
}

function splitHeader(source: string): { headers: Map<string, string>; body: string } {
  const start = source.startsWith('\r\n') ? 2 : source.startsWith('\n') ? 1 : 0;
  if (start > 0) return { headers: new Map(), body: source.slice(start) };
  const window = source.slice(0, MAX_HEADER);
  const end = /\r?\n\r?\n/u.exec(window);
  const head = end === null ? window : window.slice(0, end.index);
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/gu, ' ').split(/\r?\n/u)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return { headers, body: end === null ? '' : source.slice(end.index + end[0].length) };
}

/** What stands between the lines `--boundary`; a missing last line ends with the file. */
function* sectionsOf(body: string, boundary: string): Generator<string> {
  const delimiter = `--${boundary}`;
  let start = -1;
  for (let at = body.indexOf(delimiter); at !== -1; at = body.indexOf(delimiter, at + delimiter.length)) {
    if (at > 0 && body[at - 1] !== '\n') continue;
    if (start !== -1) yield body.slice(start, at).replace(/\r?\n$/u, '');
    if (body.startsWith('--', at + delimiter.length)) return;
    const lineEnd = body.indexOf('\n', at);
    if (lineEnd === -1) return;
    start = lineEnd + 1;
  }
  if (start !== -1) yield body.slice(start);
}

function parseType(header: string): { value: string; parameters: Map<string, string> } {
  const [value = ''] = header.split(';', 1);
  const parameters = new Map<string, string>();
  for (const [, name = '', quoted, plain] of header.matchAll(
    /;\s*([\w*-]+)\s*=\s*(?:"([^"]*)"|([^\s;"]+))/gu,
  ))
    parameters.set(name.toLowerCase(), quoted ?? plain ?? '');
  return { value: value.trim().toLowerCase(), parameters };
}

function decoded(body: string, encoding: string): Uint8Array {
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1');
  const text = body
    .replace(/[ \t]+(?=\r?\n)/gu, '')
    .replace(/=\r?\n/gu, '')
    .replace(/=([\dA-F]{2})/giu, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(text, 'latin1');
}
