/** How the words in an element of a pasted page are set: what stands for emphasis and meaning, and nothing else. */
import {
  IS_BOLD,
  IS_CODE,
  IS_ITALIC,
  IS_STRIKETHROUGH,
  IS_SUBSCRIPT,
  IS_SUPERSCRIPT,
  IS_UNDERLINE,
} from 'lexical';
import type { Style } from './line.ts';
import { cleanUrl } from './urls.ts';

const RAISED = IS_SUBSCRIPT | IS_SUPERSCRIPT;

const BY_TAG: Readonly<Record<string, number>> = {
  B: IS_BOLD,
  STRONG: IS_BOLD,
  I: IS_ITALIC,
  EM: IS_ITALIC,
  CITE: IS_ITALIC,
  DFN: IS_ITALIC,
  VAR: IS_ITALIC,
  U: IS_UNDERLINE,
  S: IS_STRIKETHROUGH,
  STRIKE: IS_STRIKETHROUGH,
  DEL: IS_STRIKETHROUGH,
  SUB: IS_SUBSCRIPT,
  SUP: IS_SUPERSCRIPT,
  CODE: IS_CODE,
  TT: IS_CODE,
  KBD: IS_CODE,
  SAMP: IS_CODE,
};

/** Blocks and cells of which `vertical-align` says where their contents stand, not how words are set. */
const PLACED = /^(?:TABLE|TBODY|THEAD|TFOOT|TR|TD|TH|COL|COLGROUP|IMG)$/u;

export function styleOf(element: HTMLElement, { format: around, url: outer, pre: kept }: Style): Style {
  const { tagName, style } = element;
  let format = around | (BY_TAG[tagName] ?? 0);
  const set = (bit: number, on: boolean): void => void (format = on ? format | bit : format & ~bit);
  const { fontWeight, fontStyle, whiteSpace } = style;
  if (fontWeight !== '') set(IS_BOLD, /^bold|^[6-9]00$/u.test(fontWeight));
  if (fontStyle !== '') set(IS_ITALIC, /^(?:italic|oblique)/u.test(fontStyle));
  const line = style.getPropertyValue('text-decoration-line') || style.getPropertyValue('text-decoration');
  if (line.includes('underline')) set(IS_UNDERLINE, true);
  else if (line !== '' && tagName === 'U') set(IS_UNDERLINE, (around & IS_UNDERLINE) !== 0);
  if (line.includes('line-through')) set(IS_STRIKETHROUGH, true);
  if (!PLACED.test(tagName)) {
    const { verticalAlign } = style;
    if (verticalAlign === 'super' || verticalAlign === 'sub') {
      set(RAISED, false);
      set(verticalAlign === 'super' ? IS_SUPERSCRIPT : IS_SUBSCRIPT, true);
    } else if (verticalAlign === 'baseline') set(RAISED, false);
  }
  const url = tagName === 'A' ? (cleanUrl(element) ?? outer) : outer;
  // Every program draws a line under its links.
  if (url !== null) set(IS_UNDERLINE, false);
  const pre = whiteSpace === '' ? kept || tagName === 'PRE' : /^(?:pre|break-spaces)/u.test(whiteSpace);
  return { format, url, pre };
}
