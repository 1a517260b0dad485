import { FolderInput } from 'lucide-react';
import { dragsPictures } from '#editor/figure/transfer.ts';
import { useEffect, useState } from 'react';
import { client } from '../../api/client.ts';
import { notifyError } from '../../ui/toasts.ts';
import { listedCollection } from '../library/intoCollection.ts';
import { BESIDE_ENDINGS, BRIEFS_DROP, isMarkdown, openMarkdown } from '../briefs/openMarkdown.ts';
import { droppedFiles } from './droppedFiles.ts';
import { importFiles } from './importer.ts';
import styles from './import.module.css';

/** Whether it is pictures over the text of a brief, which takes them itself. */
function isForText({ dataTransfer, target }: DragEvent): boolean {
  return (
    dragsPictures(dataTransfer) && target instanceof Element && target.closest('.brief-document') !== null
  );
}

/** Whether it is over the list of briefs, where Markdown becomes one. */
function isForBriefs({ target }: DragEvent): boolean {
  return target instanceof Element && target.closest(`[${BRIEFS_DROP}]`) !== null;
}

/** Takes files that are dropped anywhere on the window. Text dragged inside the editor is left alone. */
export function DropTarget() {
  const [over, setOver] = useState<'library' | 'briefs' | null>(null);

  useEffect(() => {
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;
    const onDragOver = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      event.dataTransfer!.dropEffect = 'copy';
      setOver(isForText(event) ? null : isForBriefs(event) ? 'briefs' : 'library');
    };
    const onDragLeave = (event: DragEvent): void => {
      // Only leaving the window has no element to go to.
      if (event.relatedTarget === null) setOver(null);
    };
    const onDrop = (event: DragEvent): void => {
      if (!hasFiles(event) || isForText(event)) return;
      event.preventDefault();
      event.stopPropagation();
      setOver(null);
      const forBriefs = isForBriefs(event);
      const formats = client.call('import.formats', {});
      const wanted = forBriefs ? formats.then((known) => [...known, ...BESIDE_ENDINGS]) : formats;
      const files = droppedFiles(event.dataTransfer!, wanted);
      // What is dropped there and is no Markdown goes where it goes anywhere else.
      const take = forBriefs
        ? (given: File[]) => (given.some(isMarkdown) ? openMarkdown(given) : importFiles(given))
        : importFiles;
      files.then(take).catch(notifyError);
    };
    window.addEventListener('dragover', onDragOver, true);
    window.addEventListener('dragleave', onDragLeave);
    window.addEventListener('drop', onDrop, true);
    return () => {
      window.removeEventListener('dragover', onDragOver, true);
      window.removeEventListener('dragleave', onDragLeave);
      window.removeEventListener('drop', onDrop, true);
    };
  }, []);

  if (over === null) return null;
  return (
    <div className={styles.overlay} aria-hidden>
      <div>
        <FolderInput size={32} strokeWidth={1.25} />
        {over === 'briefs'
          ? 'Drop Markdown to open it as a brief'
          : `Drop to import into ${listedCollection()?.name ?? 'the library'}`}
      </div>
    </div>
  );
}
