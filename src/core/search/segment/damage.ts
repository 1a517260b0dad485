/** The index is not as it was written. Carries the code with which SQLite says so of a file: it is rebuilt. */
export class IndexDamage extends Error {
  readonly code = 'SQLITE_CORRUPT';
}
