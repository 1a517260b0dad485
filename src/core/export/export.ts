/** The feature `export`: briefs as files. */
import { basename } from 'node:path';
import { DossierError } from '#contract/errors.ts';
import type {
  BlockPlace,
  ExportedBrief,
  ExportFormat,
  MarkdownFlavour,
  SuggestionChoice,
} from '#contract/export.ts';
import type { FeatureOperations, Handlers } from '#contract/index.ts';
import { citationClusters } from '#domain/document/clusters.ts';
import type { StoredNode } from '#domain/document/stored.ts';
import { countSuggestions } from '#domain/document/suggestions/count.ts';
import { PICTURE_TYPES } from '#domain/picture.ts';
import { rememberWritten } from '../app/writtenFiles.ts';
import { getBrief, given } from '../briefs/store.ts';
import type { Citations } from '../citations/citations.ts';
import type { CoreContext } from '../context.ts';
import { readPicture } from '../pictures/store.ts';
import { archiveOf, type PdfArchive } from './pdf/archive.ts';
import { USUAL_DESIGN } from './design/design.ts';
import { findDesign, insteadOf, listDesigns } from './design/find.ts';
import { beginningOf } from './design/sample.ts';
import { annexWarnings, withoutAnnex } from './annex/annex.ts';
import { exportedBrief } from './exported.ts';
import { type ExportDocument, exportDocument } from './exportDocument.ts';
import { fileNameFor } from './fileName.ts';
import { quoteWarnings } from './quotes.ts';
import { type ManifestOf, manifestBeside } from './manifest/manifest.ts';
import { verifyManifest } from './manifest/verify.ts';
import { createTypst, type Typst } from './pdf/typst.ts';
import { referenceWarnings } from './referenceWarnings.ts';
import { markingWarnings } from './markingWarnings.ts';
import { pictureWarnings } from './pictureWarnings.ts';
import { packed } from './beside.ts';
import { codePoints } from './pdf/unprintable.ts';
import { writeFiles } from './writeFile.ts';

export interface Export {
  handlers: Handlers<FeatureOperations<'export'>>;
  close(): Promise<void>;
}

interface Rendered {
  bytes: Uint8Array<ArrayBuffer>;
  beside?: ExportedBrief['beside'];
  /** Pictures that could not be drawn, by their SHA-256. */
  unreadable?: string[];
  warnings?: string[];
  /** Of a PDF. */
  pages?: number;
  places?: BlockPlace[];
}

interface Format {
  mediaType: string;
  render: (document: ExportDocument, choices: Choices) => Promise<Rendered>;
}

interface Choices {
  fileName: string;
  styleId: string;
  flavour: MarkdownFlavour;
  /** What a PDF is to carry. */
  data: PdfArchive | null;
}

export function createExport(context: CoreContext, citations: Citations): Export {
  const typst = createTypst({ resources: context.resources, pictures: context.folder.pictures });
  // A writer is loaded at its first use: a start needs none.
  const formats: Record<ExportFormat, Format> = {
    md: {
      mediaType: 'text/markdown;charset=utf-8',
      render: async (document, choices) => {
        const { renderMarkdown } = await import('./markdown/render.ts');
        return renderMarkdown(context, citations, document, choices);
      },
    },
    pdf: {
      mediaType: 'application/pdf',
      render: (document, { data }) => renderPdf(typst, document, data),
    },
    docx: {
      mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      render: async (document) =>
        (await import('./docx/docx.ts')).writeDocx(document, context.folder.pictures),
    },
    html: {
      mediaType: 'text/html;charset=utf-8',
      render: (document) => renderHtml(context.folder.pictures, document),
    },
    txt: {
      mediaType: 'text/plain;charset=utf-8',
      render: async (document) => {
        const { writeText } = await import('./text/text.ts');
        return { bytes: new TextEncoder().encode(writeText(document)) };
      },
    },
  };

  const render = async (input: {
    briefId: number;
    versionId?: number | undefined;
    format: ExportFormat;
    fileName?: string | undefined;
    review?: boolean | undefined;
    annex?: boolean | undefined;
    data?: boolean | undefined;
    manifest?: boolean | undefined;
    suggestions?: SuggestionChoice | undefined;
    flavour?: MarkdownFlavour | undefined;
    /** With the places of its blocks on the pages. */
    blockIds?: boolean;
  }): Promise<ExportedBrief & { pages: number; places: BlockPlace[] }> => {
    const exported = exportedBrief(context.db, input);
    const { brief } = exported;
    const review = input.review === true && input.format === 'docx';
    const { suggestions = 'accepted', flavour = 'gfm' } = input;
    // It starts while the citations are formatted.
    if (input.format === 'pdf') typst.warm();
    const { design, warnings: designWarnings } = findDesign(context.folder.templates, brief.page.design);
    const document = await exportDocument(context.db, brief, citations, context.folder.pictures, {
      design,
      annex: input.annex === true,
      comments: review,
      blockIds: input.blockIds === true,
      suggestions: review ? 'tracked' : suggestions,
    });
    const { mediaType, render: write } = formats[input.format];
    const fileName = input.fileName ?? fileNameFor(exported.name, input.format);
    const data =
      input.data === true && input.format === 'pdf'
        ? archiveOf(context.db, brief, document, suggestions)
        : null;
    const choices = { fileName, styleId: brief.styleId, flavour, data };
    const {
      bytes,
      beside = [],
      unreadable = [],
      warnings = [],
      pages = 0,
      places = [],
    } = await write(document, choices);
    const manifest =
      input.manifest === true
        ? await manifestBeside(context, citations, {
            brief,
            version: exported.version,
            options: optionsOf(input),
            document,
            file: { fileName, bytes, beside },
          })
        : null;
    return {
      pages,
      places,
      fileName,
      mediaType,
      bytes,
      beside: manifest === null ? beside : [...beside, manifest.beside],
      warnings: [
        ...exported.warnings,
        ...(review ? [] : pendingSuggestions(brief.document.root, suggestions)),
        ...designWarnings,
        ...markingWarnings({ ...document, document: withoutAnnex(document) }),
        ...missingStyle(citations, brief.styleId),
        ...missingSources(document),
        ...pictureWarnings(document, unreadable),
        ...referenceWarnings(document),
        ...annexWarnings(document),
        ...quoteWarnings(document),
        ...warnings,
        ...(manifest?.warnings ?? []),
      ],
    };
  };

  return {
    handlers: {
      'export.render': async (input) => {
        const { pages: _pages, places: _places, ...file } = await render(input);
        return input.packed === true ? packed(file) : file;
      },
      'export.preview': async (input) => {
        const { bytes, warnings, places } = await render({ ...input, format: 'pdf', blockIds: true });
        return { bytes, warnings, places };
      },
      'export.pages': async (input) => {
        const { pages } = await render({ ...input, format: 'pdf' });
        return { pages };
      },
      'export.sample': async ({ briefId, settings }) => {
        typst.warm();
        const brief = { ...getBrief(context.db, briefId), ...given(settings) };
        const found = findDesign(context.folder.templates, brief.page.design);
        const { design } = found;
        const options = { design };
        const document = await exportDocument(context.db, brief, citations, context.folder.pictures, options);
        const { bytes, warnings = [] } = await setPdf(typst, beginningOf(document));
        return { bytes, warnings: [...found.warnings, ...markingWarnings(document), ...warnings] };
      },
      'export.designs': () => listDesigns(context.folder.templates),
      'export.verify': (manifest) => verifyManifest(context, citations, manifest),
      'export.save': async (input) => {
        const { ports } = context;
        if (!ports.capabilities.nativeDialogs)
          throw new DossierError(
            'unsupported',
            'Dossier cannot ask for a place here; download the file instead.',
          );
        const { name } = exportedBrief(context.db, input);
        const path = await ports.chooseSavePath(fileNameFor(name, input.format), input.format);
        if (path === null) return null;
        const { bytes, beside, warnings } = await render({ ...input, fileName: basename(path) });
        await writeFiles(path, bytes, beside);
        rememberWritten(context, path);
        return { path, warnings };
      },
    },
    close: () => typst.close(),
  };
}

/** What was chosen, and changes what is written. */
function optionsOf(input: { format: ExportFormat }): ManifestOf['options'] {
  const places = new Set(['briefId', 'versionId', 'fileName', 'packed', 'manifest', 'blockIds']);
  const chosen = Object.entries(input).filter(([name, value]) => !places.has(name) && value !== undefined);
  return Object.fromEntries(chosen) as ManifestOf['options'];
}

/** A house design in which it cannot be set gives way to the usual one. */
async function renderPdf(
  typst: Typst,
  document: ExportDocument,
  archive: PdfArchive | null,
): Promise<Rendered> {
  try {
    return await setPdf(typst, document, archive);
  } catch (error) {
    if (document.design.house === null) throw error;
    const { warnings = [], ...rendered } = await setPdf(
      typst,
      { ...document, design: USUAL_DESIGN },
      archive,
    );
    return { ...rendered, warnings: [insteadOf(error), ...warnings] };
  }
}

async function setPdf(
  typst: Typst,
  document: ExportDocument,
  archive: PdfArchive | null = null,
): Promise<Rendered> {
  const { typstDocument } = await import('./pdf/typstData.ts');
  const set = await typst.pdf({ ...typstDocument(document), archive }, document.design.house);
  const { bytes, pages, places, unprintable, unreadable, strays } = set;
  const warnings = [
    ...(unprintable.length === 0 ? [] : [unprintableWarning(unprintable)]),
    ...(strays.length === 0 ? [] : [strayWarning(strays)]),
  ];
  return { bytes, pages, places, unreadable, warnings };
}

/** The pictures are in the file. */
async function renderHtml(folder: string, document: ExportDocument): Promise<Rendered> {
  const addresses = new Map<string, string>();
  for (const [sha256, { format }] of document.pictures) {
    const kept = await readPicture(folder, sha256);
    if (kept === null) continue;
    const data = Buffer.from(kept.bytes).toString('base64');
    addresses.set(sha256, `data:${PICTURE_TYPES[format]};base64,${data}`);
  }
  const { writeHtml } = await import('./html/html.ts');
  return { bytes: new TextEncoder().encode(writeHtml(document, addresses)) };
}

/** Letters named in a warning; a brief in a script without a font would name hundreds. */
const MAX_NAMED = 20;

function unprintableWarning(letters: string[]): string {
  const named = letters.slice(0, MAX_NAMED).map((letter) => `${letter} ${codePoints(letter)}`);
  const more = letters.length > MAX_NAMED ? ` and ${letters.length - MAX_NAMED} more` : '';
  return `No font on this computer can print ${named.join(', ')}${more}. The PDF shows the codes in brackets instead; install a font that has these letters and export again.`;
}

function strayWarning(numbers: number[]): string {
  const which =
    numbers.length === 1
      ? `Note ${numbers[0]} stands on another page than its mark`
      : `Notes ${numbers.join(', ')} stand on other pages than their marks`;
  return `${which}, which is in a row, an item or a quote that is longer than a page. Part that, or take the mark out of it.`;
}

function pendingSuggestions(root: StoredNode, choice: SuggestionChoice): string[] {
  const count = countSuggestions(root);
  if (count === 0) return [];
  const [noun, are] = count === 1 ? ['suggested change', 'is'] : ['suggested changes', 'are'];
  return [
    choice === 'accepted'
      ? `${count} ${noun} ${are} taken as accepted.`
      : `${count} ${noun} ${are} left out: the text is as it was before.`,
  ];
}

function missingStyle(citations: Citations, styleId: string): string[] {
  const { style, isMissing } = citations.findOrFallback(styleId);
  if (!isMissing) return [];
  return [
    `The citation style ${styleId} is not installed here: the citations are set in “${style.title}”. Install the style, or choose another one.`,
  ];
}

function missingSources({ document, missing }: ExportDocument): string[] {
  const cited = new Set(citationClusters(document).flatMap((items) => items.map((item) => item.articleId)));
  return missing.map((id) =>
    cited.has(id)
      ? `Source ${id} is cited but is not in the library. Remove the citation or import the source again.`
      : `Source ${id} is to be listed but is not in the library. Take it out of the list of sources or import it again.`,
  );
}
