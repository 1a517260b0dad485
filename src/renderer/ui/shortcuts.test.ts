import { describe, expect, it } from 'vitest';
import { ariaShortcut, type KeyPress, matchesShortcut, shortcutKeys } from './shortcuts.ts';

const press = (key: string, modifiers: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: `Key${key.toUpperCase()}`,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...modifiers,
});

describe('matchesShortcut', () => {
  it('takes Mod as Command on a Mac and as Control elsewhere', () => {
    expect(matchesShortcut('Mod+N', press('n', { ctrlKey: true }), false)).toBe(true);
    expect(matchesShortcut('Mod+N', press('n', { metaKey: true }), false)).toBe(false);
    expect(matchesShortcut('Mod+N', press('n', { metaKey: true }), true)).toBe(true);
    expect(matchesShortcut('Mod+N', press('n', { ctrlKey: true }), true)).toBe(false);
  });

  it('wants exactly the modifiers that are named', () => {
    expect(matchesShortcut('Mod+Shift+P', press('P', { ctrlKey: true, shiftKey: true }), false)).toBe(true);
    expect(matchesShortcut('Mod+P', press('P', { ctrlKey: true, shiftKey: true }), false)).toBe(false);
    expect(matchesShortcut('Mod+P', press('p', { ctrlKey: true, altKey: true }), false)).toBe(false);
    expect(matchesShortcut('F6', press('F6'), false)).toBe(true);
  });

  it('finds Alt and a letter where the keyboard composes another character', () => {
    expect(matchesShortcut('Alt+Q', press('œ', { altKey: true, code: 'KeyQ' }), true)).toBe(true);
    expect(matchesShortcut('Alt+Q', press('ç', { altKey: true, code: 'KeyC' }), true)).toBe(false);
  });
});

it('finds keys by their place on keyboards that cannot write them', () => {
  const ctrl = { ctrlKey: true };
  expect(matchesShortcut('Mod+B', press('и', { ...ctrl, code: 'KeyB' }), false), 'Russian').toBe(true);
  expect(matchesShortcut('Mod+.', press('ץ', { ...ctrl, code: 'Period' }), false), 'Hebrew').toBe(true);
  expect(matchesShortcut('Mod+A', press('q', { ...ctrl, code: 'KeyA' }), false), 'French').toBe(false);
  expect(matchesShortcut('Mod+B', press('b', { code: 'KeyB' }), false)).toBe(false);
  const digit = { ...ctrl, shiftKey: true, code: 'Digit9' };
  expect(matchesShortcut('Mod+Shift+9', press('(', digit), false), 'English').toBe(true);
  expect(matchesShortcut('Mod+Shift+9', press(')', digit), false), 'German').toBe(true);
  expect(matchesShortcut('Mod+\\', press('#', { ...ctrl, code: 'Backslash' }), false), 'German').toBe(true);
});

it('finds plus and minus on every keyboard', () => {
  const held = { ctrlKey: true, altKey: true };
  expect(matchesShortcut('Mod+Alt+Plus', press('=', held), false)).toBe(true);
  expect(matchesShortcut('Mod+Alt+Plus', press('+', { ...held, shiftKey: true }), false)).toBe(true);
  expect(matchesShortcut('Mod+Alt+Plus', press('≠', { metaKey: true, altKey: true }), true)).toBe(true);
  expect(matchesShortcut('Mod+Alt+Minus', press('-', held), false)).toBe(true);
  expect(matchesShortcut('Mod+Alt+Minus', press('-', { ctrlKey: true }), false)).toBe(false);
});

it('writes shortcuts as the platform does', () => {
  expect(shortcutKeys('Mod+Shift+F', false)).toEqual(['Ctrl', 'Shift', 'F']);
  expect(shortcutKeys('Mod+Shift+F', true)).toEqual(['⌘', '⇧', 'F']);
  expect(ariaShortcut('Mod+Shift+F', false)).toBe('Control+Shift+F');
});
