/** The designs of a library: those that come with Dossier, and those in its folder `templates`. */
import { DossierError } from '#contract/errors.ts';
import type { DesignSummary } from '#contract/export.ts';
import { DEFAULT_PAGE, DESIGNS } from '#domain/page.ts';
import { bundledDesign, type Design, USUAL_DESIGN } from './design.ts';
import { HOUSE, houseNames, readHouse } from './house.ts';

export interface FoundDesign {
  design: Design;
  /** Why it is not the one that was asked for. */
  warnings: string[];
}

/** The usual one, with a warning, where there is none of that name or it cannot be used. */
export function findDesign(templates: string, id: string): FoundDesign {
  const bundled = bundledDesign(id);
  if (bundled !== null) return { design: bundled, warnings: [] };
  try {
    return { design: readHouse(templates, id.startsWith(HOUSE) ? id.slice(HOUSE.length) : id), warnings: [] };
  } catch (error) {
    return { design: USUAL_DESIGN, warnings: [insteadOf(error)] };
  }
}

/** Says why a design was not used, and what was instead. */
export function insteadOf(error: unknown): string {
  const reason = error instanceof DossierError ? error.message : String(error);
  return `${reason} The pages are set in the design “${DESIGNS[DEFAULT_PAGE.design]!.title}” instead.`;
}

export function listDesigns(templates: string): DesignSummary[] {
  const own = Object.entries(DESIGNS).map(([id, { title, columns }]) => ({
    id,
    title,
    columns,
    problem: null,
  }));
  const house = houseNames(templates).map((name): DesignSummary => {
    const id = HOUSE + name;
    try {
      const { title, columns } = readHouse(templates, name).facts;
      return { id, title, columns, problem: null };
    } catch (error) {
      return { id, title: name, columns: 1, problem: error instanceof Error ? error.message : String(error) };
    }
  });
  return [...own, ...house];
}
