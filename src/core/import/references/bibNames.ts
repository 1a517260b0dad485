/** Names as BibTeX and BibLaTeX write them whose parts are told apart by commas, braces or names of their own. */
import type { CslName } from '#domain/csl.ts';
import { isOrganisation } from '../metadata/names.ts';
import { tidyName } from './fields.ts';

/** The names of a list, as written. */
export function splitNames(list: string): string[] {
  return splitOutside(list, /\s+and\s+/iy).filter((name) => name !== '' && name.toLowerCase() !== 'others');
}

/**
 * A name in braces is an organisation's; `Family, Given`, `Family, Suffix, Given` and BibLaTeX's `family=…, given=…`
 * are read as they stand. Undefined for other forms, null for a name that says nothing. `text` reads TeX.
 */
export function statedName(name: string, text: (tex: string) => string): CslName | null | undefined {
  const whole = inBraces(name);
  if (whole !== null) return tidyName({ literal: text(whole) });
  const parts = splitOutside(name, /\s*,\s*/y);
  if (/^[a-z]+\s*=/iu.test(name)) return named(parts, text);
  if (parts.length < 2) return undefined;
  const [family = '', ...rest] = parts;
  const suffix = rest.length > 1 ? rest.shift() : undefined;
  const given = text(rest.join(', '));
  const braced = inBraces(family);
  if (braced !== null) return parted({ family: text(braced), given, suffix: text(suffix ?? '') });
  const plain = text(family);
  if (isOrganisation(plain) && plain.split(' ').length >= 3)
    return tidyName({ literal: given === '' ? plain : `${plain}, ${given}` });
  const words = splitOutside(family, /\s+/y);
  const first = words.findIndex((word) => !/^\p{Ll}/u.test(text(word)));
  const count = Math.max(first, 0);
  return parted({
    'non-dropping-particle': text(words.slice(0, count).join(' ')),
    family: text(words.slice(count).join(' ')),
    given,
    suffix: text(suffix ?? ''),
  });
}

function named(parts: readonly string[], text: (tex: string) => string): CslName | null {
  const values = new Map<string, string>();
  for (const part of parts) {
    const [name = '', ...value] = part.split('=');
    const stated = value.join('=').trim();
    values.set(name.trim().toLowerCase(), text(inBraces(stated) ?? stated));
  }
  const isDropping = values.get('useprefix') === 'false';
  return parted({
    family: values.get('family') ?? '',
    given: values.get('given') ?? '',
    [isDropping ? 'dropping-particle' : 'non-dropping-particle']: values.get('prefix') ?? '',
    suffix: values.get('suffix') ?? '',
  });
}

/** Unlike `tidyName` it takes nobody for an organisation. */
function parted(name: CslName): CslName | null {
  const entries = Object.entries(name)
    .map(([part, value]) => [part, value?.normalize('NFC').replaceAll(/\s+/gu, ' ').trim() ?? ''] as const)
    .filter(([, value]) => value !== '');
  return entries.length === 0 ? null : Object.fromEntries(entries);
}

/** What stands in one pair of braces; null where more than that stands there. */
function inBraces(text: string): string | null {
  const trimmed = text.trim();
  if (!trimmed.startsWith('{') || !trimmed.endsWith('}')) return null;
  let depth = 0;
  for (let at = 0; at < trimmed.length; at += 1) {
    const sign = trimmed[at];
    if (sign === '\\') at += 1;
    else if (sign === '{') depth += 1;
    else if (sign === '}') depth -= 1;
    if (depth === 0 && at < trimmed.length - 1) return null;
  }
  // `{\'E}` is one letter with its accent.
  return depth === 0 && !trimmed.startsWith('{\\') ? trimmed.slice(1, -1) : null;
}

/** Parts between what `separator` (sticky) matches outside of braces. */
function splitOutside(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '\\') {
      at += 1;
      continue;
    }
    if (sign === '{') depth += 1;
    else if (sign === '}') depth -= 1;
    if (depth > 0) continue;
    separator.lastIndex = at;
    const match = separator.exec(text);
    if (match === null) continue;
    parts.push(text.slice(from, at).trim());
    from = separator.lastIndex;
    at = from - 1;
  }
  parts.push(text.slice(from).trim());
  return parts;
}
