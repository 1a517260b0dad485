/** Opens the brief that a PDF carries, as a new brief of this library. */
import { type BriefSettings, briefSettingsSchema } from '#domain/brief.ts';
import type { CoreContext } from '../../context.ts';
import { sha256Of } from '../../disk/sha256.ts';
import { addPicture } from '../../pictures/store.ts';
import { createBrief } from '../store.ts';
import { carriedBrief, type CarriedBrief } from './attachments.ts';
import { withIds } from './cited.ts';
import { placeSnippets, placeSources } from './sources.ts';

/** No library has so many articles: an id of another library must not name one here. */
const NOWHERE = 9e15;

export interface OpenedBrief {
  briefId: number;
  title: string;
  /** Sources that came with it, and those that the library had. */
  added: number;
  known: number;
  /** Sentences for people: what could not be taken over. */
  warnings: string[];
}

/** Sources that the library has stay as they are, and so does any brief. Rejects with `file_unreadable`. */
export async function openBriefPdf(
  { db, folder }: CoreContext,
  file: { bytes: Uint8Array; name: string },
): Promise<OpenedBrief> {
  const carried = await carriedBrief(file.bytes, file.name);
  const { data } = carried;
  // On the disk before the brief that shows them.
  const pictureWarnings = await addPictures(folder.pictures, carried);
  const { settings, warnings: settingWarnings } = soundSettings(data.settings);
  const missing = new Set<number>();
  const { brief, placed, snippets } = db
    .transaction(() => {
      const sources = placeSources(db, data.sources);
      const quotes = placeSnippets(db, data.snippets, sources);
      const article = (id: number): number => {
        const here = sources.articles.get(id);
        if (here === undefined) missing.add(id);
        return here ?? NOWHERE + id;
      };
      const root = withIds(data.document.root, {
        article,
        snippet: (id) => quotes.get(id) ?? null,
      });
      const document = { ...data.document, root };
      return { brief: createBrief(db, { ...settings, document }), placed: sources, snippets: quotes };
    })
    .immediate();
  const lost = data.snippets.length - snippets.size;
  return {
    briefId: brief.id,
    title: brief.title,
    added: placed.added.length,
    known: data.sources.length - placed.added.length,
    warnings: [
      ...settingWarnings,
      ...pictureWarnings,
      ...(missing.size === 0 ? [] : [missingWarning(missing.size)]),
      ...(lost === 0
        ? []
        : [
            `${lost === 1 ? 'One citation leads' : `${lost} citations lead`} to a source as a whole: its text was read otherwise in this library, and the words could not be found in it once.`,
          ]),
    ],
  };
}

/** Settings that are sound; the others are left as in a new brief, and named. */
function soundSettings(given: Record<string, unknown>): {
  settings: Partial<BriefSettings>;
  warnings: string[];
} {
  const { shape } = briefSettingsSchema;
  const names = Object.keys(shape) as (keyof typeof shape)[];
  const read = names.flatMap((name) =>
    given[name] === undefined ? [] : [[name, shape[name].safeParse(given[name])] as const],
  );
  const settings = Object.fromEntries(
    read.flatMap(([name, { data }]) => (data === undefined ? [] : [[name, data]])),
  );
  const refused = read.filter(([, { success }]) => !success).map(([name]) => name);
  const warnings = refused.length === 0 ? [] : [refusedWarning(refused)];
  return { settings, warnings };
}

function refusedWarning(names: readonly string[]): string {
  return `Not understood, and left as in a new brief: ${names.join(', ')}. A newer Dossier may have written it.`;
}

/** Damaged ones are left out, and named. */
async function addPictures(folder: string, { data, files }: CarriedBrief): Promise<string[]> {
  let lost = 0;
  for (const { sha256, name } of data.pictures) {
    const bytes = files.get(name);
    if (bytes === undefined || sha256Of(bytes) !== sha256) lost += 1;
    else
      await addPicture(folder, bytes, name).catch(() => {
        lost += 1;
      });
  }
  if (lost === 0) return [];
  return [`${lost === 1 ? 'One picture is' : `${lost} pictures are`} missing or damaged in the file.`];
}

function missingWarning(count: number): string {
  return count === 1
    ? 'One source that is cited was missing where the brief was written, and is missing here.'
    : `${count} sources that are cited were missing where the brief was written, and are missing here.`;
}
