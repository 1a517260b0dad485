import { FilePlus2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { attachText } from '../import/attachText.ts';
import styles from './reader.module.css';

/** In the place of the text of a source that has none. */
export function NoText({ articleId, onAttached }: { articleId: number; onAttached: () => void }) {
  const [busy, setBusy] = useState(false);
  const attach = async (): Promise<void> => {
    setBusy(true);
    if (await attachText(articleId)) onAttached();
    setBusy(false);
  };
  return (
    <div className={styles.noText}>
      <p>This source has no text: it was imported from a list of references. It can be cited all the same.</p>
      <Button icon={FilePlus2} disabled={busy} onClick={() => void attach()}>
        {busy ? 'Reading…' : 'Attach its text…'}
      </Button>
    </div>
  );
}
