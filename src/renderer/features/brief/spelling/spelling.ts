/** Spelling follows the language of the brief, as far as this computer has what it takes. */
import type { SpellingAnswer } from '#contract/app.ts';
import { useEffect } from 'react';
import { client } from '../../../api/client.ts';
import type { Command } from '../../../app/commands.ts';
import { setSetting, settings } from '../../../app/settings.ts';
import { useStore } from '../../../app/store.ts';
import { notify, notifyError } from '../../../ui/toasts.ts';
import { languageName } from '../languages.ts';

/** Tells the host, and returns whether spelling is to be checked. */
export function useSpelling(language: string): boolean {
  const on = useStore(settings, ({ checkSpelling }) => checkSpelling);
  useEffect(() => {
    ask(on ? language : null).catch(() => undefined);
  }, [on, language]);
  return on;
}

function ask(language: string | null): Promise<SpellingAnswer> {
  return client.call('app.useSpelling', { language });
}

/** `language` is that of the brief at the time. */
export function spellingCommands(language: () => string): Command[] {
  return [
    {
      id: 'view.spelling',
      title: 'Check spelling, or not',
      group: 'View',
      // Word's key.
      shortcut: 'F7',
      enabled: () => true,
      run() {
        const on = !settings.get().checkSpelling;
        setSetting('checkSpelling', on);
        ask(on ? language() : null)
          .then((answer) => tell(on, language(), answer))
          .catch((error: unknown) => notifyError(error, 'Spelling cannot be checked'));
      },
    },
  ];
}

function tell(on: boolean, language: string, { by, folder }: SpellingAnswer): void {
  const name = languageName(language);
  const id = 'spelling';
  if (!on) notify({ id, title: 'Spelling is not checked' });
  else if (by === 'dictionary') notify({ id, title: `Spelling is checked: ${name}` });
  else if (by === 'none')
    notify({
      id,
      title: `There is no dictionary for ${name} on this computer`,
      description:
        folder === null
          ? undefined
          : `Dossier downloads none. Put one in Chromium’s form (.bdic) into ${folder} and start Dossier again.`,
      timeout: 0,
    });
  else
    notify({
      id,
      title: 'Spelling is checked',
      description: by === 'system' ? 'In the languages of your system.' : 'In the languages of your browser.',
    });
}
