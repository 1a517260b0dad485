/** Events of the core as server-sent events. */
import type { ServerResponse } from 'node:http';
import { encodeJson } from '#contract/json.ts';
import { type Core, SECURITY_HEADERS } from '#core/index.ts';

/** Proxies and browsers drop connections that are silent for long. */
const HEARTBEAT_MS = 15_000;
/** A window that does not read is dropped; it connects anew when it wakes. */
const MAX_UNREAD_BYTES = 4 * 1024 * 1024;

/** Sends every event of the core until the connection ends. */
export function streamEvents(core: Core, response: ServerResponse): void {
  response.writeHead(200, {
    ...SECURITY_HEADERS,
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store',
  });
  response.write('retry: 1000\n\n');
  const heartbeat = setInterval(() => response.write(':\n\n'), HEARTBEAT_MS);
  const end = core.subscribe((name, payload) => {
    response.write(`event: ${name}\ndata: ${encodeJson(payload)}\n\n`);
    if (response.writableLength > MAX_UNREAD_BYTES) response.destroy();
  });
  response.on('close', () => {
    clearInterval(heartbeat);
    end();
  });
}
