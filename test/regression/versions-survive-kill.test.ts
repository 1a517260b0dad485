/** Versions that a save kept are there, whole, after the process was killed while they were taken apart into blocks. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { openLibrary } from '#core/db/open.ts';
import { createVersions } from '#core/versions/versions.ts';
import { temporaryFolder } from '#test/contract/library.ts';
import { coreContext } from '#test/coreContext.ts';

const KILLS = 5;

it('no version is lost or half to SIGKILL', { timeout: 120_000 }, async () => {
  const path = temporaryFolder();
  openLibrary({ path, create: true }).close();
  let kept = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    // A different point in the work each time.
    kept += await keepUntilKilled(path, 2 + kill * 3);
    const library = openLibrary({ path, create: false });
    const versions = createVersions(coreContext(library));
    const { handlers } = versions;
    const list = await handlers['versions.list']({ briefId: 1 });
    expect(list.length).toBeGreaterThanOrEqual(kept);
    for (const { id } of list) {
      const { damaged, document, name } = await handlers['versions.get']({ id });
      expect([damaged, document.root['saved']]).toEqual([0, name]);
    }
    kept = list.length;
    await versions.close();
    expect(library.db.pragma('integrity_check', { simple: true })).toBe('ok');
    library.close();
  }
});

const module = (name: string): string =>
  JSON.stringify(new URL(`../../src/core/${name}`, import.meta.url).href);

/** Starts a process that saves a brief and names what it saved, in a loop; kills it after so many, and returns how many were told. */
async function keepUntilKilled(path: string, count: number): Promise<number> {
  const child = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { writeSync } from 'node:fs';
       import { openLibrary } from ${module('db/open.ts')};
       import { createBrief, getBrief, listBriefs, saveBrief } from ${module('briefs/store.ts')};
       import { keepBrief } from ${module('versions/keep.ts')};
       import { createVersions } from ${module('versions/versions.ts')};
       const library = openLibrary({ path: ${JSON.stringify(path)}, create: false });
       const { db } = library;
       const versions = createVersions({ db, emit() {} });
       let { id, revision, document } = getBrief(db, (listBriefs(db)[0] ?? createBrief(db, {})).id);
       for (;;) {
         const saved = 'R' + (revision + 1);
         const children = Array.from({ length: 400 }, (_, at) => ({ type: 'paragraph', children: [{ type: 'text', text: at + ' word '.repeat(40) + (at % 7 ? '' : saved) }] }));
         document = { ...document, root: { ...document.root, saved, children } };
         ({ revision } = saveBrief(db, { id, revision, document }));
         keepBrief(db, id, { kind: 'named', name: saved, createdAt: new Date().toISOString() });
         versions.kept();
         writeSync(1, revision + '\\n');
         await new Promise((resolve) => setTimeout(resolve, revision % 4));
       }`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = new Promise((resolve) => child.once('exit', resolve));
  let seen = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line !== '') seen += 1;
    if (seen === count) child.kill('SIGKILL');
  }
  await ended;
  expect(seen).toBeGreaterThanOrEqual(count);
  return seen;
}
