import { expect, it } from 'vitest';
import type { VersionSummary } from '#domain/versions/version.ts';
import { findVersion } from './export.ts';

const version = (id: number, name: string | null): VersionSummary => ({
  id,
  briefId: 1,
  kind: name === null ? 'automatic' : 'named',
  name,
  createdAt: '2026-11-23T04:05:06.000Z',
  words: 1,
});
const VERSIONS = [
  version(1, 'Sent'),
  version(2, null),
  version(3, 'Café'),
  version(4, '2'),
  version(5, 'Twice'),
  version(6, 'Twice'),
];

it('finds a version by its number, else by its name, however its accents are written', () => {
  expect(findVersion('1', VERSIONS).id).toBe(1);
  expect(findVersion('2', VERSIONS).id).toBe(2);
  expect(findVersion('Sent', VERSIONS).id).toBe(1);
  expect(findVersion('Café'.normalize('NFD'), VERSIONS).id).toBe(3);
});

it('says that there is none, or that several have the name', () => {
  expect(() => findVersion('sent', VERSIONS)).toThrow(
    /No version of the brief has the number or the name "sent"/u,
  );
  expect(() => findVersion('Twice', VERSIONS)).toThrow(/name one by its number \(5, 6\)/u);
});
