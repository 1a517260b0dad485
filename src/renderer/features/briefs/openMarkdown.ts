/** Opens Markdown files as briefs: from a dialog, or dropped on the list of briefs. */
import type { OperationInput } from '#contract/index.ts';
import { MARKDOWN_ENDINGS } from '#contract/markdown.ts';
import { client } from '../../api/client.ts';
import { capabilities } from '../../app/host.ts';
import { chosenFiles } from '../../ui/chosenFiles.ts';
import { notify, notifyError } from '../../ui/toasts.ts';
import { briefTitle, removeBrief, switchBrief } from './briefActions.ts';

/** Warnings that a message shows. */
const SHOWN = 4;

/** Where files are dropped that are to be briefs. */
export const BRIEFS_DROP = 'data-drops-briefs';

/** Endings of what Markdown refers to. */
export const BESIDE_ENDINGS = ['json', 'bib', 'csl', 'png', 'jpg', 'jpeg', 'gif', 'webp', 'svg'];

export function isMarkdown({ name }: { name: string }): boolean {
  return MARKDOWN_ENDINGS.some((ending) => name.toLowerCase().endsWith(`.${ending}`));
}

/** A browser is asked for the pictures and sources as well: it shows no folder. */
export async function chooseMarkdown(): Promise<void> {
  try {
    if (!capabilities.get().nativeDialogs) {
      const input = document.createElement('input');
      input.multiple = true;
      input.accept = [...MARKDOWN_ENDINGS, ...BESIDE_ENDINGS].map((ending) => `.${ending}`).join(',');
      await openMarkdown(await chosenFiles(input));
      return;
    }
    const path = await client.call('markdown.choose', {});
    if (path !== null) await open({ path });
  } catch (error) {
    notifyError(error, 'The Markdown file was not opened');
  }
}

/** Each Markdown file becomes a brief; the other files stand beside them. Failures are shown as messages. */
export async function openMarkdown(files: readonly File[]): Promise<void> {
  const documents = files.filter(isMarkdown);
  try {
    if (documents.length === 0) {
      if (files.length > 0) notify({ title: 'None of these files is Markdown', kind: 'warning' });
    } else if (capabilities.get().nativeDialogs)
      for (const path of await client.filePaths(documents)) await open({ path });
    else {
      const others = await Promise.all(files.filter((file) => !isMarkdown(file)).map(handedOver));
      for (const file of documents) await open({ files: [await handedOver(file), ...others] });
    }
  } catch (error) {
    notifyError(error, 'The Markdown file was not opened');
  }
}

async function handedOver(file: File): Promise<{ path: string; bytes: Uint8Array<ArrayBuffer> }> {
  // Of a folder that was chosen its own name stands first.
  const path = file.webkitRelativePath.split('/').slice(1).join('/');
  return { path: path === '' ? file.name : path, bytes: new Uint8Array(await file.arrayBuffer()) };
}

async function open(input: OperationInput<'markdown.open'>): Promise<void> {
  const { brief, warnings } = await client.call('markdown.open', input);
  await switchBrief(brief.id);
  const title = briefTitle(brief);
  const more = warnings.length - SHOWN;
  notify({
    title: `“${title}” is a brief now`,
    description:
      [...warnings.slice(0, SHOWN), ...(more > 0 ? [`and ${more} more`] : [])].join('\n') || undefined,
    kind: warnings.length > 0 ? 'warning' : 'plain',
    action: { label: 'Undo', run: () => void removeBrief(brief.id, title) },
  });
}
