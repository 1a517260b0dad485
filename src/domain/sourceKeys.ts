/** Keys by which two records of one source find each other: its address and its DOI, however they are written. */
import type { CslItem } from './csl.ts';
import { percentDecoded } from './percentDecoded.ts';

/** Parameters that tell where a reader came from, not what is shown. */
const TRACKING =
  /^(?:utm_\w+|at_\w+|pk_\w+|mtm_\w+|hsa_\w+|_hs\w+|mc_[ce]id|fb(?:clid|_\w+)|[gdm]clid|wbraid|gbraid|msclkid|yclid|twclid|igsh(?:id)?|_ga|_gl|ref|ref_src|ref_url|referrer|source|cmpid?|ocid|smid|smtyp|spm|wt_mc|mkt_tok|s_cid|ncid|share|sharedfrom|si)$/iu;

/**
 * An address without what does not identify the page: scheme, `www.`, port, fragment, tracking parameters, the
 * order of parameters, a trailing slash. Null for the front page of a site and for what is no web address.
 */
export function urlKey(url: string | undefined): string | null {
  const parsed = url === undefined ? null : URL.parse(url.trim());
  if (parsed === null || !/^https?:$/u.test(parsed.protocol)) return null;
  const parameters = [...parsed.searchParams].filter(([name]) => !TRACKING.test(name));
  const query = parameters
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .toSorted()
    .join('&');
  const path = parsed.pathname.replace(/\/(?:index\.(?:html?|php|aspx?))?$/iu, '');
  // Some sites keep the page's own address behind the fragment.
  const fragment = parsed.hash.startsWith('#!') ? parsed.hash : '';
  if (path === '' && query === '' && fragment === '') return null;
  return `${parsed.hostname.replace(/^www\./u, '')}${path}${query === '' ? '' : `?${query}`}${fragment}`;
}

/** The DOI in lower case without its prefix, from the item's DOI or an address at doi.org; null where none is. */
export function doiKey({ DOI, URL: url }: Pick<CslItem, 'DOI' | 'URL'>): string | null {
  const stated = DOI ?? (/^https?:\/\/(?:dx\.)?doi\.org\//iu.test(url ?? '') ? url : undefined);
  const bare = stated?.trim().replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/iu, '');
  const match = /^10\.\d{4,9}\/\S+$/u.exec(percentDecoded(bare ?? ''));
  return match === null ? null : match[0].toLowerCase();
}
