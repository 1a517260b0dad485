/** Text as TeX reads it, in UTF-8. */
import { type TitleMark, type TitlePart, titleParts } from '#domain/titleMarkup.ts';

const ESCAPES: Record<string, string> = {
  '{': '\\{',
  '}': '\\}',
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '%': '\\%',
  '&': '\\&',
  _: '\\_',
  '#': '\\#',
  $: '\\$',
};

/** The words themselves: no sign of them is a command, a dash or a quotation mark of TeX. */
export function texText(text: string): string {
  return text
    .replaceAll(/[{}\\~^%&_#$]/gu, (sign) => ESCAPES[sign]!)
    .replaceAll(/--+/gu, (dashes) => dashes.split('').join('{}'))
    .replaceAll(/''+|``+/gu, (marks) => marks.split('').join('{}'));
}

const COMMANDS: Readonly<Record<TitleMark, string>> = {
  italic: '\\emph',
  bold: '\\textbf',
  superscript: '\\textsuperscript',
  subscript: '\\textsubscript',
  smallcaps: '\\textsc',
  nocase: '',
};

/** A title in the mark-up of CSL. */
export function texTitle(markup: string): string {
  return texParts(titleParts(markup));
}

function texParts(parts: readonly TitlePart[]): string {
  return parts
    .map((part) =>
      typeof part === 'string' ? texWords(part) : `${COMMANDS[part.mark]}{${texParts(part.parts)}}`,
    )
    .join('');
}

/**
 * Words with a capital inside or of one letter and more than that (`NATO`, `iPhone`, `COVID-19`) are kept from styles
 * that set titles in small letters.
 */
function texWords(text: string): string {
  return text
    .split(/(\s+)/u)
    .map((word) => (/\S\p{Lu}/u.test(word) ? `{${texText(word)}}` : texText(word)))
    .join('');
}

/** Paragraphs are parted by an empty line. */
export function texParagraphs(text: string): string {
  return text
    .split('\n')
    .map((paragraph) => texText(paragraph))
    .join('\n\n');
}
