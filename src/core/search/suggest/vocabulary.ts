/** What suggestions are made from: the terms of the index and the values that its articles have. */
import type { Session } from '../session.ts';
import type { CompletionSource, CountedField } from './complete.ts';

export type Vocabulary = Omit<CompletionSource, 'terms'>;

type Values = Record<CountedField, readonly { value: string; count: number }[]>;

/** Terms whose written form is remembered. */
const REMEMBERED = 2000;
/** A term in more passages is not looked up in them, be it for the trash or for accents: typing would wait for it. */
const MOST_READ = 20_000;
/** Terms that are stems, and so no words. */
const STEM = /^[а-я]+$/;

/** The values of an open index; counted when they are first asked for, and anew after a change. */
export function createVocabulary(session: Session): Vocabulary {
  const written = new Map<string, string>();
  let last: { revision: number; values: Values } | null = null;

  return {
    written(term, accented) {
      const isWord = !STEM.test(term);
      if (isWord && (!accented || session.dfOf(term) > MOST_READ)) return term;
      const known = written.get(term);
      if (known !== undefined) return known;
      if (written.size >= REMEMBERED) written.clear();
      const word = writtenForm(session, term);
      written.set(term, word);
      return word;
    },
    passages(term, df) {
      const { catalogue, leaves, visible } = session;
      const seen = visible(false);
      if (seen === null || df > MOST_READ) return df;
      const { docs } = leaves.find({ kind: 'words', terms: [term], prefix: false });
      return docs.reduce((count, doc) => count + seen[catalogue.articleOf[doc]!]!, 0);
    },
    values(field) {
      const { revision } = session.catalogue;
      if (last?.revision !== revision) last = { revision, values: countValues(session) };
      return last.values[field];
    },
  };
}

/** As the first passage that holds it has it, or its title. */
function writtenForm({ leaves, hits }: Session, term: string): string {
  const node = { kind: 'words' as const, terms: [term], prefix: false };
  const { docs } = leaves.find(node);
  const hit = docs.length === 0 ? null : hits.passage(docs[0]!, [node]);
  if (hit === null) return term;
  const [own] = hit.highlights;
  const [inTitle] = hit.titleMatches;
  if (own !== undefined) return lowerCase(hit.excerpt.slice(...own));
  return inTitle === undefined ? term : lowerCase(hit.title.slice(...inTitle));
}

/** Turkish, known by letters that few others have, keeps its two kinds of i. */
function lowerCase(word: string): string {
  return /[İığ]/u.test(word) ? word.toLocaleLowerCase('tr') : word.toLowerCase();
}

function countValues({ catalogue, facets, collections, visible }: Session): Values {
  const seen = visible(false);
  const articles = Uint32Array.from(
    (function* () {
      for (let id = 0; id < catalogue.articles; id += 1)
        if (seen === null ? catalogue.columns.count[id]! > 0 : seen[id] === 1) yield id;
    })(),
  );
  const { publications, years, languages, types, tags } = facets.count(articles, {});
  return {
    publisher: publications,
    date: years.map(({ value, count }) => ({ value: String(value), count })),
    lang: languages,
    type: types,
    tag: tags,
    in: collections(articles),
  };
}
