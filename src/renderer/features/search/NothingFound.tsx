import { lexQuery } from '#domain/query/lex.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { DidYouMean } from './SearchNotes.tsx';
import { isFiltered, NO_FILTERS, searchFor, setFilters } from './searchState.ts';
import type { Found } from './searchRun.ts';
import { useSearchStatus } from './useSearchStatus.ts';
import styles from './found.module.css';

/** Says that nothing was found, and offers ways to find something. */
export function NothingFound({ found: { wish, didYouMean, problem } }: { found: Found }) {
  const filtered = isFiltered(wish.filters);
  const words = plainWords(wish.text);
  const status = useSearchStatus();
  const building = status !== null && !status.ready && status.state === 'building';
  const reason = building
    ? 'More is shown as soon as it is indexed.'
    : filtered
      ? 'No passage with these words passes the filters.'
      : 'No passage, and no article, has what this search asks for.';
  return (
    <Empty title={building ? 'Nothing found so far' : 'Nothing found'}>
      <p>{reason}</p>
      {didYouMean !== null && <DidYouMean query={didYouMean.query} />}
      <div className={styles.ways}>
        {filtered && <Button onClick={() => setFilters(NO_FILTERS)}>Remove the filters</Button>}
        {words !== null && <Button onClick={() => searchFor(words)}>Search for the words alone</Button>}
      </div>
      {!filtered && words === null && didYouMean === null && problem === null && (
        <p>Try fewer words, another form, or the beginning of a word with a star: sanction*</p>
      )}
    </Empty>
  );
}

/** The words of a query without its operators, quotation marks and filters; null where it is just that. */
function plainWords(query: string): string | null {
  const tokens = lexQuery(query);
  const words = tokens.flatMap((token, index) => {
    const before = tokens[index - 1];
    if (token.kind !== 'word' && token.kind !== 'phrase' && token.kind !== 'value') return [];
    if (before?.kind === 'not') return [];
    if (
      token.kind === 'value' &&
      before?.kind === 'field' &&
      before.field !== 'title' &&
      before.field !== 'author'
    )
      return [];
    return token.text.text.replaceAll('*', '').trim();
  });
  const plain = words.filter((word) => word !== '').join(' ');
  return plain === '' || plain === query.trim() ? null : plain;
}
