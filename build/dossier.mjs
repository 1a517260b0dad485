#!/usr/bin/env node
/** The command `dossier`: from the bundle, and from the sources where they are newer. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { keepCompiled, onNode24, ROOT } from './node24.mjs';

/** The program to run. The bundle starts in half the time; only a checkout has sources. */
async function program() {
  const built = join(ROOT, 'out', 'main', 'cli.js');
  const source = join(ROOT, 'src', 'cli', 'index.ts');
  if (!existsSync(source)) return built;
  const { ensureBuilt, isStale } = await import('./bundle.ts');
  // Standard output belongs to the command.
  if (process.argv[2] === 'serve') await ensureBuilt((line) => console.error(line));
  return isStale() ? source : built;
}

if (await onNode24()) {
  keepCompiled();
  await import(pathToFileURL(await program()).href);
}
