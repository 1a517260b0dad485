/** The style of a brief by the `.csl` file beside it. */
import type { Citations } from '../../citations/citations.ts';
import { styleForOthers } from '../../citations/otherProcessor.ts';
import type { LibraryStyle } from '../../citations/styles/styleLibrary.ts';

/**
 * The style of which the text was written for Pandoc; else the one that the text, or the name of its file, is called.
 * Null for one that is not here.
 */
export function styleOf(
  citations: Pick<Citations, 'styles'>,
  { text, name, language }: { text: string | null; name: string; language: string },
): LibraryStyle | null {
  const { list, find } = citations.styles;
  const own = text === null ? undefined : list().find((style) => writes(style, language, text));
  if (own !== undefined) return own;
  const id = /<id>\s*([^<]+?)\s*<\/id>/u.exec(text ?? '')?.[1];
  const stem = name.replace(/^.*[\\/]/u, '').replace(/\.csl$/u, '');
  return (id === undefined ? null : find(id)) ?? find(stem);
}

function writes(style: LibraryStyle, language: string, text: string): boolean {
  try {
    return styleForOthers(style.source, language).text === text;
  } catch {
    return false;
  }
}
