import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { missingEntries, platformEntry } from '../../build/lock.mjs';

describe('the lock file', () => {
  it('lists the packages of every platform', () => {
    const file = resolve(import.meta.dirname, '../../package-lock.json');
    const { packages } = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, object> };
    expect(missingEntries(packages)).toEqual({});
  });

  it('is completed from the names of packages', () => {
    expect(platformEntry('@x/binding-linux-arm64-musl', '1.2.3', true)).toEqual({
      version: '1.2.3',
      cpu: ['arm64'],
      dev: true,
      libc: ['musl'],
      optional: true,
      os: ['linux'],
    });
    expect(platformEntry('@x/win32-x64', '1.0.0', undefined)).toEqual({
      version: '1.0.0',
      cpu: ['x64'],
      optional: true,
      os: ['win32'],
    });
    expect(platformEntry('fsevents', '2.3.3', true)).toBeNull();
  });

  it('lacks what an optional dependency names and no entry holds', () => {
    const packages = {
      'node_modules/tool': {
        optionalDependencies: { 'tool-darwin-x64': '2.0.0', 'tool-linux-x64': '2.0.0' },
      },
      'node_modules/tool-linux-x64': { version: '2.0.0' },
    };
    expect(Object.keys(missingEntries(packages))).toEqual(['node_modules/tool-darwin-x64']);
  });
});
