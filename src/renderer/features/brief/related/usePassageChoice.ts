import { useEffect, useEffectEvent } from 'react';
import { type Command, registerCommands } from '../../../app/commands.ts';
import { type PassageChoice, passageChoice } from '../../../app/passageChoice.ts';
import { onMac } from '../../../ui/Keys.tsx';
import { SIDE_PANEL } from '../panels/sidePanelId.ts';

/** From the text, where the arrows alone move the caret. On a Mac they do so with Option, too. */
export const NEXT_SHORTCUT = onMac ? 'Ctrl+Alt+ArrowDown' : 'Alt+ArrowDown';
const PREVIOUS_SHORTCUT = onMac ? 'Ctrl+Alt+ArrowUp' : 'Alt+ArrowUp';

/**
 * Offers a passage to the keys that quote and cite while the analyst is in the text or in the panel, and the keys that
 * choose another.
 */
export function usePassageChoice(choice: PassageChoice, step: (by: 1 | -1) => void): void {
  const latest = useEffectEvent(() => choice);
  const move = useEffectEvent(step);
  useEffect(() => {
    const both = document.getElementById(SIDE_PANEL)?.parentElement;
    const focused = document.activeElement;
    let here = focused === document.body || both?.contains(focused) === true;
    const onFocus = ({ target }: FocusEvent): void => {
      // A menu or the palette gives the focus back to where it was.
      if (
        !(target instanceof Element) ||
        target.closest('[role=dialog], [role=menu], [role=toolbar]') !== null
      )
        return;
      here = both?.contains(target) === true;
    };
    const current = (): PassageChoice | null => (here ? latest() : null);
    const commandOf = (by: 1 | -1): Command => ({
      id: by > 0 ? 'related.next' : 'related.previous',
      title: `Choose the ${by > 0 ? 'next' : 'previous'} related passage`,
      group: 'Insert',
      shortcut: by > 0 ? NEXT_SHORTCUT : PREVIOUS_SHORTCUT,
      enabled: () => current() !== null,
      run: () => move(by),
    });
    document.addEventListener('focusin', onFocus);
    passageChoice.set(() => current);
    const stop = registerCommands([commandOf(1), commandOf(-1)]);
    return () => {
      document.removeEventListener('focusin', onFocus);
      passageChoice.set(() => () => null);
      stop();
    };
  }, []);
}
