/** Sources to cite, found while they are being typed. */
import type { ParsedInput } from '#contract/index.ts';
import type { SuggestedSource } from '#contract/search.ts';
import { publicationName } from '#domain/article.ts';
import { foldKey, readKeyBase } from '#domain/citationKey.ts';
import { authorLine, type CslItem, type CslName, issuedYear, nameInReadingOrder } from '#domain/csl.ts';
import { sortKey } from '../../articles/columns.ts';
import { redirected } from '../../articles/redirects.ts';
import { foldName, isSpaceless } from '../fold.ts';
import type { QueryNode, WordsNode } from '../query/ast.ts';
import { growing, wordsOf } from '../query/words.ts';
import { evaluate } from '../rank/evaluate.ts';
import { createRanking, type RankedList } from '../rank/ranking.ts';
import type { Session } from '../session.ts';

export interface SourcesToCite {
  find(input: ParsedInput<'search.sources'>): SuggestedSource[];
}

/** Articles that are looked at where more than their beginning counts. */
const LOOKED_AT = 150;
/** Articles that count as recent. */
const RECENT = 60;
/** Articles whose words are kept in memory. */
const REMEMBERED = 5000;
/** A shorter query is answered from the brief, what is recent, and the order of names and titles. */
const SHORTEST = 2;
const SHORTEST_IN_TEXT = 3;
/** In texts a shorter beginning stands for words of most passages. */
const SHORTEST_GROWING = 4;
const BEHIND_ALL = '\u{10FFFF}';

interface Row {
  id: number;
  csl: string;
  key: string | null;
}
/** With what the way in which it was found says of it. */
type FoundRow = Row & Partial<Pick<SuggestedSource, 'cited' | 'passage'>>;

/** An article with what it can be found by. */
interface Candidate {
  source: SuggestedSource;
  names: () => Names;
}

interface Names {
  /** All of them, folded, each word behind a space. */
  words: string;
  /** The first author, the title and the key, folded. */
  heads: string[];
}

export function createSourcesToCite(session: Session): SourcesToCite {
  const { library } = session;
  const live = 'a.trashed_at IS NULL';
  const select = (rest: string, from = 'article a') =>
    library.prepare<unknown[], Row>(
      `SELECT a.id, a.csl, (SELECT key FROM citation_key k WHERE k.article_id = a.id AND former = 0) AS key FROM ${from} ${rest}`,
    );
  const byId = select(
    'ORDER BY asked.key',
    `json_each(?) AS asked JOIN article a ON a.id = ${redirected('asked.value')}`,
  );
  const beginning = (column: string) =>
    select(`WHERE ${column} >= ? AND ${column} < ? AND ${live} ORDER BY ${column} LIMIT ?`);
  const byAuthor = beginning('author_key');
  const byTitle = beginning('title_key');
  const byKey = select(
    `WHERE own.fold >= ? AND own.fold < ? AND ${live} ORDER BY own.fold LIMIT ?`,
    `citation_key own JOIN article a ON a.id = ${redirected('own.article_id')}`,
  );
  const lastRead = select(`WHERE read_at IS NOT NULL AND ${live} ORDER BY read_at DESC LIMIT ${RECENT}`);
  const lastAdded = select(`WHERE ${live} ORDER BY id DESC LIMIT ${RECENT}`);
  const candidateOf = remembered();

  const ranked = (root: QueryNode): RankedList => {
    const { catalogue, leaves, arena, visible, filters } = session;
    arena.reset();
    const evaluation = evaluate(root, { ...filters, catalogue, leaves, arena, visible });
    return createRanking(evaluation, { catalogue, scorer: session.scorer(), arena }).among(null, 'best');
  };

  /** By words of their titles and names, and the year. */
  function* named(query: string, most: number): Generator<Row> {
    const year = yearIn(query);
    const of: QueryNode[] = wordsOfNames(query, year);
    if (year !== null) of.push({ kind: 'filter', filter: { field: 'date', from: year, to: year } });
    if (of.length === 0) return;
    const ids = ranked({ kind: 'all', of })
      .pageOfArticles(0, most)
      .map(({ id }) => id);
    yield* byId.all(JSON.stringify(ids));
  }

  /** By words of their passages. */
  function* quoted(query: string, most: number): Generator<FoundRow> {
    const words = lastGrows(query, SHORTEST_GROWING);
    if (words.length === 0) return;
    for (const { id, docs } of ranked({ kind: 'all', of: words }).pageOfArticles(0, most)) {
      const hit = session.hits.passage(docs[0]!, words);
      const row = byId.get(JSON.stringify([id]));
      if (hit === null || row === undefined) continue;
      const { versionId, start, end, excerpt, highlights } = hit;
      yield { ...row, passage: { versionId, start, end, excerpt, highlights } };
    }
  }

  return {
    find({ query, cited, limit }) {
      const found = new Map<number, SuggestedSource>();
      const isFull = (): boolean => found.size >= limit;
      const add = (rows: Iterable<FoundRow>): void => {
        if (isFull()) return;
        for (const { id, csl, key, ...more } of rows) {
          if (!found.has(id)) found.set(id, { ...candidateOf({ id, csl, key }).source, ...more });
          if (isFull()) return;
        }
      };
      /** Those that have all words, and first of them those that begin with what was typed. */
      const addFitting = (rows: readonly Row[], typed: string, inOrder: boolean): void => {
        const words = foldName(typed).split(' ').filter(Boolean);
        const candidates = new Map(rows.map((row) => [row, candidateOf(row)]));
        const fitting = rows.filter((row) => fits(candidates.get(row)!, words));
        const rank = (row: Row): number => {
          const candidate = candidates.get(row)!;
          return beginsWith(candidate, words) * 10_000 + (inOrder ? 0 : (candidate.source.year ?? 0));
        };
        add(fitting.toSorted((a, b) => rank(b) - rank(a)));
      };

      const written = query.trim();
      const meant = keyInWords(written) ?? written;
      const isShort = written.length < SHORTEST;
      const own = byId.all(JSON.stringify(cited)).map((row) => ({ ...row, cited: true }));
      addFitting(own, meant, true);
      if (isShort) addFitting([...lastRead.all(), ...lastAdded.all()], meant, true);
      const ways = [
        [byKey, foldKey(written), written],
        [byAuthor, sortKey(meant), meant],
        [byTitle, sortKey(meant), meant],
        [byAuthor, sortKey(meant.split(/[\s,]+/u)[0]!), meant],
      ] as const;
      for (const [statement, head, typed] of ways)
        if (!isFull() && head !== '')
          addFitting(statement.all(head, head + BEHIND_ALL, LOOKED_AT), typed, false);
      if (written.length >= SHORTEST && !isFull()) add(named(meant, limit + found.size));
      if (written.length >= SHORTEST_IN_TEXT && !isFull()) add(quoted(written, limit + found.size));
      return [...found.values()];
    },
  };
}

/** What a citation key is made from, as words: `smith2023` means the Smiths of 2023. */
function keyInWords(typed: string): string | null {
  const { name, year = null } = readKeyBase(typed) ?? {};
  return year === null || year < 0 ? null : `${name} ${year}`;
}

/** Keeps what was made of an article for as long as its metadata stay. */
function remembered(): (row: Row) => Candidate {
  const known = new Map<number, { row: Row; candidate: Candidate }>();
  return (row) => {
    const before = known.get(row.id);
    if (before?.row.csl === row.csl && before.row.key === row.key) return before.candidate;
    if (known.size >= REMEMBERED) known.clear();
    const candidate = toCandidate(row);
    known.set(row.id, { row, candidate });
    return candidate;
  };
}

const FIELDS = ['title', 'author'] as const;

/**
 * The words of a query as they are searched for, the last one as the beginning of a word; behind others it is left out
 * while it has fewer letters than `shortest`.
 */
function lastGrows(query: string, shortest = 0): WordsNode[] {
  const words = wordsOf(query);
  const grown = growing(words, query);
  if (grown === null) return words;
  const last = grown.at(-1);
  const isVague = last?.prefix === true && last.terms.at(-1)!.length < shortest;
  return isVague && grown.length > 1 ? grown.slice(0, -1) : grown;
}

function wordsOfNames(query: string, year: string | null): QueryNode[] {
  return lastGrows(query)
    .filter(({ terms }) => terms.length > 1 || terms[0] !== year)
    .map((node) => ({ kind: 'any', of: FIELDS.map((field) => ({ ...node, field })) }));
}

function yearIn(query: string): string | null {
  return /(?:^|\s)((?:1[5-9]|20)\d\d)(?=\s|$)/u.exec(query)?.[1] ?? null;
}

function toCandidate({ id, csl: stored, key: citationKey }: Row): Candidate {
  const csl = JSON.parse(stored) as CslItem;
  const people = csl.author ?? csl.editor ?? [];
  const publication = publicationName({ csl });
  const year = issuedYear(csl);
  const author = authorLine({ ...csl, author: people });
  let found: Names | null = null;
  return {
    source: {
      articleId: id,
      title: csl.title,
      author,
      year,
      publication,
      citationKey,
      cited: false,
      passage: null,
    },
    // Folding takes longer than all else, and not every article is compared.
    names: () => (found ??= namesOf(csl, people, [publication ?? '', String(year ?? ''), citationKey ?? ''])),
  };
}

function namesOf({ title }: CslItem, people: readonly CslName[], others: readonly string[]): Names {
  const [first] = people;
  const heads = [first?.literal ?? `${first?.family ?? ''} ${first?.given ?? ''}`, title, others.at(-1)!];
  return {
    words: ` ${foldName([...people.map(nameInReadingOrder), title, ...others].join(' '))}`,
    heads: heads.map(foldName),
  };
}

/** Each word begins one of the candidate's; where words are not parted by spaces, it stands anywhere. */
function fits({ names }: Candidate, wanted: readonly string[]): boolean {
  const { words } = names();
  return wanted.every((word) => words.includes(isSpaceless(word) ? word : ` ${word}`));
}

/** 2 where author, title or key begins with all that was typed, 1 with the first word, 0 with neither. */
function beginsWith({ names }: Candidate, wanted: readonly string[]): number {
  const { heads } = names();
  const begins = (head: string): boolean => heads.some((name) => name.startsWith(head));
  if (begins(wanted.join(' '))) return 2;
  return begins(wanted[0] ?? '') ? 1 : 0;
}
