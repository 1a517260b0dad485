import { expect, it, vi } from 'vitest';

vi.stubGlobal('window', { dossier: {} });
const { DEFAULT_SETTINGS, readSettings } = await import('./settings.ts');

it('reads stored preferences and leaves what does not fit at its default', () => {
  expect(
    readSettings({
      'ui.theme': 'dark',
      'ui.libraryWidth': 'wide',
      'ui.readerWidth': -5,
      'ui.showReader': false,
      'ui.lastBrief': 7,
      'ui.lastArticle': 1.5,
      other: true,
    }),
  ).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', showReader: false, lastBrief: 7 });
});
