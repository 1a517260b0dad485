/** The feature `export`: briefs as files. */
import { DossierError } from '#contract/errors.ts';
import type { ExportedFile, ExportFormat } from '#contract/export.ts';
import type { FeatureOperations, Handlers } from '#contract/index.ts';
import { citationClusters } from '#domain/document/clusters.ts';
import { rememberWritten } from '../app/writtenFiles.ts';
import { getBrief } from '../briefs/store.ts';
import type { Citations } from '../citations/citations.ts';
import type { CoreContext } from '../context.ts';
import { type ExportDocument, exportDocument } from './exportDocument.ts';
import { fileNameFor } from './fileName.ts';
import { writeMarkdown } from './markdown/markdown.ts';
import { createTypst, type Typst } from './pdf/typst.ts';
import { typstDocument } from './pdf/typstData.ts';
import { codePoints } from './pdf/unprintable.ts';
import { writeFileAtomically } from './writeFile.ts';

export interface Export {
  handlers: Handlers<FeatureOperations<'export'>>;
  close(): Promise<void>;
}

interface Rendered {
  bytes: Uint8Array<ArrayBuffer>;
  warnings: string[];
}

interface Format {
  mediaType: string;
  render: (document: ExportDocument) => Rendered | Promise<Rendered>;
}

export function createExport(context: CoreContext, citations: Citations): Export {
  const typst = createTypst(context.resources);
  const formats: Record<ExportFormat, Format> = {
    md: {
      mediaType: 'text/markdown;charset=utf-8',
      render: (document) => ({ bytes: new TextEncoder().encode(writeMarkdown(document)), warnings: [] }),
    },
    pdf: { mediaType: 'application/pdf', render: (document) => renderPdf(typst, document) },
  };

  const render = async (input: { briefId: number; format: ExportFormat }): Promise<ExportedFile> => {
    const brief = getBrief(context.db, input.briefId);
    const document = await exportDocument(context.db, brief, citations);
    const { mediaType, render: write } = formats[input.format];
    const { bytes, warnings } = await write(document);
    return {
      fileName: fileNameFor(brief.title, input.format),
      mediaType,
      bytes,
      warnings: [...missingStyle(citations, brief.styleId), ...missingSources(document), ...warnings],
    };
  };

  return {
    handlers: {
      'export.render': render,
      'export.save': async (input) => {
        const { ports } = context;
        if (!ports.capabilities.nativeDialogs)
          throw new DossierError(
            'unsupported',
            'Dossier cannot ask for a place here; download the file instead.',
          );
        const brief = getBrief(context.db, input.briefId);
        const path = await ports.chooseSavePath(fileNameFor(brief.title, input.format), input.format);
        if (path === null) return null;
        const { bytes, warnings } = await render(input);
        await writeFileAtomically(path, bytes);
        rememberWritten(context, path);
        return { path, warnings };
      },
    },
    close: () => typst.close(),
  };
}

async function renderPdf(typst: Typst, document: ExportDocument): Promise<Rendered> {
  const { bytes, unprintable } = await typst.pdf(typstDocument(document));
  return { bytes, warnings: unprintable.length === 0 ? [] : [unprintableWarning(unprintable)] };
}

/** Letters named in a warning; a brief in a script without a font would name hundreds. */
const MAX_NAMED = 20;

function unprintableWarning(letters: string[]): string {
  const named = letters.slice(0, MAX_NAMED).map((letter) => `${letter} ${codePoints(letter)}`);
  const more = letters.length > MAX_NAMED ? ` and ${letters.length - MAX_NAMED} more` : '';
  return `No font on this computer can print ${named.join(', ')}${more}. The PDF shows the codes in brackets instead; install a font that has these letters and export again.`;
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
