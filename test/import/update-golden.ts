/**
 * Writes what import makes of each golden case to its `expected.json`; read the difference before you commit
 * it. `node test/import/update-golden.ts [part of a case's name]`
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { goldenCases } from './cases.ts';
import { itemsCases, summariseItems } from './items.ts';
import { summarise } from './summary.ts';

const wanted = process.argv[2] ?? '';
for (const { name, source, fileName, expected } of goldenCases()) {
  if (!name.includes(wanted)) continue;
  mkdirSync(dirname(expected), { recursive: true });
  writeFileSync(expected, `${JSON.stringify(await summarise(readFileSync(source), fileName), null, 2)}\n`);
  console.log(name);
}

for (const { name, source, expected } of itemsCases()) {
  if (!name.includes(wanted)) continue;
  writeFileSync(expected, `${JSON.stringify(await summariseItems(source), null, 2)}\n`);
  console.log(name);
}
