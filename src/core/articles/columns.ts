/** The columns of `article` that follow from its metadata: what lists sort by, and what sources are found by. */
import { publicationName } from '#domain/article.ts';
import { type CslField, type CslItem, type CslName, cslDateToIso } from '#domain/csl.ts';
import { doiKey, urlKey } from '#domain/sourceKeys.ts';

/**
 * Values for `csl`, `unconfirmed` and the keys; `issued` is the first date as a key, null where there is none. The
 * citation key is no part of them: it lies in a table of its own.
 */
export function metadataColumns(
  { 'citation-key': _key, ...csl }: CslItem,
  unconfirmed: readonly CslField[],
): Record<
  'csl' | 'unconfirmed' | 'titleKey' | 'authorKey' | 'publisherKey' | 'issued' | 'urlKey' | 'doiKey',
  string | null
> {
  const issued = csl.issued?.['date-parts'][0];
  return {
    csl: JSON.stringify(csl),
    unconfirmed: JSON.stringify(unconfirmed),
    titleKey: sortKey(csl.title),
    authorKey: authorKey(csl),
    publisherKey: publisherKey(csl),
    issued: issued === undefined ? null : dateKey(cslDateToIso({ 'date-parts': [issued] })),
    urlKey: urlKey(csl.URL),
    doiKey: doiKey(csl),
  };
}

/** An ISO date so that text in order is in order of time: years before 0 count down. */
function dateKey(iso: string): string {
  return iso.startsWith('-') ? `-${9999 - Number(iso.slice(1, 5))}${iso.slice(5)}` : iso;
}

/** The first author, else the first editor, family name first; empty where nobody is named. */
export function authorKey({ author = [], editor = [] }: Pick<CslItem, 'author' | 'editor'>): string {
  const [name] = author.length > 0 ? author : editor;
  return name === undefined ? '' : sortKey(nameInSortOrder(name));
}

/** Where it appeared, else who published it; empty where neither is known. */
export function publisherKey(csl: CslItem): string {
  return sortKey(publicationName({ csl }) ?? '');
}

/** Lower case, without accents and without what stands before the first word. */
export function sortKey(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .toLowerCase();
}

function nameInSortOrder(name: CslName): string {
  return name.literal ?? [name.family, name.given].filter((part) => part !== undefined).join(' ');
}
