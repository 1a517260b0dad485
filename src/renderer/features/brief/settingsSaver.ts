/** What stands around the text of the open brief: changed at once, stored a moment later. */
import type { Brief, BriefSettings } from '#domain/brief.ts';
import { client } from '../../api/client.ts';
import { createStore, type Store } from '../../app/store.ts';

/** Milliseconds after the last change. */
const SAVE_AFTER = 600;

export interface SettingsSaver {
  current: Store<BriefSettings>;
  /** Why the last change is not stored. */
  error: Store<string | null>;
  change(settings: Partial<BriefSettings>): void;
  /** Takes over what was changed elsewhere, except for what was changed here and is not stored yet. */
  receive(settings: BriefSettings): void;
  /** Rejects where the change cannot be stored. */
  flush(): Promise<void>;
}

export function createSettingsSaver(brief: Brief): SettingsSaver {
  const current = createStore<BriefSettings>(settingsOf(brief));
  const error = createStore<string | null>(null);
  let waiting: Partial<BriefSettings> = {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  let saving: Promise<void> = Promise.resolve();

  const flush = (): Promise<void> => {
    clearTimeout(timer);
    saving = saving
      .catch(() => undefined)
      .then(async () => {
        const settings = waiting;
        if (Object.keys(settings).length === 0) return;
        waiting = {};
        try {
          await client.call('briefs.updateSettings', { id: brief.id, settings });
          error.set(null);
        } catch (reason) {
          waiting = { ...settings, ...waiting };
          error.set(reason instanceof Error ? reason.message : String(reason));
          throw reason;
        }
      });
    return saving;
  };

  return {
    current,
    error,
    change(settings) {
      current.set((before) => ({ ...before, ...settings }));
      waiting = { ...waiting, ...settings };
      clearTimeout(timer);
      timer = setTimeout(() => void flush().catch(() => undefined), SAVE_AFTER);
    },
    receive(settings) {
      const next = { ...settingsOf(settings), ...waiting };
      if (JSON.stringify(next) !== JSON.stringify(current.get())) current.set(next);
    },
    flush,
  };
}

function settingsOf({
  title,
  author,
  addressee,
  reference,
  keywords,
  date,
  language,
  styleId,
  marking,
  page,
}: BriefSettings): BriefSettings {
  return { title, author, addressee, reference, keywords, date, language, styleId, marking, page };
}
