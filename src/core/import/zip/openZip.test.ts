import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { damaged, readsOrRefuses } from '#test/import/damage.ts';
import { openZip, type Zip, type ZipLimits } from './openZip.ts';

const CENTRAL = 0x02014b50;
const archive = (files: Zippable): Uint8Array => zipSync(files, { mtime: '2024-05-06' });
const open = (bytes: Uint8Array, limits: Partial<ZipLimits> = {}): Promise<Zip> =>
  openZip({ bytes }, { name: 'a.zip', limits });

/** Applies a change to the archive's record of its file number `index`. */
function forge(bytes: Uint8Array, index: number, change: (view: DataView, at: number) => void): Uint8Array {
  const forged = bytes.slice();
  const view = new DataView(forged.buffer);
  let seen = 0;
  for (let at = 0; at < forged.length - 4; at += 1) {
    if (view.getUint32(at, true) !== CENTRAL) continue;
    if (seen === index) change(view, at);
    seen += 1;
  }
  return forged;
}

describe('openZip', () => {
  it('lists the files with their sizes and reads them, whole and in chunks', async () => {
    const zip = await open(
      archive({
        'notes/a.txt': strToU8('Words '.repeat(50)),
        'b.md': [strToU8('# B'), { level: 0 }],
        'empty/': new Uint8Array(),
      }),
    );
    expect(zip.entries.map(({ name, size }) => [name, size])).toEqual([
      ['notes/a.txt', 300],
      ['b.md', 3],
    ]);
    expect(Buffer.from(await zip.read(zip.find('notes/a.txt')!)).toString()).toBe('Words '.repeat(50));
    const chunks: Uint8Array[] = [];
    for await (const chunk of zip.stream(zip.find('b.md')!)) chunks.push(chunk);
    expect(Buffer.concat(chunks).toString()).toBe('# B');
    expect(zip.find('c.md')).toBeUndefined();
  });

  it('reads an archive by its path', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dossier-zip-'));
    const path = join(folder, 'a.zip');
    await writeFile(path, archive({ 'a.txt': strToU8('Words') }));
    const zip = await openZip({ path }, { name: 'a.zip' });
    expect(Buffer.from(await zip.read(zip.entries[0]!)).toString()).toBe('Words');
    zip.close();
    await rm(folder, { recursive: true });
    await expect(openZip({ path }, { name: 'a.zip' })).rejects.toThrow('There is no file “a.zip”.');
  });

  it.each([
    ['UTF-8 without its flag, as macOS writes it', 'utf-8', Buffer.from('한국의 보고서.txt')],
    [
      'Korean',
      'euc-kr',
      Buffer.from('c7d1b1b920bab8b0edbcad20c1a6203420c8a3b4c220c7d8c0fa20c4c9c0ccbaed2e747874', 'hex'),
    ],
    ['code page 437', 'cp437', Buffer.from('Gr\u0094\u00e1e.txt', 'latin1')],
  ])('decodes names: %s', async (_what, encoding, raw) => {
    const placeholder = 'x'.repeat(raw.length);
    const bytes = Buffer.from(archive({ [placeholder]: strToU8('1') }));
    for (let at = bytes.indexOf(placeholder); at !== -1; at = bytes.indexOf(placeholder, at))
      raw.copy(bytes, at);
    const [entry] = (await open(bytes)).entries;
    expect(entry!.name).toBe(encoding === 'cp437' ? 'Größe.txt' : new TextDecoder(encoding).decode(raw));
  });

  it.each(['../a.txt', 'a/../../b.txt', '/etc/passwd', 'C:\\a.txt', '..\\a.txt'])(
    'refuses the path %s',
    async (path) => {
      await expect(open(archive({ [path]: strToU8('x') }))).rejects.toThrow('leads out of its folder');
    },
  );

  it('refuses archives that unpack to too much, before unpacking anything', async () => {
    const zeros = archive({ 'a.txt': new Uint8Array(3_000_000), 'b.txt': new Uint8Array(10) });
    await expect(open(zeros)).rejects.toThrow(/“a\.txt” unpacks to \d+ times its size/u);
    await expect(open(zeros, { ratio: 5000, entrySize: 2_000_000 })).rejects.toThrow(
      'unpacks to more than 2 MB',
    );
    await expect(open(zeros, { ratio: 5000, totalSize: 2_000_000 })).rejects.toThrow('together unpack to');
    await expect(open(zeros, { ratio: 5000, entries: 1 })).rejects.toThrow('more than 1 files');
    expect((await open(zeros, { ratio: 5000 })).entries).toHaveLength(2);
  });

  it('refuses a file that is not of its stated size, at the first byte too many', async () => {
    const files = { 'a.txt': strToU8('Words '.repeat(2000)) };
    const small = await open(forge(archive(files), 0, (view, at) => view.setUint32(at + 24, 10, true)));
    expect(small.entries[0]!.size).toBe(10);
    let received = 0;
    await expect(
      (async () => {
        for await (const chunk of small.stream(small.entries[0]!)) received += chunk.length;
      })(),
    ).rejects.toThrow('damaged');
    expect(received).toBeLessThanOrEqual(10);
    const large = await open(forge(archive(files), 0, (view, at) => view.setUint32(at + 24, 20_000, true)));
    await expect(large.read(large.entries[0]!)).rejects.toThrow('damaged');
  });

  it('refuses files that overlap', async () => {
    const bytes = archive({ 'a.txt': strToU8('a'), 'b.txt': strToU8('b') });
    const overlapping = forge(bytes, 1, (view, at) => view.setUint32(at + 42, 0, true));
    await expect(open(overlapping)).rejects.toThrow('overlap');
  });

  it('refuses to read what is encrypted or damaged, and leaves the other files readable', async () => {
    const bytes = archive({ 'a.txt': strToU8('open'), 'b.txt': [strToU8('secret'), { level: 0 }] });
    const locked = await open(
      forge(archive({ 'a.txt': strToU8('secret'), 'b.txt': strToU8('open') }), 0, (view, at) =>
        view.setUint16(at + 8, 1, true),
      ),
    );
    expect(locked.entries.map((entry) => entry.encrypted)).toEqual([true, false]);
    await expect(locked.read(locked.entries[0]!)).rejects.toThrow('protected by a password');
    expect(Buffer.from(await locked.read(locked.entries[1]!)).toString()).toBe('open');
    const flipped = Buffer.from(bytes);
    flipped[flipped.indexOf('secret')] = 0x5a;
    const broken = await open(flipped);
    await expect(broken.read(broken.entries[1]!)).rejects.toThrow('checksum');
  });

  it('refuses what is no archive, and one that was cut off', async () => {
    for (const bytes of [
      new Uint8Array(),
      strToU8('no archive'),
      archive({ 'a.txt': strToU8('x') }).slice(0, 60),
    ])
      await expect(open(bytes)).rejects.toThrow(
        expect.objectContaining({
          code: 'file_unreadable',
          message: expect.stringContaining('is not a ZIP archive'),
        }),
      );
  });

  it('meets any damage with a message', async () => {
    const bytes = archive({
      'a.txt': strToU8('Words '.repeat(40)),
      'b/c.txt': [strToU8('More'), { level: 0 }],
    });
    const property = fc.asyncProperty(damaged(bytes), (copy) =>
      readsOrRefuses(async () => {
        const zip = await open(copy);
        for (const entry of zip.entries) await zip.read(entry);
      }),
    );
    await expect(fc.assert(property, { numRuns: 300 })).resolves.toBeUndefined();
  });
});
