import { DossierError } from '#contract/errors.ts';

/** The error for a file, or a part of one, that cannot be imported; `message` says what, why and what to do. */
export function unreadable(message: string, cause?: unknown): DossierError {
  return new DossierError('file_unreadable', message, { cause });
}
