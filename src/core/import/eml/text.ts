/** The text of a plain message: what its sender wrote, and what is quoted of others. */
import type { DraftBlock } from '../content/draft.ts';
import { plainBlock } from '../content/draft.ts';
import { readBody } from '../plain/body.ts';
import { splitLines } from '../plain/lines.ts';

const QUOTED = /^(?:>\s?)+/u;

/** Lines that begin with ">" are quotes, whatever their depth. */
export function textBlocks(text: string): DraftBlock[] {
  return stretchesOf(text).flatMap(({ quoted, lines }) => {
    if (quoted) return unwrapped(lines).map((paragraph) => plainBlock('quote', paragraph));
    const own = splitLines(lines.join('\n'));
    const { blocks, teasers } = readBody(own);
    // Nothing in a letter leads to other articles.
    return teasers.length === 0 ? blocks : own.map((line) => plainBlock('paragraph', line.text));
  });
}

/** Shortest line that a mail program breaks, in UTF-16 units: they break at 60 to 78. */
const WRAPPED = 38;

/** Paragraphs of lines that a mail program broke. */
function unwrapped(lines: string[]): string[] {
  const paragraphs: string[] = [];
  let open = false;
  for (const line of lines.map((one) => one.trim())) {
    if (line === '') open = false;
    else if (open && !/^(?:[-*•]\s|\d{1,2}[.)]\s)/u.test(line)) {
      paragraphs.push(`${paragraphs.pop()!} ${line}`);
      open = line.length >= WRAPPED;
    } else {
      paragraphs.push(line);
      open = line.length >= WRAPPED;
    }
  }
  return paragraphs;
}

interface Stretch {
  quoted: boolean;
  lines: string[];
}

function stretchesOf(text: string): Stretch[] {
  const stretches: Stretch[] = [];
  for (const line of text.split(/\r?\n/u)) {
    // What parts a signature from the text (RFC 3676, 4.3).
    if (/^-- ?$/u.test(line)) continue;
    const quoted = QUOTED.test(line);
    const bare = line.replace(QUOTED, '');
    const last = stretches.at(-1);
    // A blank line goes on with what it stands in.
    if (last !== undefined && (last.quoted === quoted || (!last.quoted && line.trim() === '')))
      last.lines.push(bare);
    else stretches.push({ quoted, lines: [bare] });
  }
  return stretches;
}
