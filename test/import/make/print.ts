/** Prints a golden page to the PDF that browsers make of it. `node test/import/make/print.ts` */
import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { CHROMIUM_FLAGS, findBrowser } from '../../../build/browser.ts';

const fixtures = resolve(import.meta.dirname, '../../fixtures/import');
const address = 'https://corvane.example/stockpiles';
const folder = join(fixtures, 'pdf-printed-by-a-browser');
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: findBrowser(), args: [...CHROMIUM_FLAGS] });
const page = await browser.newPage();
await page.route(address, (route) =>
  route.fulfill({
    contentType: 'text/html',
    body: readFileSync(join(fixtures, 'think-tank-page/source.html')),
  }),
);
await page.goto(address);
await page.pdf({
  path: join(folder, 'source.pdf'),
  tagged: true,
  displayHeaderFooter: true,
  width: '120mm',
  height: '160mm',
  margin: { top: '18mm', bottom: '18mm', left: '14mm', right: '14mm' },
});
await browser.close();
