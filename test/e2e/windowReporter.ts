/** Prints what the window of a failed test showed: where only the printed lines are kept, the files are gone. */
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { LAST_WINDOW } from './hosts/index.ts';

/** Characters; a whole window has some thousands. */
const MOST = 8000;

export default class WindowReporter implements Reporter {
  onTestEnd(test: TestCase, result: TestResult): void {
    if (result.status === test.expectedStatus) return;
    const window = result.attachments.findLast(({ name }) => name === LAST_WINDOW)?.body;
    if (window === undefined) return;
    console.log(
      `\nWhat the window showed at the end of “${test.title}”:\n${window.toString().slice(0, MOST)}`,
    );
  }

  printsToStdio(): boolean {
    return false;
  }
}
