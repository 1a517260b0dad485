import { CircleAlert, CornerDownRight } from 'lucide-react';
import { useStore } from '../../app/store.ts';
import { AppMenu, MenuAction, MenuDivider } from '../../ui/AppMenu.tsx';
import { Button } from '../../ui/Button.tsx';
import { formatCount } from '../../ui/numbers.ts';
import { openDetails } from '../article/openDetails.ts';
import { fieldNoun } from './fieldNoun.ts';
import { showNextIncomplete } from './incomplete.ts';
import type { BriefSession } from './session.ts';

/** More sources nobody reads in a menu; the citations can be gone through. */
const MOST_LISTED = 12;

/** How many sources lack something that the style prints; its menu leads to their citations and to their details. */
export function IncompleteSources({ session }: { session: BriefSession }) {
  const checks = useStore(session.checks.state, (state) => state.checks);
  const articles = useStore(session.citations.state, (state) => state.articles);
  const gaps = [...checks.values()].flatMap(({ id, missing }) => {
    const article = articles.get(id);
    return article === undefined || missing.length === 0
      ? []
      : [{ article, fields: missing.map(({ field }) => field) }];
  });
  if (gaps.length === 0) return null;
  return (
    <AppMenu
      trigger={
        <Button kind="quiet" icon={CircleAlert}>
          {formatCount(gaps.length)} incomplete {gaps.length === 1 ? 'source' : 'sources'}
        </Button>
      }
    >
      <MenuAction icon={CornerDownRight} onSelect={() => showNextIncomplete(session)}>
        Show the next citation of one
      </MenuAction>
      <MenuDivider />
      {gaps.slice(0, MOST_LISTED).map(({ article, fields }) => (
        <MenuAction key={article.id} onSelect={() => openDetails(article.id, fields[0]!)}>
          {article.title}: no {fields.map((field) => fieldNoun(field, article.csl.type)).join(', no ')}
        </MenuAction>
      ))}
    </AppMenu>
  );
}
