/** Pictures of pasted text, once the library has them or will not. Only inside an update. */
import {
  $createParagraphNode,
  $createTextNode,
  $getEditor,
  $getNearestNodeFromDOMNode,
  $isElementNode,
} from 'lexical';
import { $isPictureNode, type KeptPicture, type PictureNode, shareOf } from '../figure/PictureNode.ts';
import { $isFootnotesNode } from '../footnote/FootnoteNode.ts';
import type { PastedPicture } from './pictures.ts';

/** Shows a picture where it was pasted, as wide as it was there. */
export function $placePasted({ placeholder, width }: PastedPicture, kept: KeptPicture): void {
  for (const picture of $waiting(placeholder))
    picture.setPicture(kept).change({ share: shareOf(width ?? kept.width) });
}

/** Leaves the description of a picture that cannot be shown. */
export function $describePasted({ placeholder, alt }: PastedPicture): void {
  for (const picture of $waiting(placeholder)) {
    const paragraph = $createParagraphNode();
    if (alt !== '') paragraph.append($createTextNode(`[${alt}]`));
    const next = picture.getNextSibling();
    const isNeeded = alt !== '' || !$isElementNode(next) || $isFootnotesNode(next);
    if (isNeeded) picture.replace(paragraph);
    else picture.remove();
  }
}

function $waiting(placeholder: string): PictureNode[] {
  const elements = $getEditor().getRootElement()?.querySelectorAll('.picture') ?? [];
  return [...elements]
    .map((element) => $getNearestNodeFromDOMNode(element))
    .filter($isPictureNode)
    .filter((picture) => picture.getPicture().sha256 === placeholder);
}
