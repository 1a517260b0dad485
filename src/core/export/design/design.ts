/** The design that a brief is set in. */
import type { BriefSettings } from '#domain/brief.ts';
import type { HouseFiles } from './house.ts';
import { DEFAULT_PAGE, DESIGNS, type DesignFacts, pageGeometry, type PageGeometry } from '#domain/page.ts';

export interface Design {
  facts: DesignFacts;
  /** Its file in Typst's workspace. */
  file: string;
  /** What Typst has to be given of it; null for one that comes with Dossier. */
  house: HouseFiles | null;
}

/** Null where there is none of that name among those that come with Dossier. */
export function bundledDesign(id: string): Design | null {
  const facts = Object.hasOwn(DESIGNS, id) ? DESIGNS[id] : undefined;
  return facts === undefined ? null : { facts, file: `/designs/${id}/design.typ`, house: null };
}

/** Stands in for one that is not there. */
export const USUAL_DESIGN: Design = bundledDesign(DEFAULT_PAGE.design)!;

export function geometryOf({ page }: Partial<Pick<BriefSettings, 'page'>>, { facts }: Design): PageGeometry {
  return pageGeometry(page ?? DEFAULT_PAGE, facts);
}
