import { expect, it } from 'vitest';
import { DOC_VERSION, emptyDocument, type StoredDocument } from './stored.ts';
import { applySteps, NewerDocumentError, upgradeDocument, type UpgradeStep } from './upgrade.ts';

/** Notes its own name in the document, so that the order of the steps can be seen. */
const step =
  (name: string): UpgradeStep =>
  (document) => ({
    ...document,
    root: { ...document.root, steps: [...((document.root['steps'] as string[] | undefined) ?? []), name] },
  });
const stored = (docVersion: number): StoredDocument => ({ docVersion, root: { type: 'root' } });

it('applies the steps from the version of the document on, in order', () => {
  const steps = [step('1→2'), step('2→3'), step('3→4')];
  expect(applySteps(stored(2), steps)).toEqual({
    docVersion: 4,
    root: { type: 'root', steps: ['2→3', '3→4'] },
  });
  expect(applySteps(stored(1), steps).root['steps']).toEqual(['1→2', '2→3', '3→4']);
  const current = stored(4);
  expect(applySteps(current, steps)).toBe(current);
});

it('leaves a document of a newer version alone', () => {
  expect(() => upgradeDocument({ ...emptyDocument(), docVersion: DOC_VERSION + 1 })).toThrow(
    NewerDocumentError,
  );
});

it('has as many steps as there were versions before this one', () => {
  const empty = emptyDocument();
  expect(upgradeDocument(empty)).toBe(empty);
});
