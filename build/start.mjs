/** `npm start`. */
import { onNode24 } from './node24.mjs';

if (await onNode24()) {
  const { start } = await import('./start.ts');
  await start(process.argv.slice(2));
}
