/** The properties that programs write into files: often those of a template, of a computer, or of another file. */
import { metadataDate } from './dates.ts';
import { type Found, offer } from './found.ts';
import { readNames } from './names.ts';
import { folded } from './front.ts';

const NO_TITLE =
  /^microsoft (?:word|powerpoint|excel)\b|^untitled|^(?:document|slide|layout|template|title|print)\s*\d*$|\.(?:docx?|pdf|indd|qxp|tex|dvi|rtf|pptx?|odt|pages|wpd|html?|md|txt)$|^[^\s]*[_\d][^\s]*$|^[\0-\x7f]{0,3}$/iu;
const NO_AUTHOR =
  /^(?:user|users?\d*|admin(?:istrator)?|owner|author|unknown|anonymous|guest|root|pc|home|default|test|microsoft.*|.*\buser\b.*)$|^[a-z]+\d*$|@|\\/iu;
/** UTF-16 units. */
const LONGEST_TITLE = 300;

/** Names of files and of templates stand where titles should. */
export function isTitle(text: string): boolean {
  return !NO_TITLE.test(text) && text.length < LONGEST_TITLE;
}

/**
 * Offers who the file says wrote it, where that is no name of a computer. Names that `text`, the start of the
 * document, does not show are inferred: the file may have been another's.
 */
export function offerAuthors(found: Found, stated: string[], text: string): void {
  const names = stated
    .flatMap((name) => name.split(/\s*;\s*/u))
    .filter((name) => name.trim() !== '' && !NO_AUTHOR.test(name.trim()))
    .flatMap((name) => readNames(name));
  const start = folded(text);
  const shown = names.every(({ family, literal }) => start.includes(folded(family ?? literal ?? '')));
  offer(found, 'author', names, !shown);
}

/** Offers the day on which the file was made, ISO 8601: it stands in for that of publication until somebody looks. */
export function offerFileDate(found: Found, made: string | undefined): void {
  const read = made === undefined ? null : metadataDate(made);
  // The epoch is what programs write that want the same bytes each time.
  if (read === null || made!.startsWith('1970-01-01') || made!.startsWith('1980-01-01')) return;
  if (offer(found, 'issued', read.date, true))
    found.messages.push('The date is the day on which the file was made; check when it was published.');
}
