import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { DossierError } from '#contract/errors.ts';
import { temporaryFolder } from '#test/contract/library.ts';
import { BACKUPS_KEPT } from './backup.ts';
import { openReadWrite } from './connect.ts';
import type { Migration } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { openLibrary } from './open.ts';

const create = (path: string): void => openLibrary({ path, create: true }).close();

/** Every file of a folder with its bytes. */
function snapshot(path: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(path, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(path, name)).isFile())
      .map((name) => [name, readFileSync(join(path, name), 'base64')]),
  );
}

/** The code with which opening fails; more than that where the folder was changed or is not named. */
function refusal(path: string, options: { create?: boolean; shipped?: Migration[] } = {}): string {
  const contents = (): unknown => (existsSync(path) ? snapshot(path) : null);
  const before = contents();
  try {
    openLibrary({ path, create: options.create ?? false }, options.shipped).close();
    return 'opened';
  } catch (error) {
    const { code, message } = error as DossierError;
    if (!isDeepStrictEqual(contents(), before)) return `${code}, and changed the folder`;
    return message.includes(path) ? code : `${code}: ${message}`;
  }
}

describe('a new library', () => {
  it('has its parts, its mark and its schema', () => {
    const path = join(temporaryFolder(), 'a', 'b');
    const { db, close } = openLibrary({ path, create: true });
    expect(db.pragma('application_id', { simple: true })).toBe(0x444f5352);
    expect(db.pragma('user_version', { simple: true })).toBe(migrations.at(-1)!.id);
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(db.pragma('synchronous', { simple: true })).toBe(2);
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
    close();
    expect(readdirSync(path).toSorted()).toEqual(['backups', 'library.lock', 'library.sqlite', 'originals']);
  });

  it('leaves the other files of its folder alone', () => {
    const path = temporaryFolder();
    writeFileSync(join(path, 'notes.txt'), 'mine');
    create(path);
    expect(readFileSync(join(path, 'notes.txt'), 'utf8')).toBe('mine');
  });

  it('is not made without being asked for', () => {
    const path = temporaryFolder();
    expect(refusal(path)).toBe('library_missing');
    expect(refusal(join(path, 'nowhere'))).toBe('library_missing');
  });

  it('is not made in place of one that has lost its library.sqlite', () => {
    const path = temporaryFolder();
    create(path);
    writeFileSync(join(path, 'originals', 'abc'), 'x');
    rmSync(join(path, 'library.sqlite'));
    expect(refusal(path, { create: true })).toBe('library_missing');
  });

  it('is not made where a file is', () => {
    const path = join(temporaryFolder(), 'file');
    writeFileSync(path, 'x');
    expect(() => openLibrary({ path, create: true })).toThrow(/a file, not a folder/);
    expect(readFileSync(path, 'utf8')).toBe('x');
  });

  it('is made again after a start that was interrupted', () => {
    const path = temporaryFolder();
    writeFileSync(join(path, 'library.sqlite.new'), 'half');
    create(path);
    expect(readdirSync(path)).not.toContain('library.sqlite.new');
  });
});

describe('the lock', () => {
  it('keeps a second opener of the same process out, and lets the next one in', () => {
    const path = temporaryFolder();
    const first = openLibrary({ path, create: true });
    expect(() => openLibrary({ path, create: false })).toThrow(
      expect.objectContaining({ code: 'library_locked' }),
    );
    // The refused attempt must not have freed the lock.
    expect(() => openLibrary({ path, create: false })).toThrow(
      expect.objectContaining({ code: 'library_locked' }),
    );
    first.close();
    openLibrary({ path, create: false }).close();
  });

  it('keeps another process out at once', () => {
    const path = temporaryFolder();
    const first = openLibrary({ path, create: true });
    const second = openElsewhere(path);
    first.close();
    expect(second).toBe('library_locked');
    expect(openElsewhere(path)).toBe('opened');
  });
});

describe('a library that cannot be opened', () => {
  it('was written by a newer Dossier', () => {
    const path = temporaryFolder();
    create(path);
    expect(refusal(path, { shipped: migrations.slice(0, -1) })).toBe('library_newer');
    const db = openReadWrite(join(path, 'library.sqlite'));
    db.prepare("INSERT INTO migration VALUES (15, 'from a branch', '')").run();
    db.close();
    expect(refusal(path)).toBe('library_newer');
  });

  it('has a schema that Dossier never had', () => {
    const path = temporaryFolder();
    create(path);
    const db = openReadWrite(join(path, 'library.sqlite'));
    db.prepare('DELETE FROM migration WHERE id = 20').run();
    db.close();
    expect(refusal(path)).toBe('library_corrupt');
  });

  it.each([
    ['is empty', Buffer.alloc(0)],
    ['is text', Buffer.from('Once upon a time. '.repeat(100))],
    ['has a damaged header', Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(8000, 0xff)])],
  ])('%s', (_name, bytes) => {
    const path = temporaryFolder();
    writeFileSync(join(path, 'library.sqlite'), bytes);
    expect(refusal(path)).toBe('library_corrupt');
    expect(refusal(path, { create: true })).toBe('library_corrupt');
  });

  it('is cut short', () => {
    const path = temporaryFolder();
    create(path);
    truncateSync(join(path, 'library.sqlite'), 8192);
    expect(refusal(path)).toBe('library_corrupt');
  });

  it('belongs to another program', () => {
    const path = temporaryFolder();
    const db = openReadWrite(join(path, 'library.sqlite'), { create: true });
    db.exec('CREATE TABLE article (id)');
    db.close();
    expect(refusal(path, { create: true })).toBe('library_corrupt');
  });

  it('is a folder', () => {
    const path = temporaryFolder();
    mkdirSync(join(path, 'library.sqlite'));
    expect(refusal(path)).toBe('library_corrupt');
  });

  it.runIf(process.getuid !== undefined && process.platform !== 'win32').each(['folder', 'file'])(
    'is in a %s that may not be written',
    (what) => {
      const path = temporaryFolder();
      create(path);
      rmSync(join(path, 'library.lock'));
      for (const name of ['', 'library.sqlite', 'originals', 'backups'])
        chmodSync(join(path, name), name === 'library.sqlite' ? 0o666 : 0o777);
      if (what === 'folder') chmodSync(path, 0o555);
      else chmodSync(join(path, 'library.sqlite'), 0o444);
      const before = snapshot(path);
      // Root may write everywhere: ask as somebody else.
      const outcome = openElsewhere(path, process.getuid?.() === 0 ? 65_534 : undefined);
      expect(outcome).toBe('library_read_only');
      expect(snapshot(path)).toEqual(before);
      chmodSync(path, 0o755);
    },
  );
});

describe('an older library', () => {
  const probe: Migration = { id: 9990, name: 'probe', up: (db) => void db.exec('CREATE TABLE probe (id)') };

  it('is copied to backups/ before it is brought up to date', () => {
    const path = temporaryFolder();
    const first = openLibrary({ path, create: true });
    first.db.prepare("INSERT INTO setting VALUES ('a', '1')").run();
    first.close();
    const second = openLibrary({ path, create: false }, [...migrations, probe]);
    expect(second.db.prepare('SELECT * FROM probe').all()).toEqual([]);
    second.close();
    const [copy] = readdirSync(join(path, 'backups'));
    expect(copy).toMatch(/^library-\d{8}T\d{9}Z-before-9990\.sqlite$/);
    const backup = openReadWrite(join(path, 'backups', copy!));
    expect(backup.prepare('SELECT * FROM setting').all()).toEqual([{ key: 'a', value: '1' }]);
    expect(backup.pragma('user_version', { simple: true })).toBe(migrations.at(-1)!.id);
    backup.close();
  });

  it('keeps the last few copies', () => {
    const path = temporaryFolder();
    create(path);
    const shipped = [...migrations];
    for (let id = 9000; id < 9000 + BACKUPS_KEPT + 2; id += 1) {
      shipped.push({ id, name: 'nothing', up: () => undefined });
      openLibrary({ path, create: false }, shipped).close();
    }
    const copies = readdirSync(join(path, 'backups'));
    expect(copies).toHaveLength(BACKUPS_KEPT);
    expect(copies.some((name) => name.includes('before-9001'))).toBe(false);
  });

  it('is as it was after a migration that fails', () => {
    const path = temporaryFolder();
    create(path);
    const failing: Migration = {
      id: 9991,
      name: 'failing',
      up(db) {
        db.exec('CREATE TABLE half (id)');
        throw new Error('no');
      },
    };
    expect(() => openLibrary({ path, create: false }, [...migrations, failing])).toThrow('no');
    const again = openLibrary({ path, create: false });
    expect(again.db.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE name = 'half'").get()).toEqual({
      n: 0,
    });
    again.close();
  });
});

/** Tries to open a library in another process: `opened`, or the code of the refusal. */
function openElsewhere(path: string, uid?: number): string {
  const script = `
    import { openLibrary } from ${JSON.stringify(new URL('./open.ts', import.meta.url).href)};
    import { openReadWrite } from ${JSON.stringify(new URL('./connect.ts', import.meta.url).href)};
    // Loads the native module while the checkout can surely be read.
    openReadWrite(':memory:', { create: true }).close();
    ${uid === undefined ? '' : `process.setgid(${uid}); process.setuid(${uid});`}
    try { openLibrary({ path: ${JSON.stringify(path)}, create: false }).close(); console.log('opened'); }
    catch (error) { console.log(error.code ?? String(error)); }`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
  });
  return stdout.trim() || stderr;
}
