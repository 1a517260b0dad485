/** Spelling in the desktop app: by the dictionaries of this computer, and never by the network. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Session } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dictionaryFor, findDictionaries, serveDictionaries } from '#main/spelling/dictionaries.ts';
import { keepDictionariesLocal, useSpelling } from '#main/spelling/spelling.ts';
import { temporaryFolder } from '#test/contract/library.ts';
import { resetStandIn, standIn } from './electronStandIn.ts';

vi.mock('electron', async () => (await import('./electronStandIn.ts')).electron);

let folder: string;
const put = (name: string, bytes = 'BDic words'): void => {
  mkdirSync(join(folder, 'Dictionaries'), { recursive: true });
  writeFileSync(join(folder, 'Dictionaries', name), bytes);
};
beforeEach(() => {
  resetStandIn();
  folder = temporaryFolder();
  standIn.app.paths['userData'] = folder;
});
afterEach(() => vi.restoreAllMocks());

const platform = (name: NodeJS.Platform) => vi.spyOn(process, 'platform', 'get').mockReturnValue(name);
const session = (): Session => standIn.session as unknown as Session;
const use = (language: string | null) => useSpelling(session(), '/nowhere', language);

describe('dictionaries', () => {
  it('are found by the names that Chromium and distributions give them, and by what they hold', async () => {
    for (const name of ['en_GB.bdic', 'en-US-10-1.bdic', 'de.bdic', 'readme.bdic.txt']) put(name);
    put('fr_FR.bdic', 'no dictionary');
    const found = await findDictionaries([join(folder, 'none'), join(folder, 'Dictionaries')]);
    expect([...found.keys()].toSorted()).toEqual(['de', 'en-gb', 'en-us']);
    expect(dictionaryFor(found, 'en-GB')).toBe(join(folder, 'Dictionaries', 'en_GB.bdic'));
    expect(dictionaryFor(found, 'de-AT')).toBe(join(folder, 'Dictionaries', 'de.bdic'));
    expect(dictionaryFor(found, 'fr')).toBeNull();
  });

  it('are given to Chromium under the name that it asks for, and nothing else is', async () => {
    put('en_GB.bdic', 'BDic of English');
    const address = await serveDictionaries(() => findDictionaries([join(folder, 'Dictionaries')]));
    const get = (path: string): Promise<Response> => fetch(new URL(path, address));
    expect(new URL(address).hostname).toBe('127.0.0.1');
    expect(await (await get('en-gb-10-1.bdic')).text()).toBe('BDic of English');
    for (const path of ['fr-FR-3-0.bdic', '../en-GB-10-1.bdic', 'en-GB-10-1.bdic/..', ''])
      expect((await get(path)).status, path).toBe(404);
  });
});

describe('spelling', () => {
  it('never asks the network for dictionaries', async () => {
    await keepDictionariesLocal(session(), '/nowhere');
    const [address] = standIn.session.setSpellCheckerDictionaryDownloadURL.mock.calls[0] as [string];
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[0-9a-f]{32}\/$/);
  });

  it('follows the language of the brief, and says by what', async () => {
    platform('win32');
    put('en_US.bdic');
    const own = join(folder, 'Dictionaries');
    expect(await use('en-GB')).toEqual({ by: 'dictionary', folder: own });
    expect(await use('de-AT')).toEqual({ by: 'none', folder: own });
    expect(await use('pt-PT')).toEqual({ by: 'none', folder: own });
    expect(standIn.session.setSpellCheckerLanguages.mock.calls).toEqual([[['en-GB']], [['de']], [['pt-BR']]]);
    expect(standIn.session.setSpellCheckerEnabled.mock.lastCall).toEqual([true]);
  });

  it.each([null, 'ko-KR'])('is off for %s, and not in another language', async (language) => {
    platform('linux');
    expect(await use(language)).toMatchObject({ by: 'none' });
    expect(standIn.session.setSpellCheckerEnabled.mock.calls).toEqual([[false]]);
    expect(standIn.session.setSpellCheckerLanguages).not.toHaveBeenCalled();
  });

  it('is the system’s own on a Mac', async () => {
    platform('darwin');
    expect(await use('ko-KR')).toEqual({ by: 'system', folder: null });
    expect(await use(null)).toEqual({ by: 'none', folder: null });
    expect(standIn.session.setSpellCheckerEnabled.mock.calls).toEqual([[true], [false]]);
  });
});
