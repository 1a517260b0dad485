/** Evaluates a query: the passages and the articles that it asks for, before facets and order. */
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { ArticleFilter, QueryNode, WordsNode } from '../query/ast.ts';
import type { Arena } from './arena.ts';
import type { Leaf, LeafNode, Leaves } from './leaves.ts';
import { both, intersect, keepAllowed, subtract, unite } from './lists.ts';
import type { Allowed, PartialList } from './partial.ts';

export interface Evaluation {
  /** Words that are wanted, those in a field among them, for marking them in what is shown. */
  words: WordsNode[];
  /** The wanted words' passages and counts, for BM25. */
  leaves: Leaf[];
  /** Passages that satisfy the whole query. */
  together: Together;
  /** A byte for each article: 1 where only the article as a whole holds all that is wanted. Null where none can be. */
  scattered: Uint8Array | null;
}

/** A list, or what of a single word or phrase is in allowed articles. */
type Together = { docs: Uint32Array } | { part: PartialList; allowed: Allowed };

/** Which part of a query holds: for passages, or for articles as a byte for each id. */
type Value =
  | { kind: 'passages'; docs: () => Uint32Array; part: PartialList | null }
  | { kind: 'articles'; bytes: Uint8Array };

export interface EvaluateContext {
  catalogue: Catalogue;
  leaves: Leaves;
  articlesWith: (filter: ArticleFilter) => Uint8Array;
  /** Articles that may be found; null where all may. */
  visible: (trashed: boolean) => Uint8Array | null;
  arena: Arena;
}

export function evaluate(root: QueryNode, context: EvaluateContext): Evaluation {
  const { catalogue, arena } = context;
  const found: Pick<Evaluation, 'words' | 'leaves'> = { words: [], leaves: [] };
  const visible = context.visible(asksForTrash(root));
  const parts = partsOf(root).map((node) => evaluateNode(node, true, context, found));
  const part = onlyPart(parts, found.leaves);
  if (part !== null) {
    const others = parts.filter(({ kind }) => kind === 'articles');
    const allowed = both(restrictedBy(others, catalogue), visible);
    return { ...found, together: { part, allowed }, scattered: null };
  }
  const value = all(parts, context);
  const docs = value.kind === 'passages' ? value.docs() : firstPassages(value.bytes, context);
  const together = visible === null ? docs : keepAllowed(docs, catalogue.articleOf, visible, arena);
  return { ...found, together: { docs: together }, scattered: scatter(parts, together, visible, catalogue) };
}

/** The word or phrase that alone says which passages are wanted, where all other parts speak of articles. */
function onlyPart(parts: readonly Part[], leaves: readonly Leaf[]): PartialList | null {
  const [one, ...more] = parts.filter((part) => part.kind === 'passages');
  return one === undefined || more.length > 0 || one.without || leaves.length > 1 ? null : one.part;
}

function partsOf(root: QueryNode): QueryNode[] {
  return root.kind === 'all' ? root.of : [root];
}

function asksForTrash(node: QueryNode): boolean {
  if (node.kind === 'filter') return node.filter.field === 'trash';
  if (node.kind === 'not') return asksForTrash(node.of);
  return (node.kind === 'all' || node.kind === 'any') && node.of.some(asksForTrash);
}

/** A part of a conjunction; `without` where it is excluded. */
type Part = Value & { without: boolean };

function evaluateNode(
  node: QueryNode,
  wanted: boolean,
  context: EvaluateContext,
  found: Pick<Evaluation, 'words' | 'leaves'>,
): Part {
  switch (node.kind) {
    case 'words':
    case 'near':
      return { ...leafValue(node, wanted, context, found), without: false };
    case 'filter':
      return { kind: 'articles', bytes: context.articlesWith(node.filter), without: false };
    case 'not': {
      const value = evaluateNode(node.of, !wanted, context, found);
      return { ...value, without: !value.without };
    }
    case 'all':
      return {
        ...all(
          node.of.map((part) => evaluateNode(part, wanted, context, found)),
          context,
        ),
        without: false,
      };
    case 'any': {
      const value = any(
        node.of.map((part) => evaluateNode(part, wanted, context, found)),
        context,
      );
      return { ...value, without: false };
    }
    default:
      return node satisfies never;
  }
}

function leafValue(
  node: LeafNode,
  wanted: boolean,
  { catalogue, leaves }: EvaluateContext,
  found: Pick<Evaluation, 'words' | 'leaves'>,
): Value {
  const leaf = leaves.find(node);
  const field = node.kind === 'words' && node.field !== undefined;
  if (wanted) {
    found.leaves.push(leaf);
    found.words.push(...(node.kind === 'near' ? node.of : [node]));
  }
  if (!field) return { kind: 'passages', docs: () => leaf.docs, part: leaf.part };
  return { kind: 'articles', bytes: articlesOf(leaf.docs, catalogue) };
}

function all(parts: readonly Part[], context: EvaluateContext): Value {
  const { catalogue, arena } = context;
  const lists = parts.flatMap((part) => (part.kind === 'passages' && !part.without ? [part.docs()] : []));
  if (lists.length === 0) {
    const bytes = restrictedBy(parts, catalogue) ?? new Uint8Array(catalogue.articles).fill(1);
    return { kind: 'articles', bytes };
  }
  let docs = lists
    .toSorted((a, b) => a.length - b.length)
    .reduce((left, list) => intersect(left, list, catalogue.passages, arena));
  for (const part of parts)
    if (part.kind === 'passages' && part.without)
      docs = subtract(docs, part.docs(), catalogue.passages, arena);
  const others = parts.filter(({ kind }) => kind === 'articles');
  const bytes = restrictedBy(others, catalogue);
  return passages(bytes === null ? docs : keepAllowed(docs, catalogue.articleOf, bytes, arena));
}

function passages(docs: Uint32Array): Value {
  return { kind: 'passages', docs: () => docs, part: null };
}

/** The articles that all parts want, and none excludes; null where there are no parts. */
function restrictedBy(parts: readonly Part[], catalogue: Catalogue): Uint8Array | null {
  if (parts.length === 0) return null;
  const bytes = new Uint8Array(catalogue.articles).fill(1);
  for (const part of parts) restrict(bytes, part, catalogue);
  return bytes;
}

/** Keeps the articles that a part wants, or those that it does not exclude. */
function restrict(bytes: Uint8Array, part: Part, catalogue: Catalogue): void {
  const theirs = part.kind === 'articles' ? part.bytes : articlesOf(part.docs(), catalogue);
  const flip = part.without ? 1 : 0;
  for (let id = 0; id < bytes.length; id += 1) bytes[id]! &= theirs[id]! ^ flip;
}

function any(parts: readonly Part[], context: EvaluateContext): Value {
  const { catalogue, arena } = context;
  const values = parts.map((part): Value => {
    if (!part.without) return part;
    const bytes = new Uint8Array(catalogue.articles).fill(1);
    restrict(bytes, part, catalogue);
    return { kind: 'articles', bytes };
  });
  if (values.length > 0 && values.every(({ kind }) => kind === 'articles')) {
    const bytes = new Uint8Array(catalogue.articles);
    for (const value of values)
      if (value.kind === 'articles')
        for (let id = 0; id < bytes.length; id += 1) if (value.bytes[id] === 1) bytes[id] = 1;
    return { kind: 'articles', bytes };
  }
  const lists = values.map((value) =>
    value.kind === 'passages' ? value.docs() : firstPassages(value.bytes, context),
  );
  return passages(unite(lists, catalogue.passages, arena));
}

function articlesOf(docs: Uint32Array, { articleOf, articles }: Catalogue): Uint8Array {
  const bytes = new Uint8Array(articles);
  for (let index = 0; index < docs.length; index += 1) bytes[articleOf[docs[index]!]!] = 1;
  return bytes;
}

/** The first passage of each article. */
function firstPassages(bytes: Uint8Array, { catalogue, arena }: EvaluateContext): Uint32Array {
  const { first, count, marks } = catalogue.columns;
  const docs = arena.uint32(bytes.length);
  let found = 0;
  let inOrder = true;
  for (let id = 1; id < bytes.length; id += 1) {
    if (bytes[id] !== 1 || count[id] === 0 || marks[id] === 0) continue;
    // Articles that were indexed again have late passages.
    if (found > 0 && first[id]! < docs[found - 1]!) inOrder = false;
    docs[found++] = first[id]!;
  }
  const firsts = arena.shrink(docs, found);
  if (!inOrder) firsts.sort();
  return firsts;
}

/**
 * Articles in which every wanted part of the query is found somewhere, and nothing excluded anywhere, but which
 * have no passage that satisfies the whole.
 */
function scatter(
  parts: readonly Part[],
  together: Uint32Array,
  visible: Uint8Array | null,
  catalogue: Catalogue,
): Uint8Array | null {
  const held = parts.flatMap((part) => (part.kind === 'passages' && !part.without ? [part.docs()] : []));
  if (held.length < 2 || held.some(({ length }) => length === 0)) return null;
  const { articleOf, articles } = catalogue;
  const steps = new Uint16Array(articles);
  for (const [step, docs] of held.toSorted((a, b) => a.length - b.length).entries())
    for (let index = 0; index < docs.length; index += 1) {
      const id = articleOf[docs[index]!]!;
      if (steps[id] === step) steps[id] = step + 1;
    }
  const reached = new Uint8Array(articles);
  for (let id = 1; id < articles; id += 1) if (steps[id] === held.length) reached[id] = 1;
  for (const part of parts) if (part.kind === 'articles' || part.without) restrict(reached, part, catalogue);
  if (visible !== null) restrict(reached, { kind: 'articles', bytes: visible, without: false }, catalogue);
  for (let index = 0; index < together.length; index += 1) reached[articleOf[together[index]!]!] = 0;
  return reached;
}
