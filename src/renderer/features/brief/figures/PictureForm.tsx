import { MAX_SHARE, MIN_SHARE } from '#domain/document/figures.ts';
import { $insertCaption } from '#editor/figure/captions.ts';
import { $isPictureNode, type PictureNode, type PictureSettings } from '#editor/figure/PictureNode.ts';
import { $selectPicture } from '#editor/figure/pictures.ts';
import { $getNodeByKey, type LexicalEditor, type NodeKey } from 'lexical';
import { type KeyboardEvent, type SubmitEvent, useId, useRef, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { classNames } from '../../../ui/classNames.ts';
import field from '../../../ui/field.module.css';
import popovers from '../popovers.module.css';
import styles from './pictureForm.module.css';

interface PictureFormProps {
  editor: LexicalEditor;
  pictureKey: NodeKey;
  picture: PictureSettings;
  onClose: () => void;
}

/** What a picture says to who does not see it, and how wide it is. */
export function PictureForm({ editor, pictureKey, picture, onClose }: PictureFormProps) {
  const [alt, setAlt] = useState(picture.alt);
  const [decorative, setDecorative] = useState(picture.decorative);
  const [share, setShare] = useState(String(picture.share));
  const hint = useId();
  const form = useRef<HTMLFormElement>(null);

  const change = ($then: (node: PictureNode) => void): void => {
    onClose();
    editor.update(() => {
      const node = $getNodeByKey(pictureKey);
      if (!$isPictureNode(node)) return;
      const width = Number(share);
      node.change({
        alt: alt.replaceAll(/\s+/gu, ' ').trim(),
        decorative,
        ...(Number.isFinite(width) && width > 0 ? { share: width } : {}),
      });
      $selectPicture(node);
      $then(node);
    });
    editor.focus();
  };
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    change(() => {});
  };
  /** A description is one line: Enter is done with it. */
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    form.current?.requestSubmit();
  };
  return (
    <form ref={form} className={popovers.form} onSubmit={submit} aria-label="Picture">
      <div className={field.field}>
        <label className={field.label} htmlFor={`${hint}-text`}>
          Alternative text
        </label>
        <textarea
          id={`${hint}-text`}
          className={field.input}
          value={alt}
          rows={3}
          disabled={decorative}
          aria-describedby={hint}
          placeholder="What a reader who cannot see it has to know"
          onChange={(event) => setAlt(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <span id={hint} className={styles.hint}>
          Read aloud by screen readers and printed nowhere.
        </span>
      </div>
      <label className={styles.choice}>
        <input
          type="checkbox"
          checked={decorative}
          onChange={(event) => setDecorative(event.target.checked)}
        />
        Decorative: says nothing that the text does not
      </label>
      <label className={classNames(field.field, styles.width)}>
        <span className={field.label}>Width, % of the text</span>
        <input
          className={field.input}
          type="number"
          min={MIN_SHARE}
          max={MAX_SHARE}
          value={share}
          onChange={(event) => setShare(event.target.value)}
        />
      </label>
      <div className={popovers.actions}>
        <Button kind="quiet" onClick={() => change(() => void $insertCaption())}>
          Caption
        </Button>
        <span className={popovers.grow} />
        <Button onClick={onClose}>Cancel</Button>
        <Button kind="primary" type="submit">
          Done
        </Button>
      </div>
    </form>
  );
}
