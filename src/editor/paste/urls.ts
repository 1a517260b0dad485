/** Where pasted links lead. */
import { normaliseUrl } from '../text/links.ts';

/** Addresses that only lead on to another one, and which parameter holds that. */
const WRAPPERS: readonly [host: RegExp, path: RegExp, parameter: string][] = [
  [/^www\.google\.[a-z.]+$/u, /^\/url$/u, 'q'],
  [/\.safelinks\.protection\.outlook\.com$/u, /^\//u, 'url'],
];

/** The address of a link, in full and without what only counts clicks; null where it is none that a brief may hold. */
export function cleanUrl(link: HTMLElement): string | null {
  const given = link.getAttribute('href')?.trim() ?? '';
  const href = /^(?:https?:|mailto:)/iu.test(given) ? given : resolved(given, link.ownerDocument);
  if (href === null || normaliseUrl(href) === null) return null;
  const url = new URL(href);
  for (const [host, path, parameter] of WRAPPERS) {
    const target =
      host.test(url.hostname) && path.test(url.pathname) ? url.searchParams.get(parameter) : null;
    if (target !== null && /^https?:/iu.test(target) && normaliseUrl(target) !== null) return target;
  }
  return href;
}

/** What a page says is its own address makes others full; places in the page itself are not in the brief. */
function resolved(href: string, document: Document): string | null {
  const base = document.querySelector('base[href]')?.getAttribute('href') ?? '';
  if (href === '' || href.startsWith('#') || !/^https?:/iu.test(base) || !URL.canParse(href, base))
    return null;
  const url = new URL(href, base);
  return /^https?:$/u.test(url.protocol) ? url.href : null;
}
