import { ArrowLeft } from 'lucide-react';
import { IconButton } from '../../ui/Button.tsx';
import { relatedTo } from './searchState.ts';
import styles from './found.module.css';

const LONGEST = 120;

/** Says what the passages below are related to, and leads back to the search or the list. */
export function RelatedHead({ text }: { text: string }) {
  const characters = Array.from(text.replaceAll(/\s+/gu, ' ').trim());
  const short =
    characters.length <= LONGEST
      ? characters.join('')
      : `${characters.slice(0, LONGEST).join('').trimEnd()}…`;
  return (
    <div className={styles.related}>
      <IconButton icon={ArrowLeft} label="Back" onClick={() => relatedTo.set(null)} />
      <h3>
        Passages related to <q dir="auto">{short}</q>
      </h3>
    </div>
  );
}
