/** The pages beside which the editor is measured: a bare contenteditable, and Tiptap. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'vite';

/** With these a page has a clock of 5 µs, else of 100. */
export const PRECISE_CLOCK = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/** As wide as a brief, and with the rules of style that matter most in a long text: what differs is the editor. */
const STYLE = `
  body { margin: 0; height: 100vh; overflow: auto; font: 18px/1.62 serif; }
  #text { max-width: 58ch; margin: 2rem auto; padding: 3.5rem 4rem; }
  .area { white-space: pre-wrap; overflow-wrap: break-word; outline: none; }
  .area > * { content-visibility: auto; contain-intrinsic-size: auto 160px; margin: 0 0 0.72em; }
  table { table-layout: fixed; width: 100%; border-collapse: collapse; font-size: 0.8em; }
  :is(td, th) { border: 1px solid; padding: 0.35em 0.6em; overflow-wrap: break-word; text-align: start; }
  :is(td, th) p { margin: 0; }`;

const BARE = `
  let stored = '';
  const area = document.getElementById('text').appendChild(document.createElement('div'));
  area.className = 'area';
  area.contentEditable = 'true';
  area.spellcheck = true;
  window.benchTake = (html) => { stored = html; };
  window.benchOpen = () => { area.innerHTML = stored; };`;

/** Serves `/bare` and `/tiptap`. */
export async function servePages(): Promise<{ url: string; close: () => void }> {
  const tiptap = await bundle(join(import.meta.dirname, 'tiptap.ts'));
  const scripts: Record<string, string> = { '/bare': BARE, '/tiptap': tiptap };
  const server: Server = createServer((request, response) => {
    const script = scripts[request.url ?? ''];
    response.writeHead(script === undefined ? 404 : 200, {
      'Content-Type': 'text/html; charset=utf-8',
      ...PRECISE_CLOCK,
    });
    response.end(
      `<!doctype html><html lang="en"><title>Bench</title><style>${STYLE}</style><div id="text"></div>` +
        `<script type="module">${(script ?? '').replaceAll('</script', '<\\/script')}</script>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

async function bundle(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, minify: true, rolldownOptions: { input: entry } },
  });
  const [output] = [result].flat();
  const chunk = output !== undefined && 'output' in output ? output.output[0] : undefined;
  if (chunk?.type !== 'chunk') throw new Error('Tiptap could not be bundled.');
  return chunk.code;
}
