import { FolderInput } from 'lucide-react';
import { dragsPictures } from '#editor/figure/transfer.ts';
import { useEffect, useState } from 'react';
import { client } from '../../api/client.ts';
import { notifyError } from '../../ui/toasts.ts';
import { listedCollection } from '../library/intoCollection.ts';
import { droppedFiles } from './droppedFiles.ts';
import { importFiles } from './importer.ts';
import styles from './import.module.css';

/** Whether it is pictures over the text of a brief, which takes them itself. */
function isForText({ dataTransfer, target }: DragEvent): boolean {
  return (
    dragsPictures(dataTransfer) && target instanceof Element && target.closest('.brief-document') !== null
  );
}

/** Takes files that are dropped anywhere on the window. Text dragged inside the editor is left alone. */
export function DropTarget() {
  const [over, setOver] = useState(false);

  useEffect(() => {
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;
    const onDragOver = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      event.dataTransfer!.dropEffect = 'copy';
      setOver(!isForText(event));
    };
    const onDragLeave = (event: DragEvent): void => {
      // Only leaving the window has no element to go to.
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      if (!hasFiles(event) || isForText(event)) return;
      event.preventDefault();
      event.stopPropagation();
      setOver(false);
      droppedFiles(event.dataTransfer!, client.call('import.formats', {}))
        .then(importFiles)
        .catch(notifyError);
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

  if (!over) return null;
  return (
    <div className={styles.overlay} aria-hidden>
      <div>
        <FolderInput size={32} strokeWidth={1.25} />
        Drop to import into {listedCollection()?.name ?? 'the library'}
      </div>
    </div>
  );
}
