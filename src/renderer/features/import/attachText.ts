/** Gives a source without text the text of a file. */
import { client } from '../../api/client.ts';
import { capabilities } from '../../app/host.ts';
import { notify, notifyError } from '../../ui/toasts.ts';
import { undoAction } from '../library/organiseActions.ts';
import { chooseInBrowser } from './importer.ts';

/** Lets the analyst choose the file. Returns whether the article has its text now. */
export async function attachText(articleId: number): Promise<boolean> {
  try {
    const paths = capabilities.get().nativeDialogs
      ? await client.call('import.chooseFiles', {})
      : await client.filePaths(
          (await chooseInBrowser(await client.call('import.formats', {}), 'one')).slice(0, 1),
        );
    const path = paths?.[0];
    if (path === undefined) return false;
    const { message, undo } = await client.call('import.attach', { articleId, path });
    notify({ title: 'Text attached', description: message, action: undoAction(undo) });
    return true;
  } catch (error) {
    notifyError(error, 'No text was attached');
    return false;
  }
}
