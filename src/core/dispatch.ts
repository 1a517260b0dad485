/** The one way into the core: finds the operation, validates its input, runs it, and words its failure. */
import { z } from 'zod';
import { contract, type Handlers, type OperationName } from '#contract/index.ts';
import { DossierError, type Result } from '#contract/errors.ts';
import { systemError } from './systemError.ts';

export interface DispatchOptions {
  /** Also parse what handlers return. For tests: it costs time on large results. */
  validateOutput?: boolean;
  /** Told of failures that are defects of ours, with the original error. */
  onInternalError?: (operation: string, error: unknown) => void;
}

export type Dispatch = (name: string, input: unknown) => Promise<Result>;

/**
 * Builds the dispatcher over a complete set of handlers. It never rejects: every failure becomes
 * `{ ok: false, error }`.
 */
export function createDispatch(handlers: Handlers, options: DispatchOptions = {}): Dispatch {
  return async (name, input) => {
    if (!isOperation(name))
      return failure(
        new DossierError('invalid_input', `There is no operation named ${JSON.stringify(name)}.`),
      );
    const parsed = parse(name, input);
    if (parsed instanceof DossierError) return failure(parsed);
    try {
      const run = handlers[name] as (input: unknown) => unknown;
      const value = await run(parsed.input);
      return {
        ok: true,
        value: options.validateOutput === true ? contract[name].output.parse(value) : value,
      };
    } catch (error) {
      const known = error instanceof DossierError ? error : systemError(error);
      if (known !== null) return failure(known);
      options.onInternalError?.(name, error);
      const detail = error instanceof Error ? error.message : String(error);
      return failure(new DossierError('internal', `Something went wrong inside Dossier: ${detail}`));
    }
  };
}

function parse(name: OperationName, input: unknown): { input: unknown } | DossierError {
  try {
    const parsed = contract[name].input.safeParse(input);
    if (parsed.success) return { input: parsed.data };
    return new DossierError('invalid_input', `${name}: ${z.prettifyError(parsed.error)}`);
  } catch (error) {
    // The schema of documents follows their nesting.
    if (!(error instanceof RangeError)) throw error;
    return new DossierError('invalid_input', `${name}: the input is nested too deeply.`, { cause: error });
  }
}

/** Joins the handlers of several features. Throws where two of them claim one operation. */
export function mergeHandlers<T extends Partial<Handlers>[]>(...parts: T): UnionToIntersection<T[number]> {
  const merged: Record<string, unknown> = {};
  for (const part of parts)
    for (const [name, handler] of Object.entries(part)) {
      if (name in merged) throw new Error(`Two features register the operation ${name}.`);
      merged[name] = handler;
    }
  return merged as UnionToIntersection<T[number]>;
}

type UnionToIntersection<U> = (U extends unknown ? (u: U) => void : never) extends (i: infer I) => void
  ? I
  : never;

function isOperation(name: string): name is OperationName {
  return Object.hasOwn(contract, name);
}

function failure({ code, message }: DossierError): Result {
  return { ok: false, error: { code, message } };
}
