/** `npm test`. */
import { onNode24 } from './node24.mjs';

if (await onNode24()) {
  const { test } = await import('./test.ts');
  await test(process.argv.slice(2));
}
