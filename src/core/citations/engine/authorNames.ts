/** The names of a source's authors as they stand in running text: "Smith and Jones". */
import type { Engine } from 'citeproc';
import type { RichText } from '#domain/citation.ts';
import { type EngineItems, startEngine } from './createEngine.ts';
import { withoutNewNames } from './nameRegister.ts';
import { isNothingPrinted, readRichText } from './richFormat.ts';

/** citeproc's number for a source that was cited before: the short names. */
const SUBSEQUENT = 1;

/**
 * For sources of which the style's own citation names nobody, as in numbered styles: family names, from three authors
 * on the first "et al.", and the title where nobody is named.
 */
const NAMES_STYLE = `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
  <info><title>Names in running text</title><id>dossier-names</id><updated>2026-01-01T00:00:00+00:00</updated></info>
  <citation et-al-min="3" et-al-use-first="1">
    <layout>
      <names variable="author">
        <name form="short" and="text"/>
        <substitute>
          <names variable="editor"/><names variable="translator"/><names variable="director"/>
          <choose>
            <if type="book report thesis motion_picture" match="any">
              <text variable="title" font-style="italic"/>
            </if>
            <else><text variable="title" quotes="true"/></else>
          </choose>
        </substitute>
      </names>
    </layout>
  </citation>
</style>`;

/**
 * `id` is one of the items that `engine` reads; an item that is corrected is another object. `state` is equal while
 * its names are written as they were.
 */
export type AuthorNames = (id: string, state: string) => RichText;

/**
 * Names as `engine`'s style shortens and tells them apart in its citations, joined by the word for "and" in
 * `locale`, a CSL locale that there is.
 * Leaves the document that the engine holds as it is.
 */
export function createAuthorNames(engine: Engine, locale: string, items: EngineItems): AuthorNames {
  const known = new Map<string, { state: string; names: RichText }>();
  let plainNames: ((item: Record<string, unknown>) => RichText) | null = null;
  const write = (id: string): RichText => {
    const ofStyle = joinedByWord(engine, () =>
      withoutNewNames(engine, () =>
        engine.makeCitationCluster([{ id, 'author-only': true, position: SUBSEQUENT, 'near-note': true }]),
      ),
    );
    if (!isNothingPrinted(ofStyle)) return readRichText(ofStyle);
    plainNames ??= createPlainNames(locale);
    return plainNames(items.get(id)!);
  };
  return (id, state) => {
    let entry = known.get(id);
    if (entry?.state !== state) {
      entry = { state, names: write(id) };
      known.set(id, entry);
    }
    return entry.names;
  };
}

function createPlainNames(locale: string): (item: Record<string, unknown>) => RichText {
  const known = new WeakMap<Record<string, unknown>, RichText>();
  // An engine reads each id once: every item gets one of its own.
  const asked = new Map<string, Record<string, unknown>>();
  const engine = startEngine(NAMES_STYLE, locale, asked);
  let lastId = 0;
  return (item) => {
    let names = known.get(item);
    if (names === undefined) {
      const id = String((lastId += 1));
      asked.set(id, { ...item, id });
      const text = engine.makeCitationCluster([{ id }]);
      asked.delete(id);
      names = isNothingPrinted(text) ? [] : readRichText(text);
      known.set(item, names);
    }
    return names;
  };
}

/** Styles that write "&" or a comma before the last name do so between parentheses. */
function joinedByWord<T>(engine: Engine, run: () => T): T {
  const inherit = engine.inheritOpt;
  engine.inheritOpt = function (token, name, ...more) {
    return name === 'and' ? 'text' : inherit.call(this, token, name, ...more);
  };
  try {
    return run();
  } finally {
    engine.inheritOpt = inherit;
  }
}
