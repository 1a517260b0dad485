/** The files of the interface as a host serves them, and nothing beside them. */
import { readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';

const MEDIA_TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.otf': 'font/otf',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

interface BundleFile {
  /** Absolute path. */
  path: string;
  mediaType: string;
}

export interface Bundle {
  /** The file that a URL's path names; null where the bundle has none. `/` is `index.html`. */
  find(urlPath: string): Promise<BundleFile | null>;
}

/**
 * Lists a folder and answers from that list only, so that no spelling of a path can lead out of it. Links
 * are not followed. The list is read anew with each request for the page itself: a new build is found.
 */
export function openBundle(folder: string): Bundle {
  let listing: Promise<Map<string, BundleFile>> | null = null;
  return {
    async find(urlPath) {
      const path = decodePath(urlPath);
      if (path === null) return null;
      const name = path === '/' ? '/index.html' : path;
      if (listing === null || name === '/index.html') listing = list(folder);
      return (await listing).get(name) ?? null;
    },
  };
}

function decodePath(urlPath: string): string | null {
  try {
    return decodeURIComponent(urlPath);
  } catch {
    return null;
  }
}

async function list(
  folder: string,
  prefix = '/',
  into = new Map<string, BundleFile>(),
): Promise<Map<string, BundleFile>> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await list(path, `${prefix}${entry.name}/`, into);
    else if (entry.isFile())
      into.set(prefix + entry.name, {
        path,
        mediaType: MEDIA_TYPES[extname(entry.name).toLowerCase()] ?? 'application/octet-stream',
      });
  }
  return into;
}
