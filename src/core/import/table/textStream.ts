/** A text file of any size, decoded piece by piece. */
import { encodingOf } from '../read/decode.ts';
import type { SourceFile } from '../read/sourceFile.ts';

/** Bytes by which the encoding is told. */
const SAMPLE = 1024 * 1024;

export interface TextStream {
  /** What to look at, where the encoding was a guess. */
  messages: string[];
  /** The text from its beginning, without byte order mark. Characters that cannot be read come as U+FFFD. */
  chunks(): AsyncGenerator<string>;
}

/** Rejects with `file_unreadable` where the file is empty, is not text, or is in an encoding that cannot be told. */
export async function openText(file: SourceFile): Promise<TextStream> {
  const { encoding, messages } = encodingOf(await beginning(file), file.name, false);
  return {
    messages,
    async *chunks() {
      const decoder = new TextDecoder(encoding);
      for await (const bytes of file.stream()) {
        const text = decoder.decode(bytes, { stream: true });
        if (text !== '') yield text;
      }
      const rest = decoder.decode();
      if (rest !== '') yield rest;
    },
  };
}

/** The first bytes; where the file goes on, without the character that the cut may have parted. */
async function beginning(file: SourceFile): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const bytes of file.stream()) {
    parts.push(bytes);
    length += bytes.length;
    if (length >= SAMPLE) break;
  }
  const sample = Buffer.concat(parts, length);
  if (length < SAMPLE || length >= file.size) return sample;
  let end = length;
  while (end > length - 8 && sample[end - 1]! >= 0x80) end -= 1;
  return sample.subarray(0, end);
}

/** The text that the file begins with, up to `most` characters, and whether that is all of it. */
export async function firstText(stream: TextStream, most: number): Promise<{ text: string; whole: boolean }> {
  let text = '';
  for await (const chunk of stream.chunks()) {
    text += chunk;
    if (text.length >= most) return { text: text.slice(0, most), whole: false };
  }
  return { text, whole: true };
}
