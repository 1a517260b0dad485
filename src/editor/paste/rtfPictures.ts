/**
 * The pictures in rich text (RTF 1.9, "Pictures"): word processors name files of theirs in the page that they put on
 * the clipboard, which nobody else can read, and write the pixels as hexadecimal digits into the rich text beside it.
 */

export interface RtfPicture {
  format: 'png' | 'jpg';
  bytes: Uint8Array<ArrayBuffer>;
}

/** In their order; older copies of the same ones, and other formats, are passed over. */
export function rtfPictures(rtf: string): RtfPicture[] {
  const pictures: RtfPicture[] = [];
  for (const match of rtf.matchAll(/\{\\pict\b/gu)) {
    const before = rtf.slice(Math.max(0, match.index - 16), match.index);
    if (/\{\\nonshppict\s*$/u.test(before)) continue;
    const group = groupAt(rtf, match.index);
    const format = /\\pngblip\b/u.test(group.head) ? 'png' : /\\jpegblip\b/u.test(group.head) ? 'jpg' : null;
    if (format !== null && group.hex.length > 0)
      pictures.push({
        format,
        bytes: Uint8Array.from(group.hex.match(/../gu) ?? [], (pair) => Number.parseInt(pair, 16)),
      });
  }
  return pictures;
}

/** The words of a group, without the groups in it, parted into its controls and its digits. */
function groupAt(rtf: string, start: number): { head: string; hex: string } {
  let own = '';
  let depth = 0;
  let from = start;
  const brace = /[{}]/gu;
  brace.lastIndex = start;
  for (let match = brace.exec(rtf); match !== null; match = brace.exec(rtf)) {
    if (depth === 1) own += rtf.slice(from, match.index);
    depth += match[0] === '{' ? 1 : -1;
    from = match.index + 1;
    if (depth === 0) break;
  }
  const [head = ''] = /^(?:\\[a-z]+-?\d*\s?|\\\*|\s)*/iu.exec(own) ?? [];
  return { head, hex: own.slice(head.length).replaceAll(/[^0-9a-f]+/giu, '') };
}
