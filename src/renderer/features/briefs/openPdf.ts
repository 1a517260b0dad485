/** Opens the brief that a PDF carries. */
import { client } from '../../api/client.ts';
import { activeBrief } from '../../app/activeBrief.ts';
import { chosenFiles } from '../../ui/chosenFiles.ts';
import { notify, notifyError } from '../../ui/toasts.ts';
import { switchBrief } from './briefActions.ts';

/** Asks for the file. What it carries becomes a new brief, which is opened. */
export async function openBriefPdf(): Promise<void> {
  const input = document.createElement('input');
  input.accept = '.pdf,application/pdf';
  const [file] = await chosenFiles(input);
  if (file === undefined) return;
  try {
    await activeBrief.get()?.flush();
    const bytes = new Uint8Array(await file.arrayBuffer());
    const opened = await client.call('briefs.openPdf', { bytes, name: file.name });
    await switchBrief(opened.briefId);
    notify({
      title: `“${opened.title}” is opened as a new brief`,
      description: [sourcesLine(opened), ...opened.warnings].join('\n'),
      kind: opened.warnings.length > 0 ? 'warning' : 'plain',
    });
  } catch (error) {
    notifyError(error, 'The brief was not opened');
  }
}

function sourcesLine({ added, known }: { added: number; known: number }): string {
  if (added + known === 0) return 'It cites no sources.';
  const came = added === 1 ? '1 source was added' : `${added} sources were added`;
  return known === 0 ? `${came}.` : `${came}, ${known} were in the library already.`;
}
