/** What an export says of the marking of a brief and of its portions. */
import { portionMarks, unmarkedPortions } from '#domain/document/portions.ts';
import type { ExportDocument } from './exportDocument.ts';

export function markingWarnings({ banner, document }: Pick<ExportDocument, 'banner' | 'document'>): string[] {
  if (banner === null) {
    const marks = [...portionMarks(document)].map((mark) => `(${mark})`);
    if (marks.length === 0) return [];
    return [
      `Blocks are marked ${marks.join(', ')}, but the brief has no marking, and no order of levels has all of these: no banner is printed. Choose a marking in Page setup.`,
    ];
  }
  const { text, raisedFrom, raisedBy, unknown, portions } = banner;
  const said: string[] = [];
  if (raisedFrom !== null)
    said.push(
      raisedFrom === ''
        ? `The banner says ${text}, since a block is marked (${raisedBy}); the brief itself has no marking. Choose one in Page setup.`
        : `The banner is raised from ${raisedFrom} to ${text}, since a block is marked (${raisedBy}). Raise the level in Page setup, or lower the mark.`,
    );
  if (unknown.length > 0)
    said.push(
      `No level of this brief has the mark ${unknown.map((mark) => `(${mark})`).join(', ')}: the banner could not be checked against it.`,
    );
  const unmarked = portions ? unmarkedPortions(document) : 0;
  if (unmarked > 0)
    said.push(unmarked === 1 ? 'One block has no portion mark.' : `${unmarked} blocks have no portion mark.`);
  return said;
}
