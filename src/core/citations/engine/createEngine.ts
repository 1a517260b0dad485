/** Makes citeproc engines that write in our output format. */
import CSL, { type Engine, type XmlNode } from 'citeproc';
import { setLocalDates } from '../locale/localDates.ts';
import { setLocalNames } from '../locale/localNames.ts';
import { richFormat } from './richFormat.ts';
import { packagedLocales, readLocale } from '../styles/styleData.ts';
import { createStyleFit } from './styleFit.ts';
import { findStyle } from '../styles/styles.ts';
import { localeFor } from '../styles/styleLocale.ts';
import { readStyle, type StyleSource } from '../styles/styleSource.ts';

/** The name of our output format in citeproc. */
export const FORMAT_NAME = 'dossier';
CSL.Output.Formats[FORMAT_NAME] = richFormat;

/**
 * `style` is a source, or the id of a style that comes with Dossier. Throws a DossierError: `not_found` for a
 * style that is not there, `file_unreadable` for one whose file is not. See `startEngine`.
 */
export function createEngine(style: StyleSource | string, language: string, items: EngineItems): Engine {
  const source = typeof style === 'string' ? findStyle(style) : style;
  const locale = localeFor(language, source);
  const parsed = readStyle(source);
  const file = packagedLocales().get(locale);
  if (!locale.startsWith('en') && file !== undefined) setLocalDates(parsed, readLocale(file));
  setLocalNames(parsed, locale);
  return startEngine(parsed, locale, items);
}

/** Items in the form of `engineInput.ts` by id; the engine reads them when it meets them. */
export type EngineItems = ReadonlyMap<string, Record<string, unknown>>;

/** Takes 50–400 ms. `locale` is a CSL locale that there is. */
export function startEngine(style: XmlNode | string, locale: string, items: EngineItems): Engine {
  const fit = typeof style === 'string' ? (item: Record<string, unknown>) => item : createStyleFit(style);
  const engine = new CSL.Engine(
    {
      retrieveLocale: (tag) => {
        const file = packagedLocales().get(tag);
        return file === undefined ? false : readLocale(file);
      },
      retrieveItem: (id) => fit(items.get(id) ?? { id, type: 'document', title: '' }),
    },
    style,
    locale,
    true,
  );
  engine.opt.development_extensions['wrap_url_and_doi'] = true;
  engine.setOutputFormat(FORMAT_NAME);
  return engine;
}
