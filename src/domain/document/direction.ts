/** Which way a text is read: what a block was given, else as its words say, as `dir="auto"` does in HTML. */
import type { Block, Direction, Inline } from './ast.ts';
import { blocksInside } from './inside.ts';

/** Scripts that are written from right to left: the blocks of Unicode that are reserved for them. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
/** Letters, and the marks that stand for one (UAX 9: LRM, RLM and ALM). */
const STRONG = /\p{L}|[\u200E\u200F\u061C]/u;

/** That of the first letter; null in a text without any. */
export function textDirection(text: string): Direction | null {
  const [first] = STRONG.exec(text) ?? [];
  if (first === undefined) return null;
  return first === '\u200F' || RIGHT_TO_LEFT.test(first) ? 'rtl' : 'ltr';
}

/** Scripts that are read from right to left, by their names in ISO 15924. */
const SCRIPTS = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa']);

/** By language: asked with every key, and a locale takes a tenth of a millisecond to make. */
const known = new Map<string, Direction>();

/** `language` is BCP 47. */
export function languageDirection(language: string): Direction {
  const direction = known.get(language) ?? directionOf(language);
  known.set(language, direction);
  return direction;
}

function directionOf(language: string): Direction {
  try {
    return SCRIPTS.has(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'ltr';
  } catch {
    return 'ltr';
  }
}

/** The direction of a block in a brief whose language is read in `base`. */
export function blockDirection(block: Block, base: Direction): Direction {
  return ownDirection(block) ?? base;
}

function ownDirection(block: Block): Direction | null {
  if (block.type === 'code') return 'ltr';
  if ('dir' in block && block.dir !== undefined) return block.dir;
  if (block.type === 'paragraph' || block.type === 'heading' || block.type === 'caption')
    return textDirection(plain(block.children));
  for (const inner of blocksInside(block)) {
    const found = inner.type === 'code' ? null : ownDirection(inner);
    if (found !== null) return found;
  }
  return null;
}

/** Without citations and references, which are read by themselves. */
function plain(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.type === 'text') return inline.text;
      return inline.type === 'link' ? plain(inline.children) : '';
    })
    .join('');
}
