/** A brief as Markdown, with the files that it refers to. */
import type { ExportedBrief, MarkdownFlavour } from '#contract/export.ts';
import { citationClusters } from '#domain/document/clusters.ts';
import { uncitedSources } from '#domain/document/bibliography.ts';
import { placeTerms } from '#domain/pandocCitation.ts';
import type { Citations } from '../../citations/citations.ts';
import { keysOf } from '../../citations/keys/keys.ts';
import { itemsForOthers, styleForOthers } from '../../citations/otherProcessor.ts';
import type { CoreContext } from '../../context.ts';
import { getSummaries } from '../../articles/store.ts';
import { readPicture } from '../../pictures/store.ts';
import { besideName, pictureFolder } from '../beside.ts';
import type { ExportDocument } from '../exportDocument.ts';
import type { KeyedSources } from './byKey.ts';
import { writeMarkdown } from './markdown.ts';

type Beside = ExportedBrief['beside'];

/** The pictures go into a folder beside the file; for Pandoc the sources and the citation style lie beside it, too. */
export async function renderMarkdown(
  context: Pick<CoreContext, 'db' | 'folder'>,
  citations: Pick<Citations, 'findOrFallback'>,
  document: ExportDocument,
  { fileName, styleId, flavour }: { fileName: string; styleId: string; flavour: MarkdownFlavour },
): Promise<{ bytes: Uint8Array<ArrayBuffer>; beside: Beside }> {
  const folder = pictureFolder(fileName);
  const sources = flavour === 'pandoc' ? keyedSources(context, citations, document, fileName, styleId) : null;
  const keyed = sources === null ? {} : { keyed: sources.keyed };
  const bytes = encoded(writeMarkdown(document, { flavour, folder, ...keyed }));
  const beside: Beside = [...(sources?.files ?? [])];
  for (const [sha256, picture] of document.pictures) {
    const kept = await readPicture(context.folder.pictures, sha256);
    if (kept !== null) beside.push({ path: `${folder}/${picture.fileName}`, bytes: kept.bytes });
  }
  return { bytes, beside };
}

/** CSL-JSON rather than BibLaTeX: Pandoc is given what our engine is given. In the order of the keys. */
function keyedSources(
  { db }: Pick<CoreContext, 'db'>,
  citations: Pick<Citations, 'findOrFallback'>,
  { document, settings }: ExportDocument,
  fileName: string,
  styleId: string,
): { keyed: KeyedSources; files: Beside } {
  const cited = citationClusters(document).flatMap((items) => items.map(({ articleId }) => articleId));
  const keys = keysOf(db, [...cited, ...uncitedSources(document)]);
  const byKey = new Map([...keys].map(([id, key]) => [key, id]));
  const named = [...byKey].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const items = named.flatMap(([key, id]) => getSummaries(db, [id]).map(({ csl }) => ({ key, csl })));
  const { style } = citations.findOrFallback(styleId);
  const bibliography = besideName(fileName, 'sources.json');
  const csl = besideName(fileName, 'style.csl');
  const { text, terms } = styleForOthers(style.source, settings.language);
  return {
    keyed: { keys, inNotes: style.class === 'note', terms: placeTerms(terms), bibliography, csl },
    files: [
      { path: bibliography, bytes: encoded(itemsForOthers(items, style.source)) },
      { path: csl, bytes: encoded(text) },
    ],
  };
}

function encoded(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
