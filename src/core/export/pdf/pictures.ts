/** Finds and replaces the pictures in the data of a brief. */
import type { TypstBlock, TypstDocument } from './typstData.ts';
import type { TypstPicture } from './typstFigures.ts';

/** Each picture once. */
export function picturesOf(document: TypstDocument): TypstPicture[] {
  const found = new Map<string, TypstPicture>();
  const visit = (member: unknown): void => {
    if (typeof member !== 'object' || member === null) return;
    if (isBlock(member) && member.t === 'pic') found.set(member.sha256, member);
    Object.values(member).forEach(visit);
  };
  visit(document.body);
  return [...found.values()];
}

/** `document` with words in place of some pictures. */
export function withoutPictures(document: TypstDocument, sha256s: readonly string[]): TypstDocument {
  if (sha256s.length === 0) return document;
  const gone = new Set(sha256s);
  const instead = (member: unknown): TypstBlock[] | null => {
    if (!isBlock(member)) return null;
    const picture = member.t === 'fig' ? member.b[0] : member;
    if (picture.t !== 'pic' || !gone.has(picture.sha256)) return null;
    const words: TypstBlock = { t: 'p', c: [{ t: 'x', s: picture.missing }] };
    return member.t === 'fig' ? [words, { t: 'p', c: member.c }] : [words];
  };
  const visit = (member: unknown): unknown => {
    if (Array.isArray(member)) return member.flatMap((inner) => instead(inner) ?? [visit(inner)]);
    if (typeof member !== 'object' || member === null) return member;
    return Object.fromEntries(Object.entries(member).map(([key, inner]) => [key, visit(inner)]));
  };
  const pictures = document.pictures.filter((sha256) => !gone.has(sha256));
  return { ...document, pictures, body: visit(document.body) as TypstBlock[] };
}

function isBlock(member: unknown): member is TypstBlock {
  return typeof member === 'object' && member !== null && 't' in member;
}
