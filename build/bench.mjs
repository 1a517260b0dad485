#!/usr/bin/env node
/** `npm run bench`: builds the app where needed, then measures. */
import { onNode24 } from './node24.mjs';

if (await onNode24()) {
  const { ensureBuilt } = await import('./bundle.ts');
  await ensureBuilt((line) => console.log(line));
  await import('../test/bench/run.ts');
}
