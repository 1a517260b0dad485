/** The citation styles that come with Dossier: a short list at hand, and all others of the package. */
import { join } from 'node:path';
import { DossierError } from '#contract/errors.ts';
import { appFiles } from '../../host/appFiles.ts';
import { hasPackagedStyle } from './styleData.ts';
import type { StyleSource } from './styleSource.ts';

export type StyleClass = 'note' | 'in-text';

export interface StyleAtHand {
  /** Stored in briefs: never changes, nor does what it means. */
  id: string;
  title: string;
  class: StyleClass;
  source: StyleSource;
}

function packaged(id: string, title: string, styleClass: StyleClass, name = id): StyleAtHand {
  return { id, title, class: styleClass, source: { kind: 'packaged', name } };
}

/** Editions are those of the package, which stands at early 2025: it has Chicago 17, not 18. */
const AT_HAND: readonly StyleAtHand[] = [
  {
    id: 'briefing-endnotes',
    title: 'Briefing endnotes',
    class: 'note',
    source: {
      kind: 'file',
      path: join(appFiles().resources, 'styles', 'briefing-endnotes.csl'),
      // Changes only with the app.
      sha256: '',
    },
  },
  packaged('chicago-notes', 'Chicago 17, full notes', 'note', 'chicago-fullnote-bibliography'),
  packaged('chicago-fullnote-bibliography-with-ibid', 'Chicago 17, full notes with ibid', 'note'),
  packaged('chicago-note-bibliography', 'Chicago 17, shortened notes', 'note'),
  packaged('chicago-note-bibliography-with-ibid', 'Chicago 17, shortened notes with ibid', 'note'),
  packaged('chicago-author-date', 'Chicago 17, author and date', 'in-text'),
  packaged('turabian-fullnote-bibliography-no-ibid', 'Turabian 8, notes', 'note'),
  packaged('turabian-fullnote-bibliography-8th-edition', 'Turabian 8, notes with ibid', 'note'),
  packaged('turabian-author-date', 'Turabian 9, author and date', 'in-text'),
  packaged('apa', 'APA 7 (American Psychological Association)', 'in-text'),
  packaged('modern-language-association', 'MLA 9 (Modern Language Association)', 'in-text'),
  packaged('harvard-cite-them-right', 'Harvard (Cite Them Right 12)', 'in-text'),
  packaged('ieee', 'IEEE, numbered', 'in-text'),
  packaged('vancouver', 'Vancouver, numbered', 'in-text'),
  packaged('oscola', 'OSCOLA, law', 'note'),
  packaged('oscola-no-ibid', 'OSCOLA, law, without ibid', 'note'),
];

export function stylesAtHand(): readonly StyleAtHand[] {
  return AT_HAND;
}

/** Of a style that comes with Dossier, by its id at hand or its name in the package; null for none. */
function includedStyle(id: string): StyleSource | null {
  const atHand = AT_HAND.find((style) => style.id === id);
  if (atHand !== undefined) return atHand.source;
  return hasPackagedStyle(id) ? { kind: 'packaged', name: id } : null;
}

/** Throws a DossierError (`not_found`) for a style that does not come with Dossier. */
export function findStyle(id: string): StyleSource {
  const source = includedStyle(id);
  if (source !== null) return source;
  throw new DossierError(
    'not_found',
    `There is no citation style named ${JSON.stringify(id)}. Choose another one in the brief's settings, or install it.`,
  );
}
