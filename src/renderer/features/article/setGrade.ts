import type { Grade } from '#domain/grade.ts';
import { client } from '../../api/client.ts';
import { notifyError } from '../../ui/toasts.ts';

/** Grades one article on the axes that are given. Failures are shown as messages. */
export async function setGrade(articleId: number, grade: Partial<Grade>): Promise<void> {
  try {
    await client.call('grades.set', { ids: [articleId], ...grade });
  } catch (error) {
    notifyError(error, 'The source was not graded');
  }
}
