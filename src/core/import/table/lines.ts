/** The lines of a text that comes in pieces. */

/** Longest line, in characters. */
export const MAX_LINE = 16 * 1024 * 1024;

export interface NumberedLine {
  /** From 1. */
  number: number;
  /** Without its end; null for a line beyond `MAX_LINE` characters, of which nothing is held. */
  text: string | null;
}

export async function* readLines(chunks: AsyncIterable<string>): AsyncGenerator<NumberedLine> {
  let number = 1;
  let held: string[] = [];
  let length = 0;
  const add = (part: string): void => {
    length += part.length;
    if (length > MAX_LINE) held = [];
    else held.push(part);
  };
  const take = (): NumberedLine => {
    const line = { number, text: length > MAX_LINE ? null : held.join('').replace(/\r$/u, '') };
    number += 1;
    held = [];
    length = 0;
    return line;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf('\n'); end !== -1; end = chunk.indexOf('\n', from)) {
      add(chunk.slice(from, end));
      yield take();
      from = end + 1;
    }
    add(chunk.slice(from));
  }
  if (length > 0) yield take();
}
