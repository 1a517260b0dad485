/** Spelling in the language of the brief, by what is on this computer: nothing is downloaded. */
import { join } from 'node:path';
import { app, type Session } from 'electron';
import type { SpellingAnswer } from '#contract/app.ts';
import { dictionaryFor, findDictionaries, serveDictionaries, SYSTEM_FOLDERS } from './dictionaries.ts';

/** Nobody listens there (RFC 863): for a computer on which no server of ours may. */
const NOWHERE = 'http://127.0.0.1:9/';

/** Has to run before the first window: with that Chromium begins to look for dictionaries. */
export async function keepDictionariesLocal(session: Session, resources: string): Promise<void> {
  const address = await serveDictionaries(() => findDictionaries(folders(resources))).catch(() => NOWHERE);
  session.setSpellCheckerDictionaryDownloadURL(address);
}

/** Checks what is written in `language` (BCP 47); null for not at all. */
export async function useSpelling(
  session: Session,
  resources: string,
  language: string | null,
): Promise<SpellingAnswer> {
  // A Mac checks by itself, in the languages that it finds in the text.
  const isMac = process.platform === 'darwin';
  const code = language === null || isMac ? null : codeFor(session.availableSpellCheckerLanguages, language);
  const enable = language !== null && (isMac || code !== null);
  session.setSpellCheckerEnabled(enable);
  if (isMac) return { by: enable ? 'system' : 'none', folder: null };
  // An empty list would mean American English.
  if (code !== null) session.setSpellCheckerLanguages([code]);
  const has = code !== null && dictionaryFor(await findDictionaries(folders(resources)), code) !== null;
  return { by: has ? 'dictionary' : 'none', folder: ownFolder() };
}

/** Of the languages that Chromium knows: the same, without its region, or with another. */
function codeFor(available: readonly string[], language: string): string | null {
  const [base] = language.split('-');
  return (
    available.find((code) => code.toLowerCase() === language.toLowerCase()) ??
    available.find((code) => code === base) ??
    available.find((code) => code.startsWith(`${base}-`)) ??
    null
  );
}

/** Where Chromium keeps dictionaries, and an analyst may put others. */
const ownFolder = (): string => join(app.getPath('userData'), 'Dictionaries');

function folders(resources: string): string[] {
  return [
    ownFolder(),
    join(resources, 'dictionaries'),
    ...(process.platform === 'linux' ? SYSTEM_FOLDERS : []),
  ];
}
