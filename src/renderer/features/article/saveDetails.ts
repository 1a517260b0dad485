import type { Article } from '#domain/article.ts';
import type { CslItem } from '#domain/csl.ts';
import { client } from '../../api/client.ts';
import { notify, notifyError } from '../../ui/toasts.ts';
import { undoAction } from '../library/organiseActions.ts';
import { type Draft, mergeEdits } from './draft.ts';
import { setGrade } from './setGrade.ts';

/** Stores what the form changed of an article. Resolves to whether that worked; a failure is shown as a message. */
export async function saveDetails(article: Article, draft: Draft, csl: CslItem): Promise<boolean> {
  const { id, grade } = article;
  try {
    const [stored] = await client.call('articles.summaries', { ids: [id] });
    const { undo } = await client.call('articles.updateMetadata', {
      id,
      csl: mergeEdits(csl, article.csl, stored?.csl ?? article.csl),
      accept: draft.accepted,
    });
    if (draft.grade.reliability !== grade.reliability || draft.grade.credibility !== grade.credibility)
      await setGrade(id, draft.grade);
    notify({
      id: 'organised',
      title: 'Details saved',
      ...(undo !== null && { action: undoAction(undo) }),
    });
    return true;
  } catch (error) {
    notifyError(error, 'The details were not saved');
    return false;
  }
}
