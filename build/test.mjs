/** `npm test`. */
import { keepCompiled, onNode24 } from './node24.mjs';

if (await onNode24()) {
  keepCompiled();
  const { test } = await import('./test.ts');
  await test(process.argv.slice(2));
}
