/** The brief that a PDF carries, as `collect.ts` gathered it. */
import { DossierError } from '#contract/errors.ts';
import { BRIEF_DATA_NAME, BRIEF_DATA_VERSION, type BriefData, briefDataSchema } from '#domain/briefData.ts';
import { withPdf } from '../../import/pdf/open.ts';

export interface CarriedBrief {
  data: BriefData;
  /** By the names in `data.pictures`. */
  files: ReadonlyMap<string, Uint8Array>;
}

/** Rejects with `file_unreadable`: what is no PDF, carries no brief, or carries a damaged or newer one. */
export async function carriedBrief(bytes: Uint8Array, fileName: string): Promise<CarriedBrief> {
  const files = await withPdf(bytes, fileName, async (document) => {
    const found = new Map<string, Uint8Array>();
    for (const [id, { filename }] of (await document.getAttachments()) ?? []) {
      const content = await document.getAttachmentContent(id);
      if (content instanceof Uint8Array) found.set(filename, content.slice());
    }
    return found;
  });
  const carried = files.get(BRIEF_DATA_NAME);
  if (carried === undefined)
    throw refusal(
      `“${fileName}” carries no brief: only its pages can be read. Export the brief as PDF with its data to have one that can be opened, or import this file as a source.`,
    );
  const data = parsed(carried, fileName);
  return { data, files };
}

function parsed(bytes: Uint8Array, fileName: string): BriefData {
  const damaged = (where: string, cause: unknown): DossierError =>
    refusal(
      `The brief in “${fileName}” is damaged${where}. Ask for the file again, or export it anew.`,
      cause,
    );
  try {
    const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    const version = (json as { formatVersion?: unknown } | null)?.formatVersion;
    if (typeof version === 'number' && version > BRIEF_DATA_VERSION)
      throw refusal(`The brief in “${fileName}” was written by a newer Dossier. Update Dossier to open it.`);
    const read = briefDataSchema.safeParse(json);
    if (read.success) return read.data;
    throw damaged(` at ${read.error.issues[0]?.path.join('.') || 'its beginning'}`, read.error);
  } catch (error) {
    // What is nested too deep to be read ends here as well.
    throw error instanceof DossierError ? error : damaged('', error);
  }
}

function refusal(message: string, cause?: unknown): DossierError {
  return new DossierError('file_unreadable', message, { cause });
}
