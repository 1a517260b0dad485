/** The marking of a page: at the top and bottom of the window, and of every sheet where the page is printed. */
import type { Banner } from '#domain/marking.ts';
import { escaped, tag } from './tags.ts';

export function bannerHtml(banner: Banner | null, side: 'top' | 'bottom'): string {
  if (banner === null) return '';
  const style = `background: ${banner.colour}; color: ${banner.ink}`;
  return `${tag('div', { class: `banner ${side}`, role: 'note', style }, escaped(banner.text))}\n`;
}

/** Margin boxes of CSS Paged Media; where a browser knows none, the bands of the window are printed as they stand. */
export function bannerStyle(banner: Banner | null): string {
  if (banner === null) return '';
  const box = `content: "${cssText(banner.text)}"; color: ${banner.ink}; background: ${banner.colour}; font: 600 9pt system-ui, sans-serif; height: 6mm; margin-block: auto; print-color-adjust: exact;`;
  return `@media print {
  .banner { position: static; }
  @page { @top-center { ${box} } @bottom-center { ${box} } }
}
`;
}

/** Words inside a string of a style sheet: what is no letter or digit by its number (CSS Syntax 3, 4.3.7). */
function cssText(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N} ]/gu, (char) => `\\${char.codePointAt(0)!.toString(16)} `);
}
