/** All styles that a brief can be set in: those that come with Dossier, and those that were installed. */
import type { CoreContext } from '../../context.ts';
import { type InstalledStyle, type InstalledStyles, openInstalledStyles } from './installedStyles.ts';
import { presentName } from './renamedStyles.ts';
import { hasPackagedStyle, packagedTitles } from './styleData.ts';
import { type StyleClass, stylesAtHand } from './styles.ts';
import { readStyle, type StyleSource } from './styleSource.ts';

export interface LibraryStyle {
  id: string;
  title: string;
  class: StyleClass;
  origin: 'at-hand' | 'installed' | 'package';
  source: StyleSource;
}

/** What a brief is set in whose style is missing. */
const FALLBACK = 'chicago-notes';

export interface StyleLibrary {
  installed: InstalledStyles;
  /** The short list, then what was installed. */
  list(): LibraryStyle[];
  /** By the id that a brief stores; null where there is no such style. */
  find(id: string): LibraryStyle | null;
  /** The style, or the one that stands in for it. */
  findOrFallback(id: string): { style: LibraryStyle; isMissing: boolean };
}

export function createStyleLibrary(context: CoreContext): StyleLibrary {
  const installed = openInstalledStyles(context.folder.styles);

  const findInstalled = (style: InstalledStyle): LibraryStyle | null => {
    const { id, header, file } = style;
    const about = { id, title: header.title, origin: 'installed' as const };
    if (header.parent === null) return { ...about, class: header.class ?? 'in-text', source: file };
    // The parent of a dependent style is an independent one.
    if (installed.find(header.parent)?.header.parent) return null;
    const parent = find(header.parent);
    if (parent === null) return null;
    const locale = header.locale === null ? {} : { locale: header.locale };
    return { ...about, class: parent.class, source: { ...parent.source, ...locale } };
  };

  const find = (id: string): LibraryStyle | null => {
    const atHand = stylesAtHand().find((style) => style.id === id);
    if (atHand !== undefined) return { ...atHand, origin: 'at-hand' };
    const own = installed.find(id);
    if (own !== undefined) return findInstalled(own);
    const name = presentName(nameOf(id));
    return hasPackagedStyle(name) ? packagedStyle(id, name) : null;
  };

  return {
    installed,
    list: () => [
      ...stylesAtHand().map((style) => ({ ...style, origin: 'at-hand' as const })),
      ...installed.list().flatMap((style) => findInstalled(style) ?? []),
    ],
    find,
    findOrFallback(id) {
      const style = find(id);
      return { style: style ?? find(FALLBACK)!, isMissing: style === null };
    },
  };
}

/** The last part of an address of the CSL project's styles, `http://www.zotero.org/styles/<name>`. */
function nameOf(id: string): string {
  return /^https?:\/\/(?:www\.)?zotero\.org\/styles\/([^/?#]+)$/u.exec(id)?.[1] ?? id;
}

const classes = new Map<string, StyleClass>();

function packagedStyle(id: string, name: string): LibraryStyle {
  const source: StyleSource = { kind: 'packaged', name };
  let styleClass = classes.get(name);
  if (styleClass === undefined) {
    styleClass = readStyle(source).attrs['class'] === 'note' ? 'note' : 'in-text';
    classes.set(name, styleClass);
  }
  return { id, title: packagedTitles().get(name) ?? name, class: styleClass, origin: 'package', source };
}
