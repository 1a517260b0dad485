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

  export class Engine {
    constructor(system: System, style: XmlNode | string, locale: string, forceLocale: boolean);
    opt: { xclass: 'note' | 'in-text'; development_extensions: Record<string, boolean> };
    setOutputFormat(format: string): void;
    updateItems(cited: string[]): void;
    updateUncitedItems(uncited: string[]): void;
    /** What the engine knows of each item, by its id. */
    registry: { registry: Record<string, { 'first-reference-note-number'?: number }> };
    tmp: { date_token: unknown };
    /** Without citations: forgets the document. */
    restoreProcessorState(citations: []): void;
    /** Returns [citationID, noteIndex, text] in the order of `citations`. */
    rebuildProcessorState(
      citations: Citation[],
      format: string,
      uncited: string[],
    ): [id: string, noteIndex: number, text: string][];
    /**
     * Puts one citation between others that were processed before, each given as [citationID, noteIndex].
     * Returns the texts that changed with it, as [place, text, citationID].
     */
    processCitationCluster(
      citation: Citation,
      before: [id: string, noteIndex: number][],
      after: [id: string, noteIndex: number][],
    ): [{ bibchange: boolean }, [place: number, text: string, id: string][]];
    /** The text of items cited together, for themselves; no citation of the document. */
    makeCitationCluster(items: CiteItem[]): string;
    /** The option of an element of the style, its own or an inherited one. */
    inheritOpt: (this: Engine, token: unknown, name: string, ...more: unknown[]) => unknown;
    /** False where the style has no bibliography. */
    makeBibliography(): false | [parameters: { entry_ids: string[][] }, entries: string[]];
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
    Output: {
      Formats: Record<string, OutputFormat>;
      Formatters: { passthrough: Decorate };
    };
  };
  export default CSL;
}
