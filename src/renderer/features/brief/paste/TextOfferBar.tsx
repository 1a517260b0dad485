import { List, Pilcrow, WrapText, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { registerCommands } from '../../../app/commands.ts';
import { useStore } from '../../../app/store.ts';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { Keys } from '../../../ui/Keys.tsx';
import type { BriefSession } from '../session.ts';
import { offerReadings } from './textOffer.ts';
import styles from './paste.module.css';

const JOIN = 'Alt+Shift+U';
const FORMAT = 'Alt+Shift+M';

/** Offers other readings of plain text that was pasted just now; what was pasted stays until one is chosen. */
export function TextOfferBar({ session: { editor } }: { session: BriefSession }) {
  const [offers] = useState(() => offerReadings(editor));
  const offer = useStore(offers.offer);
  useEffect(() => () => offers.dispose(), [offers]);
  useEffect(() => {
    const has = (part: 'wrapped' | 'markup') => () => (offers.offer.get()?.[part] ?? null) !== null;
    return registerCommands([
      {
        id: 'paste.join',
        title: 'Join the lines that were pasted',
        group: 'Format',
        shortcut: JOIN,
        run: () => offers.join(false),
        enabled: has('wrapped'),
      },
      {
        id: 'paste.format',
        title: 'Format what was pasted as Markdown',
        group: 'Format',
        shortcut: FORMAT,
        run: () => void offers.format(),
        enabled: has('markup'),
      },
    ]);
  }, [offers]);
  const hyphens = offer?.wrapped?.hyphens ?? 0;
  return (
    <output className={styles.offer}>
      {offer !== null && (
        <div className={styles.bar}>
          <span className={styles.said}>{saidOf(offer)}</span>
          {offer.wrapped !== null && (
            <Button kind="quiet" icon={WrapText} onClick={() => offers.join(false)}>
              Join <Keys shortcut={JOIN} />
            </Button>
          )}
          {hyphens > 0 && (
            <Button kind="quiet" icon={WrapText} onClick={() => offers.join(true)}>
              Join without hyphens
            </Button>
          )}
          {offer.markup !== null && (
            <Button
              kind="quiet"
              icon={offer.markup === 'list' ? List : Pilcrow}
              onClick={() => void offers.format()}
            >
              {offer.markup === 'list' ? 'Make a list' : 'Format'} <Keys shortcut={FORMAT} />
            </Button>
          )}
          <IconButton icon={X} label="Leave the text as it is" onClick={() => offers.dismiss()} />
        </div>
      )}
    </output>
  );
}

function saidOf({ wrapped, markup }: { wrapped: unknown; markup: 'markdown' | 'list' | null }): string {
  if (wrapped !== null) return 'Lines are broken as on a page';
  return markup === 'list' ? 'This reads as a list' : 'This is Markdown';
}
