/** What is wrong with the pictures of a brief, and where. */
import type { Block, Picture } from '#domain/document/ast.ts';
import { blockPlaces } from './blockPlaces.ts';
import type { ExportDocument } from './exportDocument.ts';

/** `unreadable` are the SHA-256 of those whose files cannot be drawn. */
export function pictureWarnings(brief: ExportDocument, unreadable: readonly string[]): string[] {
  const places = picturePlaces(brief.document.children);
  const problem = (which: string, state: string): string =>
    `${which} ${state}: its description stands in its place. Put its file back into the folder “pictures” of the library from a copy, or insert it again.`;
  const warnings = places.flatMap(({ picture, where }) => {
    const which = picture.alt === '' ? `A picture ${where}` : `The picture “${picture.alt}” ${where}`;
    if (!brief.pictures.has(picture.sha256)) return [problem(which, 'is missing from the library')];
    return unreadable.includes(picture.sha256) ? [problem(which, 'is damaged')] : [];
  });
  const undescribed = places.filter(({ picture }) => picture.alt === '' && !picture.decorative);
  const [first] = undescribed;
  if (first === undefined) return warnings;
  const named =
    undescribed.length === 1
      ? `A picture ${first.where} has`
      : `${undescribed.length} pictures, the first of them ${first.where}, have`;
  return [
    ...warnings,
    `${named} no alternative text: who does not see pictures learns nothing from it. Select a picture and press Enter to write one.`,
  ];
}

function picturePlaces(blocks: Block[]): { picture: Picture; where: string }[] {
  return blockPlaces(blocks).flatMap(({ block, where }) =>
    block.type === 'picture' ? [{ picture: block, where }] : [],
  );
}
