/** Fills in what no reader found: title, language, type, publication. */
import type { ArticleContent, ArticleMetadata } from '#domain/article.ts';
import type { CslItem, CslName } from '#domain/csl.ts';
import { tidyCharacters } from '../content/characters.ts';
import { asMetadata, type Found, offer } from './found.ts';
import { detectLanguage, languageTag, primaryLanguage } from './language.ts';
import { publisherOfUrl, typeByWording, typeOfPublication } from './publishers.ts';

/**
 * The metadata of an article; what had to be inferred is listed as unconfirmed. `otherwise` is the type where
 * nothing tells it.
 */
export function completeMetadata(
  found: Found,
  content: ArticleContent,
  fileName: string,
  otherwise: CslItem['type'],
): ArticleMetadata {
  if (offer(found, 'title', titleOfFile(fileName), true))
    found.messages.push('The file names no title: its file name stands in for it.');
  completeLanguage(found, content);
  completeDate(found);
  const { URL } = found.csl;
  if (URL !== undefined) offer(found, 'publisher', publisherOfUrl(URL), true);
  completeType(found, otherwise);
  completeContainer(found);
  tidyFields(found);
  const { title = '', type = 'document', ...rest } = found.csl;
  return asMetadata(found, { type, title, ...rest });
}

/** Text of metadata on one line, without what only steers how it is set or hides what it says. */
function tidyFields(found: Found): void {
  for (const [field, value] of Object.entries(found.csl)) {
    if (typeof value === 'string') Object.assign(found.csl, { [field]: tidyField(value) });
    else if (Array.isArray(value)) for (const name of value) if (typeof name === 'object') tidyName(name);
  }
}

function tidyName(name: CslName): void {
  for (const [part, value] of Object.entries(name))
    if (typeof value === 'string') Object.assign(name, { [part]: tidyField(value) });
}

/** Marks of embedding and isolation would turn what stands behind the field around. */
function tidyField(value: string): string {
  return tidyCharacters(value)
    .replace(/[\u202A-\u202E\u2066-\u2069]/gu, '')
    .replace(/[ \t\n\f\r]+/gu, ' ')
    .trim();
}

function titleOfFile(fileName: string): string {
  const stem = fileName.replace(/\.[^.]+$/u, '');
  return stem.replace(/[_-]+/gu, ' ').replace(/\s+/gu, ' ').trim() || fileName;
}

/** The date of a change is no date of publication, but often the only one. */
function completeDate(found: Found): void {
  const { revised } = found;
  if (revised === null || !offer(found, 'issued', revised.date.date, true)) return;
  found.messages.push(`The only date is that of the last change, “${revised.printed}”: it stands in.`);
}

/** A stated language holds unless the text is plainly in another: page templates often state a wrong one. */
function completeLanguage(found: Found, content: ArticleContent): void {
  const body = content.blocks
    .filter((block) => block.role === 'paragraph' || block.role === 'list-item' || block.role === 'quote')
    .map((block) => content.text.slice(block.start, block.end))
    .join('\n');
  const detected = detectLanguage(body === '' ? content.text : body);
  const stated = languageTag(found.csl.language ?? '');
  if (stated === null) delete found.csl.language;
  else found.csl.language = stated;
  if (detected === null) return;
  if (stated === null) offer(found, 'language', detected.code, true);
  else if (detected.reliable && !sameLanguage(primaryLanguage(stated), detected.code)) {
    found.csl.language = detected.code;
    found.inferred.add('language');
    found.messages.push(`The file says that its language is ${stated}, but it reads as ${detected.code}.`);
  }
}

/** Norwegian has two written forms under codes of their own. */
function sameLanguage(a: string, b: string): boolean {
  return withoutForm(a) === withoutForm(b);
}

function withoutForm(code: string): string {
  return code === 'nb' || code === 'nn' ? 'no' : code;
}

function completeType(found: Found, otherwise: CslItem['type']): void {
  const { csl } = found;
  const publication = csl['container-title'] ?? csl.publisher;
  const genre = csl.genre ?? '';
  const wording =
    publication === undefined ? null : (typeOfPublication(publication) ?? typeByWording(publication));
  offer(
    found,
    'type',
    typeOfGenre(genre) ?? typeOfTitle(csl.title ?? '') ?? wording ?? typeOfPlace(csl) ?? otherwise,
    true,
  );
}

/** What a title itself says: somebody speaks. */
function typeOfTitle(title: string): CslItem['type'] | null {
  return /^(?:transcript:?\s|full text:?\s)?(?:remarks|speech|address|statement) (?:by|of|to|at)\b/iu.test(
    title,
  )
    ? 'speech'
    : null;
}

function typeOfGenre(genre: string): CslItem['type'] | null {
  if (
    /\b(?:report|policy brief|working paper|white paper|briefing|issue brief|memo(?:randum)?)\b/iu.test(genre)
  )
    return 'report';
  if (/\bblog\b/iu.test(genre)) return 'post-weblog';
  if (/\b(?:speech|remarks|address)\b/iu.test(genre)) return 'speech';
  if (/\binterview\b/iu.test(genre)) return 'interview';
  return null;
}

function typeOfPlace(csl: Partial<CslItem>): CslItem['type'] | null {
  if (/\bblogs?\b|substack\.com|medium\.com|wordpress\.com/iu.test(csl.URL ?? '')) return 'post-weblog';
  const published = csl.URL ?? csl.publisher ?? csl['container-title'];
  return published === undefined ? null : 'webpage';
}

/** An article of a newspaper or magazine appeared in it: where only its publisher is known, it is both. */
function completeContainer(found: Found): void {
  const { csl } = found;
  const periodical =
    csl.type === 'article-newspaper' || csl.type === 'article-magazine' || csl.type === 'article-journal';
  if (periodical) offer(found, 'container-title', csl.publisher, found.inferred.has('publisher'));
}
