/** Metadata and citations in the form in which citeproc wants them. */
import type { CiteItem } from 'citeproc';
import type { CitationItem } from '#domain/citation.ts';
import type { CslItem, CslName } from '#domain/csl.ts';

/** `note` is left out because citeproc reads it as further fields; `abstract` because no style prints it. */
export function engineItem(id: number, item: CslItem): Record<string, unknown> {
  const { note: _note, abstract: _abstract, ...fields } = item;
  const names: Partial<Record<'author' | 'editor' | 'translator', CslName[]>> = {};
  for (const role of ['author', 'editor', 'translator'] as const) {
    const list = fields[role];
    if (list !== undefined) names[role] = list.map((name) => engineName(name, fields.language));
  }
  return { ...fields, ...names, id: String(id) };
}

/**
 * Korean and Chinese names in their own script are never cut to the family name: a few family names serve
 * most people. They go in whole, family name first.
 */
function engineName(name: CslName, language: string | undefined): CslName {
  const { family = '', given = '' } = name;
  const isKorean = /\p{Script=Hangul}/u.test(family);
  const isChinese = /^zh\b/i.test(language ?? '') && /^\p{Script=Han}+$/u.test(family);
  return (isKorean || isChinese) && given !== '' ? { literal: family + given } : name;
}

/**
 * citeproc sets prefix and suffix as they are: the space or comma between them and the source is added here.
 * `opensNote` is true for what begins a footnote, which begins with a capital.
 */
export function engineCite(cite: CitationItem, opensNote: boolean): CiteItem {
  const engineForm: CiteItem = { id: String(cite.articleId) };
  const locator = cite.locator?.trim() ?? '';
  const prefix = cite.prefix?.trim() ?? '';
  const suffix = cite.suffix?.trim() ?? '';
  if (locator !== '') {
    engineForm.locator = locator;
    engineForm.label = cite.label ?? 'page';
  }
  if (prefix !== '') engineForm.prefix = `${opensNote ? capitalised(prefix) : prefix} `;
  if (suffix !== '') engineForm.suffix = separator(suffix) + suffix;
  if (cite.suppressAuthor === true) engineForm['suppress-author'] = true;
  return engineForm;
}

function separator(suffix: string): string {
  if (/^[,.;:!?]/.test(suffix)) return '';
  return /^[\p{L}\p{N}]/u.test(suffix) ? ', ' : ' ';
}

function capitalised(text: string): string {
  const [first = ''] = text;
  return first.toLocaleUpperCase() + text.slice(first.length);
}
