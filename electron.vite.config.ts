import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const src = (path: string): string => resolve(import.meta.dirname, 'src', path);

/**
 * Packages of many small files, which go into the bundle: each thread loads them at its start or first work, and files
 * one by one take longer than all else. Others stay as they are installed: native ones, those with data of their own,
 * and citeproc, whose licence wants it whole.
 */
const BUNDLED = [
  'commander',
  'fast-xml-parser',
  'htmlparser2',
  'linkedom',
  'mdast-util-from-markdown',
  'mdast-util-frontmatter',
  'mdast-util-gfm',
  'mdast-util-to-markdown',
  'micromark',
  'micromark-extension-frontmatter',
  'micromark-extension-gfm',
  'yaml',
  'zod',
];

/** Hosts and worker threads are entries beside each other: `core/worker/spawn.ts` looks for its workers there. */
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      externalizeDeps: { exclude: BUNDLED },
      rolldownOptions: {
        input: {
          index: src('main/index.ts'),
          web: src('web/index.ts'),
          cli: src('cli/index.ts'),
          'core.worker': src('core/worker/core.worker.ts'),
          'search.worker': src('core/search/search.worker.ts'),
          'citations.worker': src('core/citations/citations.worker.ts'),
          'styles.worker': src('core/citations/styles/styles.worker.ts'),
          'import.worker': src('core/import/import.worker.ts'),
          'writer.worker': src('core/import/writer.worker.ts'),
          'duplicates.worker': src('core/import/duplicates/duplicates.worker.ts'),
          'typst.worker': src('core/export/typst.worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: src('preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: src('renderer'),
    plugins: [react()],
    build: {
      outDir: 'out/renderer',
      minify: true,
      rolldownOptions: { input: { index: src('renderer/index.html') } },
    },
  },
});
