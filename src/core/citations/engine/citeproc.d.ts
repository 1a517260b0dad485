/** The part of citeproc-js 2.4 that Dossier uses. https://citeproc-js.readthedocs.io */
declare module 'citeproc' {
  export interface XmlNode {
    name: string;
    attrs: Record<string, string>;
    children: (XmlNode | string)[];
  }

  export interface System {
    retrieveLocale(tag: string): XmlNode | string | false;
    retrieveItem(id: string): Record<string, unknown>;
  }

  export interface CiteItem {
    id: string;
    locator?: string;
    label?: string;
    prefix?: string;
    suffix?: string;
    'suppress-author'?: boolean;
    'author-only'?: boolean;
    /** 0 first, 1 subsequent, 2 ibid with locator, 3 ibid. Set by the engine where citations are processed. */
    position?: number;
    'near-note'?: boolean;
    'first-reference-note-number'?: number;
    'first-container-reference-note-number'?: number;
    sortkeys?: string[];
  }

  export interface Citation {
    citationID: string;
    citationItems: CiteItem[];
    /** `noteIndex` is 0 in running text. */
    properties: {
      noteIndex: number;
      /** The items keep their order. */
      unsorted?: boolean;
    };
  }

  export type Item = Record<string, unknown> & { id: string };

  /** A citation whose items the engine has looked up, in the order in which they are written. */
  export interface PreparedCitation extends Citation {
    sortedItems: [Item, CiteItem][];
  }

  /** What the engine knows of an item that is cited or listed. */
  export interface RegistryEntry {
    /** How the item is told from others: names, initials, the letter behind the year. */
    disambig: unknown;
    /** The number in the list. */
    seq: number;
    'first-reference-note-number'?: number;
    'citation-count'?: number;
  }

  export class Engine {
    constructor(system: System, style: XmlNode | string, locale: string, forceLocale: boolean);
    opt: {
      xclass: 'note' | 'in-text';
      development_extensions: Record<string, boolean>;
      /** Cites of one author are brought together. */
      grouped_sort?: boolean | number | string;
      /** Cites are ordered by their numbers in the list. */
      citation_number_sort?: boolean;
    };
    /** An option of the engine's locale; a locale without it has `false`. */
    getOpt(name: 'punctuation-in-quote'): unknown;
    /** A term in the engine's locale, as the style has it. */
    getTerm(name: string): string;
    /** `dataObj` is the style. */
    cslXml: { dataObj: unknown };
    citation: {
      srt: { compareCompositeKeys(this: void, a: [unknown, CiteItem], b: [unknown, CiteItem]): number };
    };
    citation_sort: { tokens: unknown[] };
    bibliography: { tokens: unknown[] };
    setOutputFormat(format: string): void;
    updateItems(cited: string[]): void;
    updateUncitedItems(uncited: string[]): void;
    /** An item that the engine knows, without reading it again. */
    refetchItem(id: string): Item;
    registry: {
      registry: Record<string, RegistryEntry>;
      authorstrings: Record<string, string>;
      namereg: {
        addname: (...name: unknown[]) => void;
        /** By item, its names as `family::initials::given`. */
        nameind: Record<string, Record<string, true>>;
        /** By family name, how many different initials there are with it, and with those, given names. */
        namereg: Record<string, { count: number; ikey: Record<string, { count: number }> } | undefined>;
      };
      citationreg: { citationById: Record<string, PreparedCitation> };
      /** Ids in the order of the list. */
      getSortedIds(): string[];
    };
    /** Tells items apart that are cited in the same words. */
    disambiguate: { run: (words: string) => void };
    tmp: { date_token: unknown; authorstring_request?: boolean };
    /** Without citations: forgets the document. */
    restoreProcessorState(citations: []): void;
    /** Returns [citationID, noteIndex, text] in the order of `citations`. */
    rebuildProcessorState(
      citations: Citation[],
      format: string,
      uncited: string[],
    ): [id: string, noteIndex: number, text: string][];
    /**
     * Puts one citation between others that are in `registry.citationreg`, each given as [citationID, noteIndex].
     * Sets the position of every cite, and writes those citations that change with it by
     * `process_CitationCluster`. With the flag 2 all items are known already.
     */
    processCitationCluster(
      citation: Citation,
      before: [id: string, noteIndex: number][],
      after: [id: string, noteIndex: number][],
      flag?: 2,
    ): unknown;
    /** The text of a citation. */
    process_CitationCluster: (this: Engine, items: [Item, CiteItem][], citation: Citation) => string;
    /** The text of items cited together, for themselves; no citation of the document. */
    makeCitationCluster(items: CiteItem[]): string;
    /** The option of an element of the style, its own or an inherited one. */
    inheritOpt: (this: Engine, token: unknown, name: string, ...more: unknown[]) => unknown;
    /** False where the style has no bibliography. */
    makeBibliography(section?: {
      /** Entries of items in which one of the fields has that value; without it, all. */
      include: { field: string; value: string }[];
    }): false | [parameters: { entry_ids: string[][] }, entries: string[]];
  }

  export type Decorate = (state: { getTerm(name: string): string }, text?: string) => string;
  export interface OutputFormat {
    text_escape(text: string | undefined): string;
    /** `this` tells which item the entry is of. */
    '@bibliography/entry'(this: { system_id?: string }, state: unknown, text?: string): string;
    bibstart: string;
    bibend: string;
    /** A template with %%STRING%%, a function, or false where the format leaves the text as it is. */
    [decoration: `@${string}`]: string | false | Decorate;
  }

  const CSL: {
    Engine: typeof Engine;
    /** In the order of the style's keys. */
    getSortKeys(this: Engine, item: Item, area: 'citation_sort'): string[];
    getAmbiguousCite(this: Engine, item: Item, disambig: unknown): string;
    /** Takes apart a locator that holds more than one part. */
    parseLocator(this: Engine, item: CiteItem): CiteItem;
    /** What a locator may hold for a term of CSL: `fig.` for `figure`. */
    STATUTE_SUBDIV_STRINGS_REVERSE: Readonly<Record<string, string | undefined>>;
    Output: {
      Formats: Record<string, OutputFormat>;
      Formatters: { passthrough: Decorate };
    };
  };
  export default CSL;
}
