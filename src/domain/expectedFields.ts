/** What a good citation of each kind of source says, and what of that is missing. */
import type { CslField } from './csl.ts';
import type { CslType } from './cslLabels.ts';

/** One of these is enough. */
type Expected = CslField | readonly CslField[];

/**
 * By the four questions of the APA's manual (7th edition, 9.4: who, when, what, where), with what the Chicago Manual
 * of Style (17th edition, 14.100–14.305) asks of a kind of source besides. The title is not among them: an article
 * always has one. Fields that only some sources have (a volume of a magazine, the edition of a book) are not either.
 */
const EXPECTED: Partial<Record<CslType, readonly Expected[]>> = {
  article: ['author', 'issued', ['DOI', 'URL', 'publisher', 'number']],
  'article-journal': ['author', 'container-title', 'issued', 'volume', ['page', 'number', 'DOI']],
  'article-magazine': ['container-title', 'issued'],
  'article-newspaper': ['container-title', 'issued'],
  bill: ['number', 'authority', 'issued'],
  book: [['author', 'editor'], 'publisher', 'issued'],
  broadcast: [['container-title', 'publisher'], 'issued'],
  chapter: ['author', 'container-title', 'editor', 'page', 'publisher', 'issued'],
  classic: ['author'],
  dataset: [['author', 'publisher'], 'issued', ['DOI', 'URL']],
  entry: ['container-title', ['issued', 'accessed', 'edition']],
  'entry-dictionary': ['container-title', ['issued', 'accessed', 'edition']],
  'entry-encyclopedia': ['container-title', ['issued', 'accessed', 'edition']],
  hearing: ['authority', 'issued'],
  interview: ['author', 'interviewer', 'issued'],
  legal_case: ['authority', 'issued', ['number', 'container-title']],
  legislation: [['container-title', 'number'], 'issued'],
  manuscript: ['author', 'issued', ['archive', 'archive_location', 'publisher']],
  motion_picture: [['director', 'author', 'producer'], ['publisher', 'URL'], 'issued'],
  'paper-conference': ['author', ['container-title', 'event-title'], 'issued'],
  patent: ['author', 'number', 'authority', 'issued'],
  periodical: ['issued'],
  personal_communication: ['author', 'recipient', 'issued'],
  post: ['author', 'container-title', 'issued', 'URL'],
  'post-weblog': ['author', 'container-title', 'issued', 'URL'],
  regulation: [['container-title', 'number'], 'authority', 'issued'],
  report: [['author', 'publisher'], 'issued'],
  review: ['author', 'container-title', 'issued'],
  'review-book': ['author', 'container-title', 'issued'],
  speech: ['author', ['event-title', 'event-place'], 'issued'],
  standard: ['number', ['author', 'publisher'], 'issued'],
  thesis: ['author', 'publisher', 'genre', 'issued'],
  treaty: ['issued', 'container-title'],
  webpage: [['author', 'container-title', 'publisher'], 'URL', ['issued', 'accessed']],
};
const OF_OTHERS: readonly Expected[] = [['author', 'publisher'], 'issued'];

/**
 * The fields that citations of this kind of source usually have and that hold nothing; of several of which one is
 * enough, the first. With `isPrinted` only what a style prints of this kind of source: a field that is filled and not
 * printed does not stand for one that is.
 */
export function missingFields<F extends CslField>(
  type: CslType,
  isFilled: (field: F) => boolean,
  isPrinted: (field: F) => boolean = () => true,
): F[] {
  return (EXPECTED[type] ?? OF_OTHERS).flatMap((expected) => {
    const choices = (typeof expected === 'string' ? [expected] : expected) as readonly F[];
    const printed = choices.filter((field) => isPrinted(field));
    return printed.some((field) => isFilled(field)) ? [] : printed.slice(0, 1);
  });
}
