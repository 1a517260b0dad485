import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { faultOf, LAYERS } from '../../build/lint/walls.mjs';

const root = resolve(import.meta.dirname, '../..');

function fault(from: string, specifier: string, typeOnly = false): string | null {
  return faultOf({ src: '/project/src', file: `/project/src/${from}`, specifier, typeOnly });
}

describe('the walls between layers', () => {
  it.each([
    ['core/articles/store.ts', '#domain/article.ts'],
    ['core/articles/store.ts', '../db/open.ts'],
    ['contract/index.ts', '#domain/article.ts'],
    ['renderer/app/App.tsx', '#editor/nodes/citation.ts'],
    ['renderer/app/App.tsx', 'react'],
    ['renderer/app/App.tsx', './theme.css?inline'],
    ['main/index.ts', '#core/index.ts'],
    ['main/index.ts', 'electron'],
    ['preload/index.ts', 'electron'],
    ['cli/serve.ts', '#web/index.ts'],
    ['core/db/open.ts', 'better-sqlite3'],
    ['domain/article.ts', 'zod'],
    ['domain/article.test.ts', 'vitest'],
  ])('lets %s import %s', (from, specifier) => {
    expect(fault(from, specifier)).toBeNull();
  });

  it.each([
    ['domain/article.ts', '#contract/index.ts'],
    ['domain/article.ts', '../contract/index.ts'],
    ['domain/article.ts', 'yaml'],
    ['domain/article.ts', 'node:fs'],
    ['contract/index.ts', '#core/index.ts'],
    ['core/articles/store.ts', '#renderer/app/App.tsx'],
    ['core/articles/store.ts', '#web/index.ts'],
    ['core/articles/store.ts', 'electron'],
    ['core/articles/store.ts', 'react'],
    ['core/articles/store.ts', 'lexical'],
    ['core/articles/store.ts', 'better-sqlite3'],
    ['editor/nodes/citation.ts', '#contract/index.ts'],
    ['editor/nodes/citation.ts', 'node:path'],
    ['renderer/app/App.tsx', '#core/index.ts'],
    ['renderer/app/App.tsx', '#main/index.ts'],
    ['renderer/app/App.tsx', 'node:fs'],
    ['renderer/app/App.tsx', 'electron'],
    ['main/index.ts', '#web/index.ts'],
    ['web/index.ts', '#cli/index.ts'],
    ['main/index.ts', '#core/db/open.ts'],
    ['main/index.ts', '../core/articles/store.ts'],
    ['cli/serve.ts', '#web/staging.ts'],
    ['core/articles/store.ts', '../../../test/helpers.ts'],
  ])('does not let %s import %s', (from, specifier) => {
    expect(fault(from, specifier)).toEqual(expect.any(String));
  });

  it('lets the core name the types of better-sqlite3, and nothing more', () => {
    expect(fault('core/articles/store.ts', 'better-sqlite3', true)).toBeNull();
    expect(fault('renderer/api/client.ts', 'better-sqlite3', true)).not.toBeNull();
  });

  it('names the remedy', () => {
    expect(fault('main/index.ts', '#core/db/open.ts')).toContain('#core/index.ts');
    expect(fault('core/articles/store.ts', 'electron')).toContain('ports.ts');
  });

  it('has a rule for every folder of src/', async () => {
    const { readdirSync } = await import('node:fs');
    const folders = readdirSync(join(root, 'src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
    expect(folders.toSorted()).toEqual(Object.keys(LAYERS).toSorted());
  });
});

describe('the rule inside oxlint', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-walls-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  function lint(source: string): string {
    const file = join(folder, 'src/domain/x.ts');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{}');
    writeFileSync(file, source);
    const config = join(folder, 'oxlintrc.json');
    writeFileSync(
      config,
      JSON.stringify({
        jsPlugins: [join(root, 'build/lint/walls.mjs')],
        categories: { correctness: 'off' },
        rules: { 'dossier/walls': 'error' },
      }),
    );
    try {
      return execFileSync(
        process.execPath,
        [join(root, 'node_modules/oxlint/bin/oxlint'), '-c', config, file],
        {
          encoding: 'utf8',
        },
      );
    } catch (error) {
      return (error as { stdout: string }).stdout;
    }
  }

  it.each([
    ["import '#core/open.ts';"],
    ["import type { A } from '#core/open.ts'; export type B = A;"],
    ["export * from '../core/open.ts';"],
    ["export { a } from '../core/open.ts';"],
    ["export const load = () => import('#core/open.ts');"],
    ["export type C = import('#core/open.ts').C;"],
  ])('finds the fault in %s', (source) => {
    expect(lint(source)).toContain('src/domain must not import src/core');
  });

  it('finds none in clean code', () => {
    expect(lint("import { z } from 'zod'; export const a = z.string();")).not.toContain('walls');
  });
});
