import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '#test/contract/library.ts';
import type { CoreContext } from '../context.ts';
import { libraryFolder } from '../db/folder.ts';
import { appHandlers } from './handlers.ts';
import { rememberWritten } from './writtenFiles.ts';

let asked: string[];
let folder: string;
let context: CoreContext;
beforeEach(() => {
  asked = [];
  folder = temporaryFolder();
  mkdirSync(join(folder, 'library'));
  context = {
    folder: libraryFolder(join(folder, 'library')),
    appVersion: '1.2.3',
    resources: resolve(import.meta.dirname, '../../../resources'),
    ports: {
      capabilities: { nativeDialogs: true, revealFile: true, openLinks: true, nativeMenu: true },
      openLink: (url: string) => Promise.resolve(void asked.push(url)),
      revealFile: (path: string) => Promise.resolve(void asked.push(path)),
    },
  } as unknown as CoreContext;
});

describe('links', () => {
  it.each(['https://example.org/a?b=c#d', 'http://example.org/', 'mailto:a@example.org'])(
    'opens %s',
    async (url) => {
      await appHandlers(context)['app.openLink']({ url });
      expect(asked).toEqual([url]);
    },
  );

  it.each([
    'file:///etc/passwd',
    'JavaScript:alert(1)',
    ' javascript:alert(1)',
    'vbscript:x',
    'smb://host',
    '//host',
    '',
  ])('refuses %j', async (url) => {
    await expect(appHandlers(context)['app.openLink']({ url })).rejects.toMatchObject({
      code: 'invalid_input',
    });
    expect(asked).toEqual([]);
  });

  it('says so where the host cannot open them', async () => {
    context.ports.capabilities.openLinks = false;
    await expect(appHandlers(context)['app.openLink']({ url: 'https://example.org' })).rejects.toMatchObject({
      code: 'unsupported',
    });
  });
});

function reveal(path: string): Promise<unknown> {
  return Promise.resolve(appHandlers(context)['app.revealFile']({ path }));
}

describe('files to show', () => {
  it('are those of the library and those that Dossier wrote', async () => {
    const inside = join(folder, 'library', 'library.sqlite');
    const exported = join(folder, 'brief.pdf');
    for (const path of [inside, exported]) writeFileSync(path, '');
    await expect(reveal(exported)).rejects.toMatchObject({ code: 'invalid_input' });
    rememberWritten(context, exported);
    await reveal(exported);
    await reveal(inside);
    expect(asked).toEqual([exported, inside]);
  });

  it('are no others, by whatever way', async () => {
    const secret = join(folder, 'secret');
    mkdirSync(join(folder, 'library-beside'));
    writeFileSync(secret, '');
    writeFileSync(join(folder, 'library-beside', 'x'), '');
    symlinkSync(secret, join(folder, 'library', 'link'));
    for (const path of [
      secret,
      join(folder, 'library', '..', 'secret'),
      join(folder, 'library', 'link'),
      join(folder, 'library-beside', 'x'),
      join(folder, 'library', 'missing'),
      'relative',
    ])
      await expect(reveal(path)).rejects.toMatchObject({
        code: 'invalid_input',
        message: expect.stringContaining(path),
      });
    expect(asked).toEqual([]);
  });
});

it('shows the notices with the attribution that citeproc-js asks for', async () => {
  const notices = await appHandlers(context)['app.notices']({});
  for (const words of [
    'citeproc-js implements the Citation Style Language',
    'Frank Bennett',
    'https://citationstyles.org',
    'Common Public Attribution License Version 1.0',
    'SIL OPEN FONT LICENSE',
    'better-sqlite3 ',
  ])
    expect(notices).toContain(words);
});
