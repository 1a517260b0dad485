/** Opens the details of an article at one of its fields. */
import type { CslField } from '#domain/csl.ts';
import { createStore } from '../../app/store.ts';
import { openPassage, showDialog } from '../../app/workspace.ts';

/** The field that the form is opened for; taken by the form. */
export const wantedField = createStore<CslField | null>(null);

export function openDetails(articleId: number, field: CslField | null): void {
  wantedField.set(field);
  openPassage({ articleId });
  showDialog('details');
}
