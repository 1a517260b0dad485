/** What the analyst does with citation styles, beside choosing one. */
import type { OperationOutput } from '#contract/index.ts';
import type { CitationStyle } from '#contract/styles.ts';
import { client } from '../../../api/client.ts';
import { createStore } from '../../../app/store.ts';
import { notify, notifyError } from '../../../ui/toasts.ts';
import { chooseInBrowser } from '../../import/importer.ts';

/** Whether the picker of styles is open. */
export const choosingStyle = createStore(false);

/**
 * Lets the analyst choose a `.csl` file and installs it; null where they cancelled. Rejects with an error whose message
 * says what is wrong with the file, and where.
 */
export async function chooseAndInstall(): Promise<OperationOutput<'citations.installStyle'> | null> {
  const [file] = await chooseInBrowser(['csl'], 'one');
  return file === undefined ? null : install(file);
}

async function install(file: File): Promise<OperationOutput<'citations.installStyle'>> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    throw new Error('The file cannot be read as UTF-8, in which styles are written.');
  }
  const style = await client.call('citations.installStyle', { text });
  notify({ title: style.isReplaced ? `“${style.title}” is replaced` : `“${style.title}” is installed` });
  return style;
}

/** Removes an installed style, and offers to take that back. Rejects where a brief or another style needs it. */
export async function removeStyle({ id, title }: CitationStyle): Promise<void> {
  const { text } = await client.call('citations.removeStyle', { id });
  const undo = (): void => {
    client.call('citations.installStyle', { text }).catch((error: unknown) => notifyError(error));
  };
  notify({
    title: `“${title}” is removed`,
    ...(text !== '' && { action: { label: 'Undo', run: undo } }),
  });
}
