import { Brackets, PenLine, Undo2 } from 'lucide-react';
import type { LexicalEditor, NodeKey } from 'lexical';
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { classNames } from '../../../ui/classNames.ts';
import type { CitationLabels } from '../labels/citationLabels.ts';
import { quoteActions, quoteFacts } from './quoteCommands.ts';
import styles from './quote.module.css';

const SAID = {
  exact: 'Word by word as in the source.',
  marked: 'What differs from the source is marked.',
  altered: 'The words are not those of the source.',
} as const;

interface QuoteStateProps {
  editor: LexicalEditor;
  citations: CitationLabels;
  quoteKey: NodeKey;
  onClose: () => void;
}

/** Whether a quote still is what its source says, and what can be done about it. Nothing for other citations. */
export function QuoteState({ editor, citations, quoteKey, onClose }: QuoteStateProps) {
  const [, draw] = useState(0);
  const facts = quoteFacts(editor, quoteKey);
  if (facts === null) return null;
  const { faithfulness, emphasis } = facts;
  const actions = quoteActions(editor, citations);
  const act = (run: (key: NodeKey) => void) => () => {
    run(quoteKey);
    onClose();
    editor.focus();
  };
  return (
    <div className={styles.state}>
      {faithfulness !== undefined && (
        <p className={classNames(styles.said, faithfulness === 'altered' && styles.altered)}>
          {SAID[faithfulness]}
        </p>
      )}
      <div className={styles.actions}>
        {faithfulness === 'altered' && (
          <Button kind="quiet" icon={Brackets} onClick={act(actions.mark)}>
            Mark the changes
          </Button>
        )}
        {faithfulness !== undefined && faithfulness !== 'exact' && (
          <Button kind="quiet" icon={Undo2} onClick={act(actions.restore)}>
            Source’s words
          </Button>
        )}
        <Button kind="quiet" icon={PenLine} onClick={act(actions.paraphrase)}>
          Paraphrase
        </Button>
      </div>
      {emphasis !== null && (
        <label className={styles.emphasis}>
          <input
            type="checkbox"
            checked={emphasis === 'original'}
            onChange={(event) => {
              actions.emphasis(quoteKey, event.target.checked);
              draw((turn) => turn + 1);
            }}
          />
          The emphasis is the source’s
        </label>
      )}
    </div>
  );
}
