/** What a `.csl` file says of itself. */
import { DossierError } from '#contract/errors.ts';
import { elementsOf } from './checkStyle.ts';
import { type StyleElement, styleFault } from '../engine/cslText.ts';
import type { StyleClass } from './styles.ts';

export interface StyleHeader {
  /** The style's own id: an address, as a rule. */
  id: string;
  title: string;
  /** Null for a dependent style, which has its parent's. */
  class: StyleClass | null;
  /** Id of the style that a dependent style has all its rules from; null for an independent one. */
  parent: string | null;
  locale: string | null;
}

const MOST_CHARACTERS = 500;

/** Throws a DossierError (`invalid_input`) that names the line of what is wrong. */
export function readStyleHeader(root: StyleElement): StyleHeader {
  if (root.name === 'locale')
    throw new DossierError('invalid_input', 'The file is a CSL locale, not a citation style.');
  if (root.name !== 'style')
    throw styleFault(root.line, `a CSL style begins with <style>, not with <${root.name.slice(0, 60)}>.`);
  const { version = '' } = root.attrs;
  if (!/^1\.0(\.\d+)?$/u.test(version))
    throw styleFault(
      root.line,
      version === ''
        ? '<style> does not say which version of CSL it is written in (version="1.0").'
        : `the style is written in CSL ${version.slice(0, 20)}; Dossier reads CSL 1.0.`,
    );
  const [info] = elementsOf(root, 'info');
  if (info === undefined) throw styleFault(root.line, '<style> has no <info> with its title and id.');
  const text = (name: string): string => {
    const [element] = elementsOf(info, name);
    const value = typeof element?.children[0] === 'string' ? element.children[0].trim() : '';
    if (value === '') throw styleFault((element ?? info).line, `<info> has no <${name}>, or an empty one.`);
    if (value.length > MOST_CHARACTERS)
      throw styleFault(element!.line, `<${name}> is longer than ${MOST_CHARACTERS} characters.`);
    return value;
  };
  const link = elementsOf(info, 'link').find(({ attrs }) => attrs['rel'] === 'independent-parent');
  const isDependent = link !== undefined && elementsOf(root, 'citation').length === 0;
  if (isDependent && (link.attrs['href'] ?? '').trim() === '')
    throw styleFault(link.line, 'the link to the parent style has no address (href).');
  return {
    id: text('id'),
    title: text('title'),
    class: isDependent ? null : root.attrs['class'] === 'note' ? 'note' : 'in-text',
    parent: isDependent ? link.attrs['href']!.trim().slice(0, MOST_CHARACTERS) : null,
    locale: root.attrs['default-locale']?.trim() || null,
  };
}
