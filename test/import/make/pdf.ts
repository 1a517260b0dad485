/** Sets the PDFs among the golden imports with Typst. `node test/import/make/pdf.ts` */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { fontFiles } from '#core/export/pdf/fonts.ts';

const root = resolve(import.meta.dirname, '../../..');
const sources = join(import.meta.dirname, 'pdf');
const compiler = NodeCompiler.create({
  workspace: sources,
  fontArgs: [{ fontPaths: fontFiles(join(root, 'resources')) }],
});
/** Read by how they are set. */
const UNTAGGED = new Set(['pdf-two-columns.typ']);

/** Hides the structure tree under another name of the same length, so that no place in the file moves. */
function withoutTags(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString('latin1').replace('/StructTreeRoot', '/HiddenTreeRoot'), 'latin1');
}

for (const file of readdirSync(sources)) {
  const compiled = compiler.compile({ mainFileContent: readFileSync(join(sources, file), 'utf8') });
  if (compiled.result === null) throw new Error(`${file} does not compile.`);
  const folder = join(root, 'test/fixtures/import', basename(file, '.typ'));
  mkdirSync(folder, { recursive: true });
  const bytes = compiler.pdf(compiled.result, { creationTimestamp: 0 });
  writeFileSync(join(folder, 'source.pdf'), UNTAGGED.has(file) ? withoutTags(bytes) : bytes);
}
