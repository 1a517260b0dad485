/** Shortcuts as commands name them: `Mod+Shift+K`, where Mod is Command on a Mac and Control elsewhere. */

const MODIFIERS = ['Mod', 'Ctrl', 'Alt', 'Shift'] as const;

/** What the keys of these names write, alone, with Shift, and with Option on a Mac. */
const SIGN_KEYS: Record<string, string> = { Plus: '+=≠±', Minus: '-–' };

/** Where a keyboard for English has the signs of shortcuts, by the names of `KeyboardEvent.code`. */
const SIGN_CODES: Record<string, string> = { '.': 'Period', ',': 'Comma', '\\': 'Backslash' };

/** The part of a KeyboardEvent that a shortcut is matched against. */
export interface KeyPress {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

export function isMac(platform: string): boolean {
  return /^(mac|ip(hone|ad|od))/i.test(platform);
}

/**
 * Whether a key press is the shortcut. Its place on the keyboard counts, too, where the key cannot write what the
 * shortcut names: Option composes characters on a Mac, Shift turns digits into signs, a keyboard for Greek or Hebrew
 * has no Latin letters, and many have no backslash but with AltGr.
 */
export function matchesShortcut(shortcut: string, press: KeyPress, mac: boolean): boolean {
  const parts = shortcut.split('+');
  const key = parts.at(-1)!;
  const wants = (modifier: (typeof MODIFIERS)[number]): boolean => parts.includes(modifier);
  const ctrl = wants('Ctrl') || (wants('Mod') && !mac);
  const meta = wants('Mod') && mac;
  if (press.ctrlKey !== ctrl || press.metaKey !== meta) return false;
  if (press.altKey !== wants('Alt')) return false;
  const signs = SIGN_KEYS[key];
  // Where a sign lies, and whether Shift writes it, is up to the keyboard.
  if (signs !== undefined) return press.key.length === 1 && signs.includes(press.key);
  if (press.shiftKey !== wants('Shift')) return false;
  if (press.key.toLowerCase() === key.toLowerCase()) return true;
  const codes = [`Key${key.toUpperCase()}`, `Digit${key}`, SIGN_CODES[key]];
  if (key.length !== 1 || !codes.includes(press.code)) return false;
  const isLatin = /^[\p{Script=Latin}\p{ASCII}]$/u.test(press.key);
  return press.altKey || !isLatin || key === '\\' || (press.shiftKey && press.code.startsWith('Digit'));
}

const MAC_SIGNS: Record<string, string> = {
  Mod: '⌘',
  Ctrl: '⌃',
  Alt: '⌥',
  Shift: '⇧',
  Enter: '↩',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Plus: '+',
  Minus: '−',
};
const OTHER_SIGNS: Record<string, string> = {
  Mod: 'Ctrl',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Plus: '+',
  Minus: '−',
};

/** The keys of a shortcut as people of the platform write them: `⇧ ⌘ K` or `Ctrl Shift K`. */
export function shortcutKeys(shortcut: string, mac: boolean): string[] {
  const signs = mac ? MAC_SIGNS : OTHER_SIGNS;
  return shortcut.split('+').map((part) => signs[part] ?? part);
}

/** A shortcut for `aria-keyshortcuts`, https://www.w3.org/TR/wai-aria-1.2/#aria-keyshortcuts */
export function ariaShortcut(shortcut: string, mac: boolean): string {
  return shortcut.replace('Mod', mac ? 'Meta' : 'Control').replace('Ctrl', 'Control');
}
