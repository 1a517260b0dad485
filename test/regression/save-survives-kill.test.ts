/** A save that was acknowledged is there after the process was killed, and the library is whole. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { getBrief, listBriefs } from '#core/briefs/store.ts';
import { openLibrary } from '#core/db/open.ts';
import { temporaryFolder } from '#test/contract/library.ts';

const KILLS = 6;

it('no acknowledged save is lost to SIGKILL', { timeout: 120_000 }, async () => {
  const path = temporaryFolder();
  openLibrary({ path, create: true }).close();
  for (let kill = 0; kill < KILLS; kill += 1) {
    // A different point in the work each time.
    const acknowledged = await saveUntilKilled(path, 5 + kill * 17);
    const { db, close } = openLibrary({ path, create: false });
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(db.pragma('foreign_key_check')).toEqual([]);
    const brief = getBrief(db, listBriefs(db)[0]!.id);
    expect(brief.revision).toBeGreaterThanOrEqual(acknowledged);
    expect(brief.document.root['saved'], 'the document is that of its revision').toBe(brief.revision);
    close();
  }
});

/** A module of the core as a string literal. */
const module = (name: string): string =>
  JSON.stringify(new URL(`../../src/core/${name}`, import.meta.url).href);

/** Starts a process that saves a brief in a loop, kills it after so many saves, and returns the last acknowledged one. */
async function saveUntilKilled(path: string, saves: number): Promise<number> {
  const child = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { writeSync } from 'node:fs';
       import { openLibrary } from ${module('db/open.ts')};
       import { createBrief, getBrief, listBriefs, saveBrief } from ${module('briefs/store.ts')};
       const { db } = openLibrary({ path: ${JSON.stringify(path)}, create: false });
       let { id, revision, document } = getBrief(db, (listBriefs(db)[0] ?? createBrief(db, {})).id);
       const filler = 'word '.repeat(20000);
       for (;;) {
         document = { ...document, root: { ...document.root, saved: revision + 1, filler } };
         ({ revision } = saveBrief(db, { id, revision, document }));
         writeSync(1, revision + '\\n');
       }`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = new Promise((resolve) => child.once('exit', resolve));
  let last = 0;
  let seen = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    last = Number(line);
    seen += 1;
    if (seen === saves) child.kill('SIGKILL');
  }
  await ended;
  expect(seen).toBeGreaterThanOrEqual(saves);
  return last;
}
