/** `node build/browser.mjs` prints the browser that the tests use, and gets one where there is none. */
import { onNode24 } from './node24.mjs';

if (await onNode24()) {
  const { findBrowser } = await import('./browser.ts');
  try {
    console.log(findBrowser((line) => console.error(line)));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
