import { BookOpen, FolderInput, LibraryBig } from 'lucide-react';
import { runCommand } from '../../app/commands.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import styles from './library.module.css';

/** The library holds nothing yet. */
export function EmptyLibrary() {
  return (
    <div className={styles.fill}>
      <Empty title="No articles yet" icon={LibraryBig}>
        <p>
          Import web pages, PDFs, Word files, e-mails, tables of articles and more, or drop files and folders
          anywhere on this window.
        </p>
        <Button kind="primary" icon={FolderInput} onClick={() => runCommand('library.import')}>
          Import files…
        </Button>
        <Button kind="quiet" icon={BookOpen} onClick={() => runCommand('library.addSample')}>
          Load the sample library
        </Button>
      </Empty>
    </div>
  );
}
