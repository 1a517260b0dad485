/** Shortcuts as commands name them: `Mod+Shift+K`, where Mod is Command on a Mac and Control elsewhere. */

const MODIFIERS = ['Mod', 'Ctrl', 'Alt', 'Shift'] as const;

/** What the keys of these names write, alone, with Shift, and with Option on a Mac. */
const SIGN_KEYS: Record<string, string> = { Plus: '+=≠±', Minus: '-–' };

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
 * Whether a key press is the shortcut. With Alt, letters and digits are compared by their place on the
 * keyboard as well, since Option composes characters on a Mac.
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
  const codes = [`Key${key.toUpperCase()}`, `Digit${key}`];
  return press.altKey && key.length === 1 && codes.includes(press.code);
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
