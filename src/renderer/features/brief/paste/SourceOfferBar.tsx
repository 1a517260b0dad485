import { Asterisk, BookOpen, TextQuote, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { registerCommands } from '../../../app/commands.ts';
import { useStore } from '../../../app/store.ts';
import { openPassage } from '../../../app/workspace.ts';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { Keys } from '../../../ui/Keys.tsx';
import type { BriefSession } from '../session.ts';
import { offerSources } from './sourceOffer.ts';
import styles from './paste.module.css';

const CITE = 'Alt+Shift+C';
const QUOTE = 'Alt+Shift+Q';

/** Offers to cite where the words come from that were pasted just now. Goes on with the next paste, or when answered. */
export function SourceOfferBar({ session: { editor, citations } }: { session: BriefSession }) {
  const [offers] = useState(() => offerSources(editor, citations));
  const offer = useStore(offers.offer);
  useEffect(() => () => offers.dispose(), [offers]);
  useEffect(
    () =>
      registerCommands([
        {
          id: 'paste.cite',
          title: 'Cite the source of the pasted words',
          group: 'Insert',
          shortcut: CITE,
          run: () => void offers.cite(),
          enabled: () => offers.offer.get() !== null,
        },
        {
          id: 'paste.quote',
          title: 'Make the pasted words a quote',
          group: 'Insert',
          shortcut: QUOTE,
          run: () => void offers.quote(),
          enabled: () => offers.offer.get() !== null,
        },
      ]),
    [offers],
  );
  const { title, articleId, versionId, start, end } = offer?.located ?? {};
  return (
    <output className={styles.offer}>
      {offer !== null && (
        <div className={styles.bar}>
          <span className={styles.said}>
            These words stand in <cite dir="auto">{title}</cite>
          </span>
          <Button kind="quiet" icon={Asterisk} onClick={() => void offers.cite()}>
            Cite <Keys shortcut={CITE} />
          </Button>
          <Button kind="quiet" icon={TextQuote} onClick={() => void offers.quote()}>
            Quote <Keys shortcut={QUOTE} />
          </Button>
          <IconButton
            icon={BookOpen}
            label="Show them in their source"
            onClick={() =>
              openPassage({
                articleId: articleId!,
                versionId: versionId!,
                range: { start: start!, end: end! },
              })
            }
          />
          <IconButton icon={X} label="Leave the words as they are" onClick={() => offers.dismiss()} />
        </div>
      )}
    </output>
  );
}
