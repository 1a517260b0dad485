/** Captions of pictures: lines that end with a credit. */
import { type DraftBlock, plainBlock } from '../content/draft.ts';

const CREDIT = [
  // "…to 1945Image: Jung Yeon-je via REUTERS"
  /(?:image|photos?|photograph|picture|credit|photo credit|image credit|foto(?:ğraf)?|bild|crédit(?: photo)?|copyright|사진|写真)\s*[:：=]\s*[^:]{2,80}$/iu,
  /\((?:photo|image|picture|foto|사진|写真)\b[^()]{2,80}\)\.?$/iu,
  /\[(?:photo|image|picture|foto|사진|写真)\b[^[\]]{2,80}\]$/iu,
  /(?:©|\(c\))\s*\S[^.]{1,60}$/iu,
  /\bREUTERS\/\p{Lu}|\|\s*[^|]{2,40}\/(?:AP|AFP|EPA|Reuters|Getty.{0,10}|Bloomberg)$/u,
  /\.\s[^.。]{2,30}\s제공$/u,
  /\b(?:getty images|shutterstock|alamy|afp|epa-efe|ap photo)\b[^.]{0,20}$/iu,
];

/** UTF-16 units at a line's end within which its credit stands. */
const LONGEST_CREDIT = 120;
const LABEL =
  /^(?:figure|fig\.|chart|map|photo|image|picture|abbildung|şekil|harita|그림|図)\s*\d*\s*[:.：]\s/iu;

/** Between a caption and the credit that a page sets beside it: copying brings no space along. */
const GLUED_CREDIT =
  /(?<=[\p{Ll}\p{N}.,!?)\]”"’»])(?=(?:Images?|Photos?|Photograph|Picture|(?:Photo |Image )?[Cc]redit|Foto(?:ğraf)?|Bild|Crédit(?: photo)?|Copyright)\s*[:=]\s*[^:]{2,80}$)/u;

export function captionBlock(line: string): DraftBlock {
  return plainBlock('caption', line.replace(GLUED_CREDIT, ' '));
}

export function isCaption(line: string): boolean {
  const end = line.slice(-LONGEST_CREDIT);
  return LABEL.test(line) || CREDIT.some((pattern) => pattern.test(end));
}
