/** What a PDF carries so that its brief can be opened again from it. */
import type { SuggestionChoice } from '#contract/export.ts';
import type { Brief } from '#domain/brief.ts';
import { BRIEF_DATA_NAME } from '#domain/briefData.ts';
import { PICTURE_TYPES } from '#domain/picture.ts';
import { collectBrief } from '../../briefs/archive/collect.ts';
import type { Database } from '../../db/connect.ts';
import type { ExportDocument } from '../exportDocument.ts';

export interface PdfArchive {
  name: string;
  description: string;
  /** A `BriefData` as JSON. */
  json: string;
  /** PDF/A wants the date of what it carries. */
  date: [year: number, month: number, day: number];
  pictures: { sha256: string; name: string; type: string; description: string }[];
}

/** The same stored brief gives the same archive: its date is the brief's own, or that of its last save. */
export function archiveOf(
  db: Database,
  brief: Brief,
  { pictures }: ExportDocument,
  suggestions: SuggestionChoice,
): PdfArchive {
  const names = new Map([...pictures].map(([sha256, { fileName }]) => [sha256, fileName]));
  const [year, month, day] = (brief.date ?? brief.updatedAt).slice(0, 10).split('-').map(Number);
  return {
    name: BRIEF_DATA_NAME,
    description: 'The brief with its sources, for Dossier',
    json: JSON.stringify(collectBrief(db, brief, { suggestions, pictures: names })),
    date: [year!, month!, day!],
    pictures: [...pictures].map(([sha256, { fileName, format }]) => ({
      sha256,
      name: fileName,
      type: PICTURE_TYPES[format],
      description: 'A picture of the brief',
    })),
  };
}
