/** File names from titles, for every system. */

/** UTF-8 bytes of the name without its ending: file systems take 255 with it. */
const MAX_BYTES = 120;

/** Names that Windows keeps for devices, with or without an ending. */
const RESERVED = /^(con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³]) *(?=\.|$)/i;

/** `Title.pdf`: nothing that Windows, macOS or Linux refuses in a name, never empty or hidden. */
export function fileNameFor(title: string, extension: string): string {
  const cleaned = title
    .normalize('NFC')
    // Control, format and separator characters, private use, halves of surrogate pairs.
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, ' ')
    .replaceAll(/["?*<>|]/g, '')
    .replaceAll(/[/\\:]+/g, '-')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[\s.-]+/, '');
  const name = withoutTail(shortened(cleaned));
  if (name === '') return `brief.${extension}`;
  return `${name.replace(RESERVED, '$1-brief')}.${extension}`;
}

function shortened(name: string): string {
  const encoder = new TextEncoder();
  let kept = '';
  let bytes = 0;
  for (const { segment } of new Intl.Segmenter().segment(name)) {
    bytes += encoder.encode(segment).length;
    if (bytes > MAX_BYTES) return kept;
    kept += segment;
  }
  return kept;
}

function withoutTail(name: string): string {
  return name.replace(/[\s.-]+$/, '');
}
