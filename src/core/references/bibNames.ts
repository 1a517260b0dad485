/** Names as BibLaTeX reads them (its manual, section 2.4: `Family, Given` and `family=…`). */
import type { CslName } from '#domain/csl.ts';
import { texText } from './texText.ts';

export function bibNames(names: readonly CslName[]): string {
  return names.map((name) => bibName(name)).join(' and ');
}

/** Whether a name has a particle by which it is sorted and that is never left out. */
export function hasOwnParticle(name: CslName): boolean {
  return name['non-dropping-particle'] !== undefined && name.literal === undefined;
}

/** An organisation stands in braces; what commas and capitals would not tell apart is named. */
function bibName(name: CslName): string {
  if (name.literal !== undefined) return `{${texText(name.literal)}}`;
  const { family = '', given = '', suffix = '' } = name;
  const dropping = name['dropping-particle'] ?? '';
  const own = name['non-dropping-particle'] ?? '';
  const isPlain =
    dropping === '' &&
    family !== '' &&
    given !== '' &&
    own.split(' ').every((word) => word === '' || /^\p{Ll}[^\s{}\\]*$/u.test(word));
  if (isPlain)
    return [
      [own === '' ? '' : texText(own), guarded(family, own !== '')].filter((part) => part !== '').join(' '),
      ...(suffix === '' ? [] : [guarded(suffix, false)]),
      guarded(given, false),
    ].join(', ');
  const prefix = [dropping, own].filter((part) => part !== '').join(' ');
  const parts = [
    ['family', family],
    ['given', given],
    ['prefix', prefix],
    ['suffix', suffix],
  ].filter(([, value]) => value !== '');
  const stated = parts.map(([part, value]) => `${part}={${texText(value!)}}`);
  if (prefix !== '') stated.push(`useprefix=${own === '' ? 'false' : 'true'}`);
  return stated.join(', ');
}

/** In braces where a comma, an `and`, or a word in small letters would part it. */
function guarded(text: string, isBehindParticle: boolean): string {
  const isParted =
    /[,=]|\band\b/iu.test(text) || (!isBehindParticle && /^(?!\p{Lu})/u.test(text)) || / /u.test(text);
  return isParted ? `{${texText(text)}}` : texText(text);
}
