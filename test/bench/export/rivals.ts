/** Others that print: an empty Typst document, Chromium, and Pandoc with WeasyPrint. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { chromium, type Page } from '@playwright/test';
import { CHROMIUM_FLAGS, findBrowser } from '../../../build/browser.ts';
import { fontFiles } from '#core/export/pdf/fonts.ts';
import { timeEach } from '../measure.ts';
import { temporaryFolder } from '../core.ts';
import { anotherPage } from './texts.ts';

/** Milliseconds that the compiler takes for a document with nothing in it, with our fonts, once it is loaded. */
export function emptyTypst(resources: string, runs: number): Promise<number[]> {
  const workspace = join(resources, 'typst');
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: fontFiles(resources) }] });
  return timeEach(Array.from({ length: runs }), () => {
    compiler.evictCache(0);
    compiler.pdf({ mainFileContent: '#set document(title: "Empty")' }, { pdfStandard: 'ua-1' });
  });
}

export interface Printed {
  /** From the start of the browser to the PDF. */
  cold: number;
  /** In a browser that runs and has printed another page: this one opened and printed for the first time. */
  first: number;
  /** And again. */
  again: number[];
}

/** Chromium's own print of a web page, tagged and with an outline as ours is. */
export async function chromiumPrint(html: string, runs: number): Promise<Printed> {
  const print = async (page: Page, path: string): Promise<void> => {
    await page.goto(pathToFileURL(path).href);
    await page.pdf({ format: 'A4', tagged: true, outline: true });
  };
  const started = async <T>(use: (page: Page) => Promise<T>): Promise<T> => {
    const browser = await chromium.launch({ executablePath: findBrowser(), args: [...CHROMIUM_FLAGS] });
    try {
      return await use(await browser.newPage());
    } finally {
      await browser.close();
    }
  };
  const start = performance.now();
  const cold = await started(async (page) => {
    await print(page, html);
    return performance.now() - start;
  });
  return started(async (page) => {
    await print(page, anotherPage(html));
    const [first] = await timeEach([null], () => print(page, html));
    const again = await timeEach(Array.from({ length: runs }), () => print(page, html));
    return { cold, first: first!, again };
  });
}

const [PANDOC, WEASYPRINT] = ['pandoc', 'weasyprint'] as const;

/** Milliseconds, once; null where one of the two is not installed. */
export function weasyPrint(html: string): number | null {
  const has = (program: string): boolean => spawnSync(program, ['--version']).status === 0;
  if (!has(PANDOC) || !has(WEASYPRINT)) return null;
  const start = performance.now();
  const pdf = join(temporaryFolder(), 'weasyprint.pdf');
  const { status, stderr } = spawnSync(PANDOC, [html, '-f', 'html', `--pdf-engine=${WEASYPRINT}`, '-o', pdf]);
  if (status !== 0) throw new Error(`Pandoc with WeasyPrint: ${String(stderr)}`);
  return performance.now() - start;
}
