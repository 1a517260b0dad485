#!/usr/bin/env node
/** `npm run check`: types, lint, format, unused code, lock file and licence notices in one go; every check runs, then the exit code says. */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
/** @type {[name: string, tool: string, args: string[]][]} */
const CHECKS = [
  ['Types', 'tsc', ['-b']],
  ['Lint', 'oxlint', ['--deny-warnings']],
  ['Format', 'oxfmt', ['--check', '.']],
  ['Unused code', 'knip', []],
  ['Lock file', 'node', ['build/lock.mjs', '--check']],
  ['Notices', 'node', ['build/notices.mjs', '--check']],
];

const failed = CHECKS.filter(([name, tool, args]) => {
  console.log(`\n${name}: ${tool} ${args.join(' ')}`);
  const run = spawnSync(tool === 'node' ? process.execPath : join(root, 'node_modules/.bin', tool), args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return run.status !== 0;
}).map(([name]) => name);

if (failed.length > 0) {
  console.error(`\nFailed: ${failed.join(', ')}.`);
  process.exit(1);
}
console.log('\nTypes, lint, format, unused code, lock file and notices: all clean.');
