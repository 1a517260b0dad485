#!/usr/bin/env node
/**
 * Completes package-lock.json with the packages of other platforms: `node build/lock.mjs`, or with `--check`
 * says what is missing. npm leaves out optional packages that the registry at hand does not serve, and then
 * `npm ci` fails, here and on those platforms. Run it after any change of dependencies.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const FILE = resolve(import.meta.dirname, '../package-lock.json');

/** Parts of package names and the values of `os`, `cpu` and `libc` that they stand for. */
const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'x64'];

/** The lock entry of an optional package that is named after its platform; null for other names. */
export function platformEntry(name, version, dev) {
  const parts = name.split(/[-/]/u);
  const os = parts.find((part) => SYSTEMS.includes(part));
  const cpu = parts.find((part) => PROCESSORS.includes(part));
  if (os === undefined || cpu === undefined) return null;
  const libc = parts.includes('musl') ? ['musl'] : parts.includes('gnu') ? ['glibc'] : undefined;
  return {
    version,
    cpu: [cpu],
    ...(dev ? { dev } : {}),
    ...(libc === undefined ? {} : { libc }),
    optional: true,
    os: [os],
  };
}

/** The entries that a lock lacks, by path, in the lock's own order. */
export function missingEntries(packages) {
  const missing = {};
  for (const { optionalDependencies = {}, dev } of Object.values(packages))
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const path = `node_modules/${name}`;
      const entry = path in packages ? null : platformEntry(name, version, dev);
      if (entry !== null) missing[path] = entry;
    }
  return missing;
}

if (process.argv[1] === import.meta.filename) {
  const lock = JSON.parse(readFileSync(FILE, 'utf8'));
  const missing = missingEntries(lock.packages);
  const names = Object.keys(missing);
  if (names.length > 0 && process.argv.includes('--check')) {
    console.error(`package-lock.json lacks ${names.length} packages: run \`node build/lock.mjs\`.`);
    process.exitCode = 1;
  } else if (names.length > 0) {
    const packages = Object.entries({ ...lock.packages, ...missing });
    // npm's own order.
    packages.sort(([a], [b]) => a.localeCompare(b, 'en'));
    lock.packages = Object.fromEntries(packages);
    writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
    console.log(`package-lock.json: ${names.length} packages of other platforms added.`);
  }
}
