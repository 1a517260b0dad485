/** Spelling dictionaries that are on this computer already, and how Chromium gets them without the network. */
import { randomBytes } from 'node:crypto';
import { open, readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** Where Linux distributions put Hunspell's dictionaries in Chromium's form: Debian's own, and those for Qt WebEngine. */
export const SYSTEM_FOLDERS = [
  '/usr/share/hunspell-bdic',
  '/usr/share/qt6/qtwebengine_dictionaries',
  '/usr/share/qt5/qtwebengine_dictionaries',
];

/** `en_GB.bdic`, `en-GB-10-1.bdic`, `de.bdic`: language and region. */
const FILE = /^([a-z]{2,3})(?:[-_]([a-z]{2}))?(?:[-_][\w-]*)?\.bdic$/i;
/** The first bytes of a dictionary. */
const MAGIC = 'BDic';

/** The dictionaries in some folders by language (`en-gb`, `de`); of several for one the first. Folders may be absent. */
export async function findDictionaries(folders: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const folder of folders) {
    const names = await readdir(folder).catch(() => []);
    for (const name of names.toSorted((one, other) => one.localeCompare(other))) {
      const tag = tagOf(name);
      const path = join(folder, name);
      if (tag !== null && !found.has(tag) && (await isDictionary(path))) found.set(tag, path);
    }
  }
  return found;
}

/** The dictionary for a language, else for another region of it; null where there is none. */
export function dictionaryFor(found: ReadonlyMap<string, string>, tag: string): string | null {
  const wanted = tag.toLowerCase();
  const language = wanted.split('-')[0]!;
  const other = [...found.keys()].find((one) => one.split('-')[0] === language);
  return found.get(wanted) ?? found.get(language) ?? (other === undefined ? null : found.get(other)!);
}

function tagOf(name: string): string | null {
  const [, language, region] = FILE.exec(name) ?? [];
  if (language === undefined) return null;
  return (region === undefined ? language : `${language}-${region}`).toLowerCase();
}

async function isDictionary(path: string): Promise<boolean> {
  const file = await open(path).catch(() => null);
  if (file === null) return false;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(MAGIC.length), 0, MAGIC.length, 0);
    return bytesRead === MAGIC.length && buffer.toString('latin1') === MAGIC;
  } catch {
    return false;
  } finally {
    await file.close();
  }
}

/**
 * Chromium asks a server for a dictionary that it has not, by default one of Google's. This one is on the loopback
 * address, gives nothing but dictionaries, and only under a secret path. Resolves to its address.
 */
export async function serveDictionaries(find: () => Promise<ReadonlyMap<string, string>>): Promise<string> {
  const secret = `/${randomBytes(16).toString('hex')}/`;
  const server = createServer((request, response) => {
    const { url = '', method } = request;
    const answer = async (): Promise<Buffer | null> => {
      const tag = method === 'GET' && url.startsWith(secret) ? tagOf(url.slice(secret.length)) : null;
      const path = tag === null ? null : dictionaryFor(await find(), tag);
      return path === null ? null : readFile(path);
    };
    answer()
      .catch(() => null)
      .then(
        (bytes) => {
          response.writeHead(bytes === null ? 404 : 200, { 'content-type': 'application/octet-stream' });
          response.end(bytes ?? undefined);
        },
        () => response.destroy(),
      );
  });
  // Whoever quits need not wait for it.
  server.unref();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}${secret}`;
}
