import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { migrations } from '#core/db/migrations/index.ts';
import { before } from './migrate.ts';

const number = ({ id }: { id: number }): string => String(id).padStart(4, '0');

it('migrations rise, and each has its file and its test', () => {
  const ids = migrations.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)].toSorted((a, b) => a - b));
  const names = migrations.map((migration) => `${number(migration)}-${migration.name}`);
  const sources = readdirSync(new URL('../../src/core/db/migrations', import.meta.url));
  expect(sources.filter((name) => /^\d/.test(name)).toSorted()).toEqual(names.map((name) => `${name}.ts`));
  const tests = readdirSync(import.meta.dirname);
  expect(tests.filter((name) => /^\d/.test(name)).toSorted()).toEqual(names.map((name) => `${name}.test.ts`));
});

it('each is recorded with the version of the schema', () => {
  for (const { id } of migrations) {
    const { db, up } = before(id);
    up();
    expect(db.pragma('user_version', { simple: true })).toBe(id);
    expect(db.prepare('SELECT max(id) FROM migration').pluck().get()).toBe(id);
  }
});
