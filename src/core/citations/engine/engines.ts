/** Citation engines, one for each style and language, with what they hold. */
import type { Engine } from 'citeproc';
import type { BibliographyEntry, ClusterText, RichText } from '#domain/citation.ts';
import type { CslItem } from '#domain/csl.ts';
import { type AuthorNames, createAuthorNames } from './authorNames.ts';
import { createEngine } from './createEngine.ts';
import { readRichText } from './richFormat.ts';
import { createSession, type Session } from './session.ts';
import { LatestUsed } from '../latestUsed.ts';
import { localeFor } from '../styles/styleLocale.ts';
import { styleKey, type StyleSource } from '../styles/styleSource.ts';

export interface Prepared {
  engine: Engine;
  session: Session;
  authorNames: AuthorNames;
  /** What the engine reads. */
  items: Map<string, Record<string, unknown>>;
  /** The metadata that `items` were made of, and as JSON. */
  metadata: Map<string, { item: CslItem; json: string }>;
  /** Reads a text that the engine wrote; a text that was read before is the same object. */
  read: (text: string) => RichText;
  /** The same object for the same texts. */
  cluster: (inText: RichText | null, content: RichText) => ClusterText;
  /** The same object for the same source, listed under the same numbers, and text. */
  entry: (articleId: number, listedAs: readonly number[], content: RichText) => BibliographyEntry;
  /** Whose document the session holds. */
  holder: object | null;
}

/**
 * Engines kept. One with 200 sources cited 500 times takes 1 to 40 MB; a style that is switched back to is there at
 * once.
 */
const MAX_ENGINES = 8;

export interface Engines {
  /** `language` is BCP 47. Throws a DossierError (`file_unreadable`) for a style whose file cannot be read. */
  prepare(style: StyleSource, language: string): Prepared;
  /** An engine that failed is not used again: it may hold a part of what it failed on. */
  drop(failed: Prepared): void;
}

export function createEngines(): Engines {
  const engines = new LatestUsed<string, Prepared>(MAX_ENGINES);
  return {
    prepare(style, language) {
      const locale = localeFor(language, style);
      const key = `${styleKey(style)} ${locale}`;
      const prepared = engines.get(key) ?? start(style, language, locale);
      engines.set(key, prepared);
      return prepared;
    },
    drop: (failed) => engines.forget(failed),
  };
}

function start(style: StyleSource, language: string, locale: string): Prepared {
  const items: Prepared['items'] = new Map();
  const engine = createEngine(style, language, items);
  const entry = createPairing<string, BibliographyEntry>((numbers, content) => {
    const [articleId = 0, ...listedAs] = numbers.split(' ').map(Number);
    return { articleId, content, ...(listedAs.length > 0 && { listedAs }) };
  });
  return {
    engine,
    items,
    metadata: new Map(),
    read: createReader(),
    cluster: createPairing<RichText | null, ClusterText>((inText, content) => ({ inText, content })),
    entry: (articleId, listedAs, content) => entry([articleId, ...listedAs].join(' '), content),
    session: createSession(engine),
    authorNames: createAuthorNames(engine, locale, items),
    holder: null,
  };
}

/** Texts kept as they were read: most of a brief's are asked for again with every change of it. */
const MAX_READ = 4000;

function createReader(): (text: string) => RichText {
  const known = new Map<string, RichText>();
  return (text) => {
    let rich = known.get(text);
    if (rich === undefined) {
      rich = readRichText(text);
      if (known.size >= MAX_READ) known.clear();
      known.set(text, rich);
    }
    return rich;
  };
}

/** Makes one object of the same two, of which `content` is one object for one text. */
function createPairing<K, V>(make: (key: K, content: RichText) => V): (key: K, content: RichText) => V {
  const known = new WeakMap<RichText, Map<K, V>>();
  return (key, content) => {
    const pairs = known.get(content) ?? new Map<K, V>();
    known.set(content, pairs);
    const made = pairs.get(key) ?? make(key, content);
    pairs.set(key, made);
    return made;
  };
}
