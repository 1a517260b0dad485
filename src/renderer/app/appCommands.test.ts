import { expect, it, vi } from 'vitest';
import { MENU_COMMANDS } from '#contract/menu.ts';

vi.stubGlobal('window', { dossier: {} });
const { appCommands } = await import('./appCommands.ts');
const { registerCommands } = await import('./commands.ts');

it('holds every command that a native menu asks for', () => {
  const ids = appCommands().map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining([...MENU_COMMANDS]));
});

it('claims no id and no keys twice', () => {
  expect(() => registerCommands(appCommands())).not.toThrow();
});
