/** A picture that the library keeps: a block of its own, drawn without React. */
import { MAX_SHARE, MIN_SHARE, PICTURE_TYPE } from '#domain/document/figures.ts';
import {
  $create,
  $getDocument,
  $getState,
  $setState,
  createState,
  DecoratorNode,
  type DOMExportOutput,
  type EditorConfig,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { copiedPicture, createPicture, drawPicture } from './pictureView.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const positive = (value: unknown): number =>
  typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : 1;

const sha256State = createState('sha256', { parse: text });
const widthState = createState('width', { parse: positive });
const heightState = createState('height', { parse: positive });
const shareState = createState('share', {
  parse: (value) => clampShare(value === undefined ? MAX_SHARE : positive(value)),
});
const altState = createState('alt', { parse: text });
const decorativeState = createState('decorative', { parse: (value) => value === true });

/** A picture as the library gave it. */
export interface KeptPicture {
  sha256: string;
  /** Pixels. */
  width: number;
  height: number;
}

/** What the analyst has set of it. */
export interface PictureSettings {
  /** Width, in whole hundredths of the text's. */
  share: number;
  /** For who does not see it; empty where nobody has written it yet. */
  alt: string;
  /** It says nothing that the text does not. */
  decorative: boolean;
}

export class PictureNode extends DecoratorNode<null> {
  override $config() {
    return this.config(PICTURE_TYPE, {
      extends: DecoratorNode,
      stateConfigs: [sha256State, widthState, heightState, shareState, altState, decorativeState].map(
        (stateConfig) => ({ flat: true, stateConfig }),
      ),
    });
  }

  getPicture(): KeptPicture & PictureSettings {
    return {
      sha256: $getState(this, sha256State),
      width: $getState(this, widthState),
      height: $getState(this, heightState),
      share: $getState(this, shareState),
      alt: $getState(this, altState),
      decorative: $getState(this, decorativeState),
    };
  }

  setPicture({ sha256, width, height }: KeptPicture): this {
    $setState(this, sha256State, sha256);
    $setState(this, widthState, width);
    return $setState(this, heightState, height);
  }

  change({ share, alt, decorative }: Partial<PictureSettings>): this {
    if (share !== undefined) $setState(this, shareState, clampShare(share));
    if (alt !== undefined) $setState(this, altState, alt);
    if (decorative !== undefined) $setState(this, decorativeState, decorative);
    return this.getWritable();
  }

  override createDOM(): HTMLElement {
    const element = createPicture($getDocument());
    drawPicture(element, this.getPicture());
    return element;
  }

  override updateDOM(_previous: this, element: HTMLElement, _config: EditorConfig): false {
    drawPicture(element, this.getPicture());
    return false;
  }

  /** For other applications: the picture itself, as they cannot reach ours. */
  override exportDOM(editor: LexicalEditor): DOMExportOutput {
    return { element: copiedPicture(editor.getElementByKey(this.getKey()), this.getPicture()) };
  }

  override decorate(): null {
    return null;
  }

  override isInline(): false {
    return false;
  }
}

export function clampShare(share: number): number {
  return Math.min(MAX_SHARE, Math.max(MIN_SHARE, Math.round(share)));
}

/** The text's width in pixels of a picture that is shown as large as it is: 150 mm at 96 to the inch. */
const TEXT_PIXELS = 567;

/** In hundredths of the text's width, from pixels. */
export function shareOf(width: number): number {
  return (width / TEXT_PIXELS) * MAX_SHARE;
}

/** As wide as it is, up to the width of the text. */
export function $createPictureNode(
  picture: KeptPicture,
  settings: Partial<PictureSettings> = {},
): PictureNode {
  return $create(PictureNode)
    .setPicture(picture)
    .change({ share: shareOf(picture.width), ...settings });
}

export function $isPictureNode(node: LexicalNode | null | undefined): node is PictureNode {
  return node instanceof PictureNode;
}
