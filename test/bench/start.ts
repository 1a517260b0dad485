/** Cold start of the web host with a browser, to a window that can be used, beside an empty page. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium } from '@playwright/test';
import { CHROMIUM_FLAGS, findBrowser } from '../../build/browser.ts';
import { closeBrowser, launchWeb } from '../e2e/hosts/index.ts';
import { printRows, timeEach } from './measure.ts';

const RUNS = 5;

/** Needs a build (`npm run build`). */
export async function benchStart(): Promise<void> {
  const runs = Array.from({ length: RUNS });
  const ours = await timeEach(runs, async () => {
    const host = await launchWeb();
    try {
      await host.page.getByRole('combobox', { name: 'Search the library' }).waitFor();
    } finally {
      await host.close();
      await closeBrowser();
    }
  });

  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end('<!doctype html><title>Empty</title><input type="search" aria-label="Search">');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const floor = await timeEach(runs, async () => {
    const browser = await chromium.launch({ executablePath: findBrowser(), args: [...CHROMIUM_FLAGS] });
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${port}/`);
    await page.getByRole('searchbox').first().waitFor();
    await browser.close();
  });
  server.close();
  printRows('Start: host, browser and window, from nothing to a search field that takes text, and end', [
    { what: 'Dossier on a new library', ours, floor, floorIs: 'the same browser, an empty page' },
  ]);
}
