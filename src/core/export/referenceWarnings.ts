/** Which cross references lead nowhere, and where they stand. */
import { crossReferencesOf } from '#domain/document/crossReferences.ts';
import { blockPlaces } from './blockPlaces.ts';
import type { ExportDocument } from './exportDocument.ts';

export function referenceWarnings({ document, reference }: ExportDocument): string[] {
  const broken = blockPlaces(document.children).flatMap(({ block, where }) =>
    crossReferencesOf(block).flatMap((node) => {
      const { text, to } = reference(node);
      return to === null ? [{ text, where }] : [];
    }),
  );
  const [first] = broken;
  if (first === undefined) return [];
  const which =
    broken.length === 1
      ? `A cross reference ${first.where} refers`
      : `${broken.length} cross references, the first of them ${first.where}, refer`;
  return [
    `${which} to what is not in the brief any more: “${first.text}” is printed as it was last. Delete it, or refer to something else.`,
  ];
}
