/** Files that are one line of 200 MB: read in a process of their own, with as much memory as an import may take. */
import { execFile } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';

const MB = 1024 * 1024;
const folder = mkdtempSync(join(tmpdir(), 'dossier-long-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Reads a file and tells the messages of what was refused, what else came, and the most memory taken, in MB. */
const READER = `
  const { readItems } = await import(${JSON.stringify(import.meta.resolve('./readItems.ts'))});
  const { fileOnDisk } = await import(${JSON.stringify(import.meta.resolve('./sourceFile.ts'))});
  const refused = [];
  let others = 0;
  for await (const item of readItems(fileOnDisk(process.argv.at(-1))))
    if (item.kind === 'refused') refused.push(item.message);
    else others += 1;
  console.log(JSON.stringify({ refused, others, memory: process.resourceUsage().maxRSS / 1024 }));
`;

it.each([
  ['txt', '', '', /larger than 50 MB/u],
  ['csv', 'title,text\n"T","', '"\n', /is longer than 16 million characters/u],
  ['jsonl', '{"title":"T","text":"', '"}\n', /is longer than 16 million characters/u],
  ['json', '[{"title":"T","text":"', '"}]', /is longer than 16 million characters/u],
])(
  'a .%s of one line of 200 MB is refused',
  async (ending, head, tail, message) => {
    const path = join(folder, `long.${ending}`);
    const file = openSync(path, 'w');
    writeSync(file, head);
    const words = Buffer.alloc(MB, 'word ');
    for (let n = 0; n < 200; n += 1) writeSync(file, words);
    writeSync(file, tail);
    closeSync(file);
    const run = ['--max-old-space-size=1000', '--input-type=module', '-e', READER, '--', path];
    const { stdout } = await promisify(execFile)(process.execPath, run);
    const { refused, others, memory } = JSON.parse(stdout) as {
      refused: string[];
      others: number;
      memory: number;
    };
    expect(refused).toEqual([expect.stringMatching(message)]);
    expect(others).toBe(0);
    expect(memory).toBeLessThan(1500);
    rmSync(path);
  },
  120_000,
);
