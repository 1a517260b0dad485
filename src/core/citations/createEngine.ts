/** Makes citeproc engines that write in our output format. */
import CSL, { type Engine, type XmlNode } from 'citeproc';
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

/** Throws a DossierError (`not_found`) for a style that is not there. See `startEngine`. */
export function createEngine(styleId: string, language: string, items: EngineItems): Engine {
  return startEngine(findStyle(styleId).read(), localeFor(language), items);
}

/** Items in the form of `engineInput.ts` by id; the engine reads them when it meets them. */
export type EngineItems = ReadonlyMap<string, Record<string, unknown>>;

/** Takes 50–400 ms. `locale` is a CSL locale that there is. */
export function startEngine(style: XmlNode | string, locale: string, items: EngineItems): Engine {
  localeFiles ??= packagedLocales();
  const engine = new CSL.Engine(
    {
      retrieveLocale: (tag) => {
        const file = localeFiles?.get(tag);
        return file === undefined ? false : readLocale(file);
      },
      retrieveItem: (id) => items.get(id) ?? { id, type: 'document', title: '' },
    },
    style,
    locale,
    true,
  );
  engine.opt.development_extensions['wrap_url_and_doi'] = true;
  engine.setOutputFormat(FORMAT_NAME);
  return engine;
}
