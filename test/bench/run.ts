/** `npm run bench [start] [search] [keystroke] [cite] [cite-suggest] [editor] [import] [export]`: all, or those named. */
import { cpus } from 'node:os';
import { benchCite } from './cite.ts';
import { benchCiteSuggest } from './citeSuggest.ts';
import { benchEditor } from './editor.ts';
import { benchExport } from './export.ts';
import { benchImport } from './import.ts';
import { benchKeystroke } from './keystroke.ts';
import { benchSearch } from './search.ts';
import { benchStart } from './start.ts';

const BENCHES = {
  start: benchStart,
  search: benchSearch,
  keystroke: benchKeystroke,
  cite: benchCite,
  'cite-suggest': benchCiteSuggest,
  editor: benchEditor,
  import: benchImport,
  export: benchExport,
};

const named = process.argv.slice(2);
const unknown = named.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  console.error(
    `There is no benchmark ${unknown.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}.`,
  );
  process.exit(2);
}
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`);
for (const [name, run] of Object.entries(BENCHES))
  if (named.length === 0 || named.includes(name)) await run();
