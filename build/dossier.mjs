#!/usr/bin/env node
/** The command `dossier`: from the sources in a checkout, else from the bundle. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { keepCompiled, onNode24, ROOT } from './node24.mjs';

if (await onNode24()) {
  const source = join(ROOT, 'src', 'cli', 'index.ts');
  const fromSource = existsSync(source);
  if (fromSource) keepCompiled();
  if (fromSource && process.argv[2] === 'serve') {
    const { ensureBuilt } = await import('./bundle.ts');
    // Standard output belongs to the command.
    await ensureBuilt((line) => console.error(line));
  }
  await import(pathToFileURL(fromSource ? source : join(ROOT, 'out', 'main', 'cli.js')).href);
}
