/** Files of references: each entry is a source without text. */
import { DossierError } from '#contract/errors.ts';
import { decode } from '../read/decode.ts';
import { MAX_BYTES, tooLarge } from '../read/formats.ts';
import type { ReadItem } from '../read/item.ts';
import type { SourceFile } from '../read/sourceFile.ts';
import { referenceOfBib } from './bibtex.ts';
import { bibEntries, inherit } from './bibtexEntries.ts';
import { endnoteRecords, referenceOfEndnote } from './endnote.ts';
import { referenceOfRis, risRecords } from './ris.ts';
import { loadTex } from './tex.ts';

export async function* readBibtex(file: SourceFile): AsyncGenerator<ReadItem> {
  const { text, messages } = await textOf(file);
  const { entries, broken } = bibEntries(text);
  if (entries.length === 0 && broken.length === 0) throw none(file.name, 'BibTeX entries');
  const tex = await loadTex();
  let first = true;
  for (const entry of inherit(entries)) {
    const name = `${file.name}, ${entry.key === '' ? `line ${entry.line}` : entry.key}`;
    const item = attempt(name, () => referenceOfBib(entry, tex, name));
    if (first && item.kind !== 'refused') item.messages.unshift(...messages);
    first = false;
    yield item;
  }
  for (const { line } of broken) {
    const name = `${file.name}, line ${line}`;
    yield {
      kind: 'refused',
      name,
      message: `“${name}” begins an entry that does not end, or that holds nothing.`,
    };
  }
}

export async function* readRis(file: SourceFile): AsyncGenerator<ReadItem> {
  const { text, messages } = await textOf(file);
  const records = risRecords(text);
  if (records.length === 0) throw none(file.name, 'RIS records');
  for (const [index, record] of records.entries()) {
    const name = `${file.name}, record ${index + 1}`;
    const item = attempt(name, () => referenceOfRis(record, name));
    if (index === 0 && item.kind !== 'refused') item.messages.unshift(...messages);
    yield item;
  }
}

/** `text` is the file, decoded. */
export function* readEndnote(text: string, fileName: string): Generator<ReadItem> {
  let found = false;
  for (const record of endnoteRecords(text)) {
    found = true;
    const name = `${fileName}, record ${record.number}`;
    yield record.text === null
      ? { kind: 'refused', name, message: `“${name}” does not end, or is too large for a reference.` }
      : attempt(name, () => referenceOfEndnote(record.text ?? '', name));
  }
  if (!found) throw none(fileName, 'EndNote records');
}

function attempt(name: string, read: () => ReadItem): ReadItem {
  try {
    return read();
  } catch (error) {
    return { kind: 'refused', name, message: `“${name}” could not be read: ${reason(error)}.` };
  }
}

function reason(error: unknown): string {
  return error instanceof RangeError ? 'it is nested too deeply' : 'it is broken';
}

async function textOf(file: SourceFile): Promise<{ text: string; messages: string[] }> {
  if (file.size > MAX_BYTES) throw new DossierError('file_unreadable', tooLarge(file.name));
  return decode(await file.bytes(), file.name, false);
}

function none(fileName: string, what: string): DossierError {
  return new DossierError('file_unreadable', `“${fileName}” holds no ${what}.`);
}
