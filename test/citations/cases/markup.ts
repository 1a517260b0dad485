/** Formatted text as the cases write it: *italic*, **bold**, and other marks as {superscript: 2}. */
import type { RichText } from '#domain/citation.ts';

export function markup(content: RichText): string {
  return content.map(({ text, marks = [] }) => marks.reduce(marked, text)).join('');
}

function marked(text: string, mark: string): string {
  if (mark === 'italic') return `*${text}*`;
  return mark === 'bold' ? `**${text}**` : `{${mark}: ${text}}`;
}
