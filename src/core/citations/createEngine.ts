/** Makes citeproc engines that write in our output format. */
import CSL, { type Engine } from 'citeproc';
import { chooseLocale } from './locale.ts';
import { richFormat } from './richFormat.ts';
import { packagedLocales, readLocale } from './styleData.ts';
import { findStyle } from './styles.ts';

/** The name of our output format in citeproc. */
export const FORMAT_NAME = 'dossier';
CSL.Output.Formats[FORMAT_NAME] = richFormat;

let localeFiles: Map<string, string> | null = null;

/** The CSL locale that serves a language (BCP 47). */
export function localeFor(language: string): string {
  localeFiles ??= packagedLocales();
  return chooseLocale(language, localeFiles.keys());
}

/**
 * `items` are CSL items by id; the engine reads them when it meets them. Takes 50–400 ms. Throws a
 * DossierError (`not_found`) for a style that is not there.
 */
export function createEngine(
  styleId: string,
  language: string,
  items: ReadonlyMap<string, Record<string, unknown>>,
): Engine {
  const locale = localeFor(language);
  const engine = new CSL.Engine(
    {
      retrieveLocale: (tag) => {
        const file = localeFiles?.get(tag);
        return file === undefined ? false : readLocale(file);
      },
      retrieveItem: (id) => items.get(id) ?? { id, type: 'document', title: '' },
    },
    findStyle(styleId).read(),
    locale,
    true,
  );
  engine.opt.development_extensions['wrap_url_and_doi'] = true;
  engine.setOutputFormat(FORMAT_NAME);
  return engine;
}
