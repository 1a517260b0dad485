import type { PDFDocumentProxy } from 'pdfjs-dist';
import { Download, RotateCw, ZoomIn, ZoomOut } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ExportedFile } from '#contract/export.ts';
import { client } from '../../api/client.ts';
import { activeBrief } from '../../app/activeBrief.ts';
import { capabilities } from '../../app/host.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { notePages } from '../brief/counts/pages.ts';
import { AnnexButton } from './AnnexButton.tsx';
import { download, exportBrief } from './exportBrief.ts';
import { openPdf } from './pdf.ts';
import { PdfPage } from './PdfPage.tsx';
import { onPrintedChange, printedNow } from './printed.ts';
import styles from './preview.module.css';

const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3];
/** CSS pixels per point at a zoom of 1: a page has its size on paper. */
const POINT = 96 / 72;
/** What lies beside a page in the smallest window: margins of the dialog and of the pages, a scroll bar. */
const MARGINS = 100;

interface Rendered {
  file: ExportedFile;
  pdf: PDFDocumentProxy;
  size: { width: number; height: number };
}

/** The pages of the PDF exactly as it would be written. */
export function PreviewDialog({ briefId, onClose }: { briefId: number; onClose: () => void }) {
  const { rendered, error, busy, refresh } = useRendered(briefId);
  const [chosenZoom, setZoom] = useState<number | null>(null);
  const [page, setPage] = useState(1);
  const pages = rendered?.pdf.numPages ?? 0;
  const zoom = chosenZoom ?? fittingZoom(rendered);

  const save = (): void => {
    // A host's dialog writes the file itself: the same stored brief gives the same bytes.
    if (capabilities.get().nativeDialogs) void exportBrief('pdf');
    else if (rendered !== null) download(rendered.file);
  };

  return (
    <Modal
      title="Print preview"
      size="full"
      onClose={onClose}
      tools={
        <div className={styles.tools}>
          <output className={styles.count}>
            {busy
              ? 'Setting the pages…'
              : rendered === null
                ? ''
                : `Page ${Math.min(page, pages)} of ${pages}`}
          </output>
          <IconButton
            icon={ZoomOut}
            label="Zoom out"
            disabled={zoom <= ZOOMS[0]!}
            onClick={() => setZoom(ZOOMS.findLast((step) => step < zoom) ?? zoom)}
          />
          <span className={styles.zoom}>{Math.round(zoom * 100)} %</span>
          <IconButton
            icon={ZoomIn}
            label="Zoom in"
            disabled={zoom >= ZOOMS.at(-1)!}
            onClick={() => setZoom(ZOOMS.find((step) => step > zoom) ?? zoom)}
          />
          <AnnexButton />
          <IconButton icon={RotateCw} label="Set the pages again" disabled={busy} onClick={refresh} />
          <Button kind="primary" icon={Download} disabled={rendered === null || busy} onClick={save}>
            Save PDF
          </Button>
        </div>
      }
    >
      {error !== null && (
        <Empty title="The pages could not be set" role="alert">
          <p>{error.message}</p>
          <Button onClick={refresh}>Try again</Button>
        </Empty>
      )}
      {rendered !== null && error === null && (
        <>
          {rendered.file.warnings.length > 0 && (
            <ul className={styles.warnings} aria-label="Warnings">
              {rendered.file.warnings.map((warning) => (
                <li key={warning}>{warning}</li>
              ))}
            </ul>
          )}
          <Pages rendered={rendered} scale={zoom * POINT} onPage={setPage} />
        </>
      )}
    </Modal>
  );
}

/** The size on paper, or what of it fits into the dialog's width. */
function fittingZoom(rendered: Rendered | null): number {
  if (rendered === null) return 1;
  return Math.min(1, (window.innerWidth - MARGINS) / (rendered.size.width * POINT));
}

interface PagesProps {
  rendered: Rendered;
  scale: number;
  /** Told the number of the page that fills most of the view. */
  onPage: (page: number) => void;
}

function Pages({ rendered, scale, onPage }: PagesProps) {
  const shares = useRef(new Map<number, number>());
  const onVisible = useCallback(
    (number: number, share: number) => {
      shares.current.set(number, share);
      const [most] = [...shares.current].toSorted((a, b) => b[1] - a[1] || a[0] - b[0]);
      if (most !== undefined) onPage(most[0]);
    },
    [onPage],
  );
  return (
    <section className={styles.pages} aria-label="Pages">
      {Array.from({ length: rendered.pdf.numPages }, (_unused, index) => (
        <PdfPage
          key={index}
          pdf={rendered.pdf}
          number={index + 1}
          scale={scale}
          size={rendered.size}
          onVisible={onVisible}
        />
      ))}
    </section>
  );
}

/** Saves the brief, has it set, and opens the result. */
function useRendered(briefId: number) {
  const [state, setState] = useState<{ rendered: Rendered | null; error: Error | null; busy: boolean }>({
    rendered: null,
    error: null,
    busy: true,
  });
  const [turn, setTurn] = useState(0);

  useEffect(() => {
    let stopped = false;
    let task: ReturnType<typeof openPdf> | null = null;
    const render = async (): Promise<void> => {
      await activeBrief.get()?.flush();
      const file = await client.call('export.render', {
        briefId,
        format: 'pdf',
        ...printedNow(),
      });
      if (stopped) return;
      task = openPdf(file.bytes);
      const pdf = await task.promise;
      notePages(briefId, pdf.numPages);
      const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
      if (!stopped) setState({ rendered: { file, pdf, size: { width, height } }, error: null, busy: false });
    };
    setState((before) => ({ ...before, busy: true }));
    render().catch((error: unknown) => {
      if (!stopped) setState((before) => ({ ...before, error: error as Error, busy: false }));
    });
    return () => {
      stopped = true;
      void task?.destroy();
    };
  }, [briefId, turn]);

  const refresh = useCallback(() => setTurn((before) => before + 1), []);
  useEffect(() => onPrintedChange(refresh), [refresh]);
  return { ...state, refresh };
}
