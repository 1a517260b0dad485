import { PictureNode } from '#editor/figure/PictureNode.ts';
import { undescribedPictures } from '#editor/figure/pictureView.ts';
import type { LexicalEditor } from 'lexical';
import { ImageOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { formatCount } from '../../../ui/numbers.ts';
import { describeNext } from './figureCommands.ts';

/** How many pictures have no alternative text; leads from one to the next. */
export function UndescribedPictures({ editor }: { editor: LexicalEditor }) {
  const [count, setCount] = useState(0);
  useEffect(
    () => editor.registerMutationListener(PictureNode, () => setCount(undescribedPictures(editor).length)),
    [editor],
  );
  if (count === 0) return null;
  return (
    <Button kind="quiet" icon={ImageOff} onClick={() => describeNext(editor)}>
      {formatCount(count)} {count === 1 ? 'picture' : 'pictures'} without alternative text
    </Button>
  );
}
