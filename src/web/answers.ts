/** How the web host answers. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Result } from '#contract/errors.ts';
import { encodeJson } from '#contract/json.ts';
import { SECURITY_HEADERS } from '#core/index.ts';

export function answer(
  response: ServerResponse,
  status: number,
  headers: Record<string, string>,
  body: string | Buffer = '',
): void {
  response.writeHead(status, {
    ...SECURITY_HEADERS,
    'Cache-Control': 'no-store',
    'Content-Length': Buffer.byteLength(body),
    ...headers,
  });
  response.end(body);
}

/** A short sentence for whoever sent the request. */
export function answerText(
  response: ServerResponse,
  status: number,
  message: string,
  headers: Record<string, string> = {},
): void {
  answer(response, status, { 'Content-Type': 'text/plain; charset=utf-8', ...headers }, `${message}\n`);
}

export function answerResult(response: ServerResponse, result: Result, status = 200): void {
  answer(response, status, { 'Content-Type': 'application/json; charset=utf-8' }, encodeJson(result));
}

/** Thrown where a body is longer than `limit` bytes. */
export class BodyTooLarge extends Error {}

/** Reads a request's body as UTF-8. Rejects with BodyTooLarge without keeping what lies beyond the limit. */
export async function readBody(request: IncomingMessage, limit: number): Promise<string> {
  if (Number(request.headers['content-length'] ?? 0) > limit) throw new BodyTooLarge();
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > limit) throw new BodyTooLarge();
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
