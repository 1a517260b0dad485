/** `POST /op/<name>` and `POST /stage`: the operations of the contract over HTTP. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ImportReport, WatchedFolder } from '#contract/import.ts';
import type { DossierError, Result } from '#contract/errors.ts';
import { decodeJson } from '#contract/json.ts';
import type { Core } from '#core/index.ts';
import { answerResult, answerText, BodyTooLarge, readBody } from './answers.ts';
import type { Staging } from './staging.ts';

/** Longest input of an operation, bytes of JSON. A brief of 50,000 words has some 5 MB. */
export const MAX_INPUT_BYTES = 64 * 1024 * 1024;

export async function answerOperation(
  core: Core,
  staging: Staging,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  let input: unknown;
  try {
    input = decodeJson(await readBody(request, MAX_INPUT_BYTES));
  } catch (error) {
    // The rest of a body that nobody reads must not pass for the next request.
    if (error instanceof BodyTooLarge)
      answerText(response, 413, `An input may have ${MAX_INPUT_BYTES} bytes at most.`, {
        Connection: 'close',
      });
    else if (error instanceof SyntaxError)
      answerResult(response, failure('invalid_input', 'The input is not JSON.'), 400);
    else throw error;
    return;
  }
  if (name === 'import.inspectTable' || name === 'import.previewTable') {
    const path = (input as { path?: unknown } | null)?.path;
    if (typeof path !== 'string' || !staging.has(path)) answerResult(response, notUploaded(), 403);
    else answerResult(response, await core.dispatch(name, input));
    return;
  }
  if (name === 'import.attach') {
    const path = (input as { path?: unknown } | null)?.path;
    if (typeof path !== 'string' || !staging.has(path)) {
      answerResult(response, notUploaded(), 403);
      return;
    }
    const result = await core.dispatch(name, input);
    await staging.remove([path]);
    answerResult(response, result);
    return;
  }
  if (name === 'import.watch' && !(await isWatched(core, input))) {
    const message =
      'A browser window can switch watched folders on and off, but not add one: end Dossier, run “dossier watch <folder>” and start it again, or use the app.';
    answerResult(response, failure('unsupported', message), 403);
    return;
  }
  if (name !== 'import.run') {
    const result = await core.dispatch(name, input);
    answerResult(response, name === 'import.report' ? withOwnNames(staging, result) : result);
    return;
  }
  const paths = pathsOf(input);
  if (!paths.every((path) => staging.has(path))) {
    answerResult(response, notUploaded(), 403);
    return;
  }
  const result = await core.dispatch(name, input);
  // What the analyst is to choose columns for is imported again, and so is what holds it.
  const waiting = result.ok ? tablesOf(result.value as ImportReport) : [];
  // One that the disk stopped is gone on with later.
  if (result.ok)
    await staging.remove(
      paths.filter((path) => !waiting.some((table) => table === path || table.startsWith(`${path}/`))),
    );
  answerResult(response, withOwnNames(staging, result));
}

export async function answerStaging(
  staging: Staging,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    answerResult(response, { ok: true, value: { path: await staging.add(name, request) } });
  } catch (error) {
    if (request.destroyed && !request.complete) return;
    const reason = error instanceof Error ? error.message : String(error);
    const message = `${name} could not be uploaded: ${reason}`;
    answerResult(response, failure('file_unreadable', message), 500);
  }
}

/** A browser must not reach the machine's files: it has no say in which folders are read. */
async function isWatched(core: Core, input: unknown): Promise<boolean> {
  const path = (input as { path?: unknown } | null)?.path;
  const result = await core.dispatch('import.watched', {});
  return result.ok && (result.value as WatchedFolder[]).some((folder) => folder.path === path);
}

function failure(code: DossierError['code'], message: string): Result {
  return { ok: false, error: { code, message } };
}

function notUploaded(): Result {
  return failure('invalid_input', 'A browser window can import only the files that it has uploaded.');
}

function tablesOf({ entries }: Pick<ImportReport, 'entries'>): string[] {
  return entries.flatMap(({ table }) => table ?? []);
}

/** Texts among `input.paths`; what else may be wrong with the input, `dispatch` says. */
function pathsOf(input: unknown): string[] {
  const paths = (input as { paths?: unknown } | null)?.paths;
  return Array.isArray(paths) ? paths.filter((path) => typeof path === 'string') : [];
}

/** Reports name files as the analyst knows them, not by where they were staged. */
function withOwnNames(staging: Staging, result: Result): Result {
  if (!result.ok) return result;
  const report = result.value as Pick<ImportReport, 'entries'>;
  const entries = report.entries.map((entry) => ({ ...entry, file: staging.ownName(entry.file) }));
  return { ok: true, value: { ...report, entries } };
}
