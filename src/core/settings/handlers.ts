/** Preferences of the interface, kept with the library. */
import type { FeatureOperations, Handlers } from '#contract/index.ts';
import type { CoreContext } from '../context.ts';

type Settings = Awaited<ReturnType<Handlers<'settings.get'>['settings.get']>>;

export function settingsHandlers({ db }: CoreContext): Handlers<FeatureOperations<'settings'>> {
  return {
    'settings.get': () => {
      const rows = db
        .prepare<[], { key: string; value: string }>('SELECT key, value FROM setting ORDER BY key')
        .all();
      return Object.fromEntries(rows.map(({ key, value }) => [key, JSON.parse(value) as Settings[string]]));
    },
    'settings.set': ({ key, value }) => {
      db.prepare(
        'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      ).run(key, JSON.stringify(value));
      return {};
    },
  };
}
