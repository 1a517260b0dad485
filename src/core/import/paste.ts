/** Pasted text becomes an article, read as a file with the same content would be. */
import { DossierError } from '#contract/errors.ts';
import type { Handlers } from '#contract/index.ts';
import type { ImportEntry } from '#contract/import.ts';
import type { Database } from '../db/connect.ts';
import { getSummaries } from '../articles/store.ts';
import type { Leftovers } from './leftovers.ts';
import type { ReadResult } from './read/fileReader.ts';
import { ReaderStopped, type ReaderThread } from './readerThread.ts';
import type { Written } from './write.ts';

export interface PasteParts {
  db: Database;
  reader: ReaderThread;
  write: (result: ReadResult) => Written;
  leftovers: Leftovers;
  onChanged: (articleIds: number[]) => void;
}

interface Pasted {
  html?: string | undefined;
  text?: string | undefined;
}

type PastedArticle = Extract<ReadResult, { kind: 'article' }>;

/** The name of what was pasted, as long as it has no better title. */
const NAME = 'Pasted text';

export function pasteHandlers({
  db,
  reader,
  write,
  leftovers,
  onChanged,
}: PasteParts): Handlers<'import.readPasted' | 'import.paste'> {
  const readAs = async (ending: 'html' | 'txt', content: string, keep: boolean): Promise<ReadResult> => {
    const name = `${NAME}.${ending}`;
    const bytes = new TextEncoder().encode(content);
    try {
      const [result] = await reader.call((thread) => thread.readBytes(name, bytes, keep));
      return result ?? { file: 0, item: 0, kind: 'refused', name, message: `“${name}” holds no text.` };
    } catch (error) {
      throw error instanceof ReaderStopped ? error.asError(name) : error;
    }
  };

  /** Plain text stands in where the HTML holds no article. */
  const read = async ({ html = '', text = '' }: Pasted, keep: boolean): Promise<ReadResult> => {
    const asHtml = html.trim() === '' ? null : await readAs('html', html, keep);
    if (asHtml !== null && (asHtml.kind !== 'refused' || text.trim() === '')) return asHtml;
    if (text.trim() === '')
      throw new DossierError(
        'invalid_input',
        'There is no text to paste. Copy the article first, then paste it here.',
      );
    return readAs('txt', text, keep);
  };

  return {
    'import.readPasted': async (pasted) => {
      const result = await read(pasted, false);
      if (result.kind === 'refused') throw new DossierError('file_unreadable', result.message);
      // The library may hold the very same bytes: importing will say so.
      if (result.kind !== 'article') return { title: '', url: '', words: 0, messages: [] };
      const { csl, unconfirmed } = result.metadata;
      const isNamed = csl.title !== NAME || !unconfirmed.includes('title');
      const { words, messages } = result;
      return {
        title: isNamed ? csl.title : '',
        url: csl.URL ?? '',
        words,
        messages: isNamed ? messages : [],
      };
    },
    'import.paste': ({ title, url, ...pasted }) =>
      leftovers.whileReading(async () => {
        const result = await read(pasted, true);
        if (result.kind === 'refused') throw new DossierError('file_unreadable', result.message);
        const named = result.kind === 'article' ? withSeen(result, title.trim(), url.trim()) : result;
        const { entry, changed, unneeded } = db.transaction(() => write(named)).immediate();
        if (changed !== null) onChanged([changed]);
        if (unneeded !== null) leftovers.discard([unneeded]);
        return toEntry(db, entry, named.name);
      }),
  };
}

/** The analyst saw these two: they are confirmed. */
function withSeen(read: PastedArticle, title: string, url: string): PastedArticle {
  const { csl, unconfirmed } = read.metadata;
  const { URL: _inferred, ...rest } = csl;
  const seen = { ...rest, title: title === '' ? csl.title : title, ...(url !== '' && { URL: url }) };
  const open = unconfirmed.filter((field) => field !== 'URL' && (field !== 'title' || title === ''));
  const messages =
    title === '' ? read.messages : read.messages.filter((message) => !message.includes('file name'));
  return { ...read, metadata: { ...read.metadata, csl: seen, unconfirmed: open }, messages };
}

function toEntry(db: Database, { status, articleId, message }: Written['entry'], file: string): ImportEntry {
  const title = articleId === undefined ? undefined : getSummaries(db, [articleId])[0]?.title;
  return {
    file,
    status,
    ...(articleId !== undefined && { articleId }),
    ...(title !== undefined && { title }),
    ...(message !== undefined && { message }),
  };
}
