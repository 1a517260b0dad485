/** Sets sample sources of every type in a style, to see that citeproc can work with it. */
import type { Citation, XmlNode } from 'citeproc';
import { DossierError } from '#contract/errors.ts';
import { CSL_DATE_FIELDS, CSL_NAMES_FIELDS, CSL_TEXT_FIELDS, CSL_TYPES } from '#domain/csl.ts';
import { FORMAT_NAME, startEngine } from '../engine/createEngine.ts';

/** Throws a DossierError (`invalid_input`) where citeproc fails, or prints nothing at all. */
export function dryRun(style: XmlNode): void {
  let printed: string[];
  try {
    printed = printSamples(style);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DossierError(
      'invalid_input',
      `The style is CSL, but the citation engine cannot work with it: ${reason.slice(0, 300)}`,
      { cause: error },
    );
  }
  // In place of a citation without text citeproc sets an error in brackets.
  if (!printed.some((text) => /\p{L}/u.test(text) && !text.includes('[CSL STYLE ERROR')))
    throw new DossierError('invalid_input', 'The style prints nothing of any source.');
}

function printSamples(style: XmlNode): string[] {
  const items = new Map(
    [...CSL_TYPES.entries()].flatMap(([index, type]) => [
      [`full-${index}`, fullItem(`full-${index}`, type, index)],
      [`bare-${index}`, { id: `bare-${index}`, type, title: `Bare ${index}` }],
    ]) as [string, Record<string, unknown>][],
  );
  const engine = startEngine(style, 'en-US', items);
  const isNote = engine.opt.xclass === 'note';
  const locators = [undefined, { locator: '12', label: 'page' }, { locator: '3-4', label: 'section' }];
  const citations = [...items.keys()].flatMap((id) =>
    (id.startsWith('full') ? locators : [undefined]).map((locator) => ({ id, ...locator })),
  );
  const texts = engine.rebuildProcessorState(
    // One later cite of the first source: all others stand right behind their first one.
    [...citations, { id: 'full-0' }].map((cite, index): Citation => ({
      citationID: `c${index}`,
      citationItems: [cite],
      properties: { noteIndex: isNote ? index + 1 : 0 },
    })),
    FORMAT_NAME,
    [],
  );
  const list = engine.makeBibliography();
  return [...texts.map(([, , text]) => text), ...(list === false ? [] : list[1])];
}

/** Different from each other, so that the engine has nothing to tell apart. */
function fullItem(id: string, type: string, index: number): Record<string, unknown> {
  const name = { family: `Family${index}`, given: 'Given Middle' };
  return {
    ...Object.fromEntries(CSL_TEXT_FIELDS.map((field) => [field, `${field} ${index}`])),
    ...Object.fromEntries(CSL_NAMES_FIELDS.map((field) => [field, [name, { literal: `Body ${index}` }]])),
    ...Object.fromEntries(CSL_DATE_FIELDS.map((field) => [field, { 'date-parts': [[1970 + index, 5, 9]] }])),
    language: 'en',
    volume: '12',
    page: '100-120',
    edition: '2',
    id,
    type,
  };
}
