import { afterEach, expect, test } from 'vitest';
import { installStandInHost } from './standInHost.ts';

installStandInHost();
const { registerCommands } = await import('#renderer/app/commands.ts');
const { listenForShortcuts } = await import('#renderer/app/keyboard.ts');

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

function pressed(modifiers: KeyboardEventInit): { run: boolean; prevented: boolean } {
  let run = false;
  stops.push(
    registerCommands([
      { id: 'a.b', title: 'Braces', group: 'Test', shortcut: 'Mod+Alt+0', run: () => void (run = true) },
    ]),
    listenForShortcuts(false),
  );
  const event = new KeyboardEvent('keydown', {
    key: '}',
    code: 'Digit0',
    ctrlKey: true,
    altKey: true,
    bubbles: true,
    cancelable: true,
    ...modifiers,
  });
  document.body.dispatchEvent(event);
  return { run, prevented: event.defaultPrevented };
}

test('a shortcut of Control and Alt is found by the place of its key', () => {
  expect(pressed({})).toEqual({ run: true, prevented: true });
});

test('a character that is written with AltGr is no shortcut', () => {
  expect(pressed({ modifierAltGraph: true })).toEqual({ run: false, prevented: false });
});
