/** The citation styles that a brief can be set in. */
import type { XmlNode } from 'citeproc';
import { DossierError } from '#contract/errors.ts';
import { readPackagedStyle } from './styleData.ts';

export interface Style {
  id: string;
  title: string;
  class: 'note' | 'in-text';
  /** The style as parsed elements or as the text of a `.csl` file. */
  read(): XmlNode | string;
}

const STYLES: readonly Style[] = [
  {
    id: 'chicago-notes',
    title: 'Chicago Manual of Style, 17th edition (notes and bibliography)',
    class: 'note',
    read: () => readPackagedStyle('chicago-fullnote-bibliography'),
  },
  {
    id: 'apa',
    title: 'American Psychological Association, 7th edition (author and year)',
    class: 'in-text',
    read: () => readPackagedStyle('apa'),
  },
];

export function listStyles(): Pick<Style, 'id' | 'title' | 'class'>[] {
  return STYLES.map(({ id, title, class: styleClass }) => ({ id, title, class: styleClass }));
}

/** Throws a DossierError (`not_found`) that names the styles there are. */
export function findStyle(id: string): Style {
  const style = STYLES.find((candidate) => candidate.id === id);
  if (style !== undefined) return style;
  const known = STYLES.map((candidate) => candidate.id).join(', ');
  throw new DossierError(
    'not_found',
    `There is no citation style named ${JSON.stringify(id)}. Choose one of these in the brief's settings: ${known}.`,
  );
}
