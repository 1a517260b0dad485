/** Addresses of articles, freed of the proxies and trackers they were saved through. */

const TRACKING = /^(?:utm_\w+|fbclid|gclid|mc_[ce]id|igshid|ref_src|cmpid|smid)$/u;

/**
 * The article's own address, null for anything but http and https. Unwraps path proxies
 * (`https://proxy:443/https/host/path`), web archives, login proxies (`?url=`, `?qurl=`), redirectors
 * (`google.com/url?q=`) and translation hosts (`www-dw-com.translate.goog`); drops tracking parameters.
 */
export function articleUrl(address: string): string | null {
  let url = parse(address.trim());
  for (let depth = 0; depth < 4 && url !== null; depth += 1) {
    const inner = unwrapOnce(url);
    if (inner === null) break;
    url = inner;
  }
  if (url === null) return null;
  for (const name of Array.from(url.searchParams.keys()))
    if (TRACKING.test(name)) url.searchParams.delete(name);
  return url.href;
}

/** Host without `www.`, null where it is no address. */
export function hostOf(address: string): string | null {
  return parse(address)?.hostname.replace(/^www\d?\./u, '') ?? null;
}

/** http, https and mailto links; relative ones against `base`; null for everything else. */
export function safeLink(href: string, base?: string): string | null {
  if (href.startsWith('#')) return null;
  try {
    const url = new URL(href, base);
    return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

function unwrapOnce(url: URL): URL | null {
  const path = /^\/(https?)(?::?\/)\/?(.+)$/u.exec(url.pathname);
  if (path !== null && /^[^/]+\.[^/]+/u.test(path[2]!))
    return parse(`${path[1]}://${path[2]}${url.search}${url.hash}`);
  if (/(?:^|\.)(?:web\.archive\.org|archive\.(?:org|ph|is|today|md))$/u.test(url.hostname)) {
    const archived = /\/(https?:\/\/?.+)$/u.exec(url.pathname + url.search);
    if (archived !== null) return parse(archived[1]!.replace(/^(https?:)\/+/u, '$1//'));
  }
  if (url.hostname.endsWith('.translate.goog')) {
    const host = url.hostname.slice(0, -'.translate.goog'.length).replaceAll('--', '\u0000');
    const plain = new URL(url.href);
    plain.hostname = host.replaceAll('-', '.').replaceAll('\u0000', '-');
    for (const name of Array.from(plain.searchParams.keys()))
      if (name.startsWith('_x_tr_')) plain.searchParams.delete(name);
    return plain;
  }
  if (/\/login$|\/url$|\/l\.php$/u.test(url.pathname))
    for (const name of ['url', 'qurl', 'q', 'u']) {
      const inner = parse(url.searchParams.get(name) ?? '');
      if (inner !== null) return inner;
    }
  return null;
}

function parse(address: string): URL | null {
  try {
    const url = new URL(address);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url : null;
  } catch {
    return null;
  }
}
