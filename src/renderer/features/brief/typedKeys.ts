/** Turns citations that were typed or pasted by their keys into citations. */
import type { CitationItem } from '#domain/citation.ts';
import { citationItem, type PandocCite } from '#domain/pandocCitation.ts';
import { citeTyped, registerTypedCitations, type TypedCitation } from '#editor/citation/typedCitations.ts';
import type { LexicalEditor } from 'lexical';
import { client } from '../../api/client.ts';
import { notify, notifyError } from '../../ui/toasts.ts';
import { termsOf } from './locatorTerms.ts';

/** A typed citation with a key that several articles could be meant by. */
export interface Ambiguous {
  typed: TypedCitation;
  key: string;
  articleIds: number[];
  /** Cites it with this article behind the key. */
  choose: (articleId: number) => void;
}

type Meanings = ReadonlyMap<string, readonly number[]>;

/** Keys asked for at once. */
const MOST = 500;

/** Returns the function that ends it. `ask` is told of a key whose meaning the analyst has to choose. */
export function followTypedKeys(
  editor: LexicalEditor,
  language: () => string,
  ask: (choice: Ambiguous) => void,
): () => void {
  const typed = async (citation: TypedCitation, chosen: Meanings = new Map()): Promise<void> => {
    const meanings = new Map([...(await meaningsOf([citation])), ...chosen]);
    const items = itemsOf(citation.cites, meanings);
    if (items !== null) {
      citeTyped(editor, [{ typed: citation, items }]);
      return;
    }
    const unknown = keysOf(citation).filter((key) => meanings.get(key)!.length === 0);
    if (unknown.length > 0) return tellUnknown(unknown);
    const key = keysOf(citation).find((one) => meanings.get(one)!.length > 1)!;
    const choose = (id: number): void => void typed(citation, new Map([...chosen, [key, [id]]])).catch(fail);
    ask({ typed: citation, key, articleIds: [...meanings.get(key)!], choose });
  };
  const pasted = async (citations: TypedCitation[]): Promise<void> => {
    const meanings = await meaningsOf(citations);
    const ready = citations.flatMap((citation) => {
      const items = itemsOf(citation.cites, meanings);
      return items === null ? [] : [{ typed: citation, items }];
    });
    if (ready.length > 0) citeTyped(editor, ready);
    // A name behind a bare @ need not be a key.
    const meant = citations.filter(({ text }) => text.endsWith(']')).flatMap(keysOf);
    const left = [...new Set(meant)].filter((key) => meanings.get(key)?.length !== 1);
    if (left.length > 0) tellUnknown(left);
  };
  return registerTypedCitations(editor, {
    readTerm: () => termsOf(language()),
    onTyped: (citation) => void typed(citation).catch(fail),
    onPasted: (citations) => void pasted(citations).catch(fail),
  });
}

/** Null where a key means none or several articles. */
function itemsOf(cites: readonly PandocCite[], meanings: Meanings): CitationItem[] | null {
  const items = cites.map((cite) => {
    const [id, ...others] = meanings.get(cite.key) ?? [];
    return id === undefined || others.length > 0 ? null : citationItem(cite, id);
  });
  return items.every((item) => item !== null) ? items : null;
}

function keysOf({ cites }: TypedCitation): string[] {
  return cites.map(({ key }) => key);
}

async function meaningsOf(citations: readonly TypedCitation[]): Promise<Map<string, number[]>> {
  const keys = [...new Set(citations.flatMap(keysOf))].filter((key) => key.length <= LONGEST).slice(0, MOST);
  const answer = await client.call('citations.byKey', { keys });
  const none = citations.flatMap(keysOf).map((key): [string, number[]] => [key, []]);
  return new Map([...none, ...answer.map(({ key, articleIds }): [string, number[]] => [key, articleIds])]);
}
const LONGEST = 200;

function tellUnknown(keys: readonly string[]): void {
  const named = keys
    .slice(0, 3)
    .map((key) => `“${key}”`)
    .join(', ');
  const more = keys.length > 3 ? ` and ${keys.length - 3} more` : '';
  notify({
    id: 'citation-keys',
    title: `No single source for ${named}${more}`,
    description: 'The text stays as it is. Type @ to look for a source.',
  });
}

function fail(error: unknown): void {
  notifyError(error, 'The citation keys cannot be looked up');
}
