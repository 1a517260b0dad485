/** The last words of a brief that could not be saved, kept in the window's own storage until they are. */
import { storedDocumentSchema } from '#domain/document/stored.ts';
import { z } from 'zod';

const copySchema = z.object({
  /** The stored revision that the words were written on. */
  revision: z.number().int(),
  /** When it was kept, ISO 8601 UTC. */
  at: z.string(),
  document: storedDocumentSchema,
});
export type UnsavedCopy = z.infer<typeof copySchema>;

export interface UnsavedCopies {
  /** `document` as JSON. */
  keep: (document: string, revision: number) => void;
  drop: () => void;
  /** Null where nothing is kept. */
  read: () => UnsavedCopy | null;
  /** Moves what is kept out of the way of newer words, to be decided about. */
  setAside: () => void;
  /** What was set aside, oldest first. */
  aside: () => UnsavedCopy[];
  /** Forgets the oldest of what was set aside. */
  dropAside: () => void;
}

/** `library` tells apart libraries that were opened in the same window; ids repeat between them. */
export function unsavedCopies(library: string, briefId: number): UnsavedCopies {
  const key = `dossier.unsaved:${library}:${briefId}`;
  const asideKey = `${key}:aside`;
  const read = (): UnsavedCopy | null => parse(localStorage.getItem(key), copySchema);
  const aside = (): UnsavedCopy[] => parse(localStorage.getItem(asideKey), z.array(copySchema)) ?? [];
  return {
    keep(document, revision) {
      const at = JSON.stringify(new Date().toISOString());
      write(key, `{"revision":${revision},"at":${at},"document":${document}}`);
    },
    drop: () => localStorage.removeItem(key),
    read,
    setAside() {
      const copy = read();
      if (copy !== null && write(asideKey, JSON.stringify([...aside(), copy]))) localStorage.removeItem(key);
    },
    aside,
    dropAside() {
      const rest = aside().slice(1);
      if (rest.length === 0) localStorage.removeItem(asideKey);
      else write(asideKey, JSON.stringify(rest));
    },
  };
}

/** False where storage is full or switched off: the text is still in the window, and saving goes on. */
function write(key: string, json: string): boolean {
  try {
    localStorage.setItem(key, json);
    return true;
  } catch {
    return false;
  }
}

function parse<T>(stored: string | null, schema: z.ZodType<T>): T | null {
  if (stored === null) return null;
  try {
    return schema.parse(JSON.parse(stored));
  } catch {
    return null;
  }
}
