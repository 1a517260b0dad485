/** Brings a stored document to the format of this Dossier. Documents of every past version stay readable. */
import { DOC_VERSION, type StoredDocument } from './stored.ts';

/** The document was written by a newer Dossier. Whoever meets this must leave the document as it is. */
export class NewerDocumentError extends Error {
  readonly docVersion: number;
  constructor(docVersion: number) {
    super(`The document has format ${docVersion}; this Dossier reads formats up to ${DOC_VERSION}.`);
    this.name = 'NewerDocumentError';
    this.docVersion = docVersion;
  }
}

/** Turns a document of one version into the next; must not change its argument. */
export type UpgradeStep = (document: StoredDocument) => StoredDocument;

/** `STEPS[n - 1]` turns version n into n + 1. */
const STEPS: readonly UpgradeStep[] = [];

/** Returns a document of the current version; the very same object where it is current. */
export function upgradeDocument(stored: StoredDocument): StoredDocument {
  return applySteps(stored, STEPS);
}

/** Applies the steps from the document's version on. Throws NewerDocumentError beyond the last of them. */
export function applySteps(stored: StoredDocument, steps: readonly UpgradeStep[]): StoredDocument {
  const current = steps.length + 1;
  if (stored.docVersion > current) throw new NewerDocumentError(stored.docVersion);
  let document = stored;
  for (const [index, step] of steps.entries())
    if (stored.docVersion <= index + 1) document = { ...step(document), docVersion: index + 2 };
  return document;
}
