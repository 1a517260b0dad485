import type { Result } from '#contract/errors.ts';
import { decodeJson, encodeJson } from '#contract/json.ts';
import { startCore } from '#core/index.ts';
import { startWebHost } from '#web/host.ts';
import { NO_WINDOWS, RESOURCES } from '../ports.ts';
import { contractSuite } from './suite.ts';

contractSuite('over HTTP, with the core in its thread', async (library) => {
  const core = await startCore({
    library,
    create: false,
    ports: NO_WINDOWS,
    appVersion: '0.0.0',
    resources: RESOURCES,
  });
  const host = await startWebHost({ core, rendererDir: library });
  const welcome = await fetch(host.url, { redirect: 'manual' });
  const cookie = welcome.headers.getSetCookie()[0]!.split(';')[0]!;
  return {
    async call(name, input) {
      const response = await fetch(`http://127.0.0.1:${host.port}/op/${encodeURIComponent(name)}`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json' },
        body: encodeJson(input),
      });
      const text = await response.text();
      // What is no name of an operation has no address.
      if (response.status === 404 || response.status === 405)
        return { ok: false, error: { code: 'invalid_input', message: text } };
      return decodeJson(text) as Result;
    },
    async close() {
      await host.close();
      await core.close();
    },
  };
});
