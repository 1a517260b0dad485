import { DossierError } from '#contract/errors.ts';
import type { DesignSummary } from '#contract/export.ts';
import type { BriefSettings, BriefSummary } from '#domain/brief.ts';
import { bannerOf, type Marking, MARKING_SCHEMES, markingIn, schemeOf } from '#domain/marking.ts';
import type { PageSetup } from '#domain/page.ts';
import { type CommonOptions, withLibrary } from '../library.ts';
import { plain, print } from '../output.ts';
import { findBrief } from './export.ts';

export interface PageOptions extends CommonOptions {
  addressee?: string;
  reference?: string;
  keywords?: string;
  /** `none`, or a level by its name or mark; before it, and a `/`, the order of levels that it is of. */
  marking?: string;
  caveat?: string;
  portions?: 'on' | 'off';
  design?: string;
  paper?: PageSetup['paper'];
  margins?: PageSetup['margins'];
  columns?: '1' | '2' | 'design';
  contents?: PageSetup['contents'];
}

/** Changes what stands around the text of a brief, or only shows it where nothing is to be changed. */
export async function pageSetup(wanted: string, options: PageOptions): Promise<void> {
  const brief = await withLibrary(options, { create: false }, async (library): Promise<BriefSummary> => {
    const found = findBrief(wanted, await library.call('briefs.list', {}));
    if (options.design !== undefined) requireDesign(options.design, await library.call('export.designs', {}));
    const settings = changesOf(found, options);
    return Object.keys(settings).length === 0
      ? found
      : library.call('briefs.updateSettings', { id: found.id, settings });
  });
  const { id, title, addressee, reference, keywords, marking, page } = brief;
  const banner = bannerOf(marking, new Set());
  print(options, { id, title, addressee, reference, keywords, marking, page }, () => [
    plain(title),
    `Addressee: ${plain(addressee) || 'none'}`,
    `Reference: ${plain(reference) || 'none'}`,
    `Keywords: ${plain(keywords) || 'none'}`,
    `Marking: ${banner === null ? 'none' : plain(banner.text)}${marking?.portions === true ? ', with portion marks' : ''}`,
    `Design: ${plain(page.design)}, ${page.paper === 'a4' ? 'A4' : 'Letter'}, margins ${page.margins}, columns ${page.columns ?? 'design'}, contents ${page.contents}`,
  ]);
}

function changesOf(brief: BriefSettings, options: PageOptions): Partial<BriefSettings> {
  const { addressee, reference, keywords } = options;
  const marking = markingOf(brief.marking, options);
  return {
    ...(addressee === undefined ? {} : { addressee }),
    ...(reference === undefined ? {} : { reference }),
    ...(keywords === undefined ? {} : { keywords }),
    ...(marking === undefined ? {} : { marking }),
    ...pageOf(brief.page, options),
  };
}

function requireDesign(wanted: string, designs: readonly DesignSummary[]): void {
  const found = designs.find(({ id }) => id === wanted);
  if (found === undefined)
    throw new DossierError(
      'invalid_input',
      `There is no design ${JSON.stringify(wanted)}. Name one of: ${designs.map(({ id }) => id).join(', ')}.`,
    );
  if (found.problem !== null) throw new DossierError('invalid_input', found.problem);
}

function pageOf(
  before: PageSetup,
  { design, paper, margins, columns, contents }: PageOptions,
): Partial<Pick<BriefSettings, 'page'>> {
  if ([design, paper, margins, columns, contents].every((each) => each === undefined)) return {};
  return {
    page: {
      design: design ?? before.design,
      paper: paper ?? before.paper,
      margins: margins ?? before.margins,
      columns: columns === undefined ? before.columns : columns === 'design' ? null : columns === '1' ? 1 : 2,
      contents: contents ?? before.contents,
    },
  };
}

/** Undefined where nothing of it is to be changed. */
function markingOf(
  before: Marking | null,
  { marking: wanted, caveat, portions }: PageOptions,
): Marking | null | undefined {
  if (wanted === undefined && caveat === undefined && portions === undefined) return undefined;
  if (wanted === 'none') return null;
  const marking = wanted === undefined ? before : { ...before, ...levelNamed(wanted, before) };
  if (marking === null)
    throw new DossierError('invalid_input', 'The brief has no marking: choose its level by --marking.');
  return {
    ...marking,
    caveat: caveat ?? marking.caveat ?? '',
    portions: portions === undefined ? (marking.portions ?? false) : portions === 'on',
  };
}

/** A level of the brief's own order, or of the scheme that is named before the `/`. */
function levelNamed(
  wanted: string,
  before: Marking | null,
): Pick<Marking, 'levels' | 'level'> & Partial<Marking> {
  const at = wanted.indexOf('/');
  const scheme = MARKING_SCHEMES.find(({ id }) => id === wanted.slice(0, Math.max(0, at)).toLowerCase());
  const name = (scheme === undefined ? wanted : wanted.slice(at + 1)).toUpperCase();
  const marking =
    scheme === undefined || (before !== null && schemeOf(before) === scheme) ? before : markingIn(scheme, 0);
  const level = marking?.levels.findIndex((one) =>
    [one.name, one.mark].some((each) => each.toUpperCase() === name),
  );
  if (marking !== null && level !== undefined && level !== -1) return { levels: marking.levels, level };
  const known = MARKING_SCHEMES.map(
    ({ id, levels }) => `${id}/${levels.map(({ mark }) => mark).join(`, ${id}/`)}`,
  );
  throw new DossierError(
    'invalid_input',
    `There is no level ${JSON.stringify(wanted)}. Name one of: ${known.join(', ')}; or none.`,
  );
}
