/** What can go wrong, as every host and the interface see it. */

export type ErrorCode =
  /** The input does not fit the operation's schema. */
  | 'invalid_input'
  | 'not_found'
  /** Somebody saved a newer revision, or has the name. */
  | 'conflict'
  /** Another Dossier has the library open. */
  | 'library_locked'
  | 'library_missing'
  | 'library_read_only'
  /** Written by a newer Dossier. */
  | 'library_newer'
  | 'library_corrupt'
  | 'file_unreadable'
  | 'file_unwritable'
  | 'cancelled'
  | 'export_failed'
  /** This host cannot do that; see `app.capabilities`. */
  | 'unsupported'
  /** The core or its host could not be reached. */
  | 'unavailable'
  /** A defect of ours. */
  | 'internal';

/** What a transport carries back. */
export type Result<T = unknown> =
  | { ok: true; value: T }
  | { ok: false; error: { code: ErrorCode; message: string } };

/** A failure with a message for people: what, where, and what to do. */
export class DossierError extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DossierError';
    this.code = code;
  }
}
