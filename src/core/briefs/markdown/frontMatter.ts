/** What the YAML at the top of a Markdown file says of the brief. */
import { stringify } from 'yaml';
import { type BriefSettings, briefSettingsSchema } from '#domain/brief.ts';
import { bannerOf, markingIn, MARKING_SCHEMES, type Marking } from '#domain/marking.ts';
import { readYaml } from '../../import/read/yaml.ts';

export interface FrontMatter {
  settings: Partial<BriefSettings>;
  /** Names of files, or addresses. */
  bibliography: string[];
  csl: string | null;
  /** Sources in the YAML itself, as CSL-JSON. */
  references: unknown[];
  /** Keys of what is listed without being cited. */
  nocite: string[];
  /** Pandoc formats the citations of such a file. */
  isPandoc: boolean;
  /** What a brief has no place for, as YAML; empty for nothing. */
  rest: string;
}

const FOR_PANDOC = ['bibliography', 'csl', 'references', 'nocite', 'citation-style'];

/** Null where it is no YAML, or no list of keys and values. */
export function readFrontMatter(yaml: string): FrontMatter | null {
  const values = readYaml(yaml);
  if (values === null) return null;
  const rest: Record<string, unknown> = {};
  const read: FrontMatter = {
    settings: {},
    bibliography: [],
    csl: null,
    references: [],
    nocite: [],
    isPandoc: Object.keys(values).some((key) => FOR_PANDOC.includes(key)),
    rest: '',
  };
  for (const [key, value] of Object.entries(values)) if (!take(read, key, value)) rest[key] = value;
  return { ...read, rest: Object.keys(rest).length === 0 ? '' : stringify(rest, { lineWidth: 0 }).trimEnd() };
}

/** False where a brief has no place for it. */
function take(read: FrontMatter, key: string, value: unknown): boolean {
  switch (key) {
    case 'title':
    case 'addressee':
    case 'reference':
    case 'date':
      return setting(read, key, textOf(value));
    case 'author':
    case 'keywords':
      return setting(read, key, namesOf(value));
    case 'lang':
      return setting(read, 'language', textOf(value));
    case 'classification': {
      const marking = markingOf(textOf(value) ?? '');
      if (marking !== null) read.settings.marking = marking;
      return marking !== null;
    }
    case 'bibliography':
      read.bibliography = (Array.isArray(value) ? value : [value]).filter((name) => typeof name === 'string');
      return true;
    case 'csl':
    case 'citation-style':
      read.csl = textOf(value);
      return read.csl !== null;
    case 'references':
      read.references = Array.isArray(value) ? value : [];
      return Array.isArray(value);
    case 'nocite':
      read.nocite = [...(textOf(value) ?? '').matchAll(/@(?:\{([^{}]+)\}|([\p{L}\p{N}_][^\s,;\]]*))/gu)].map(
        ([, braced, plain]) => (braced ?? plain)!,
      );
      return true;
    default:
      return false;
  }
}

function setting(read: FrontMatter, key: keyof BriefSettings, value: string | null): boolean {
  const parsed = briefSettingsSchema.shape[key].safeParse(value);
  if (value === null || !parsed.success) return false;
  Object.assign(read.settings, { [key]: parsed.data });
  return true;
}

function textOf(value: unknown): string | null {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

/** One name, several, or what Pandoc's templates make of them. */
function namesOf(value: unknown): string | null {
  const names = (Array.isArray(value) ? value : [value]).map((name: unknown) =>
    typeof name === 'object' && name !== null && 'name' in name ? textOf(name.name) : textOf(name),
  );
  return names.includes(null) || names.length === 0 ? null : names.join(', ');
}

/** The level that a banner names, with what follows it. */
function markingOf(banner: string): Marking | null {
  for (const scheme of MARKING_SCHEMES)
    for (const [at, { name }] of scheme.levels.entries()) {
      const caveat =
        banner === name ? '' : banner.startsWith(`${name}//`) ? banner.slice(name.length + 2) : null;
      const marking = caveat === null ? null : { ...markingIn(scheme, at), caveat: caveat.trim() };
      if (marking !== null && bannerOf(marking, new Set())?.text === banner) return marking;
    }
  if (banner.trim() === '' || banner.length > 80) return null;
  // A level of somebody else's own.
  const level = { name: banner.trim(), mark: banner.trim().slice(0, 20), colour: '#3f3f46' };
  return { levels: [level], level: 0, caveat: '', portions: false };
}
