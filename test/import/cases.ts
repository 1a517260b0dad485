/** The golden cases of import: folders under `test/fixtures/import`, and the articles of the sample library. */
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

export interface GoldenCase {
  name: string;
  /** The file to import. */
  source: string;
  /** The name that it is imported under. */
  fileName: string;
  expected: string;
}

const root = resolve(import.meta.dirname, '../..');
const fixtures = join(root, 'test/fixtures/import');
const sample = join(root, 'resources/sample/articles');

export function goldenCases(): GoldenCase[] {
  const own = readdirSync(fixtures)
    .filter((slug) => slug !== 'sample')
    .map((slug) => {
      const folder = join(fixtures, slug);
      const file = readdirSync(folder).find((name) => name.startsWith('source.'));
      if (file === undefined) throw new Error(`${folder} holds no file source.*`);
      return {
        name: slug,
        source: join(folder, file),
        fileName: file,
        expected: join(folder, 'expected.json'),
      };
    });
  const samples = readdirSync(sample).map((file) => ({
    name: `sample/${file}`,
    source: join(sample, file),
    fileName: file,
    expected: join(fixtures, 'sample', `${file}.json`),
  }));
  return [...own, ...samples];
}
