/** A node of a type that this version does not know: shown as a placeholder, stored as it came. */
import type { StoredNode } from '#domain/document/stored.ts';
import { withInserted } from '#domain/document/suggestions/marks.ts';
import {
  $getDocument,
  $getState,
  createState,
  DecoratorNode,
  defineExtension,
  type LexicalNode,
} from 'lexical';
import { $insertedMark } from '../suggest/state.ts';

const rawState = createState('raw', {
  parse: (value): StoredNode => (value ?? { type: 'unknown' }) as StoredNode,
});
const inlineState = createState('inline', { parse: (value) => value === true });

export class UnknownNode extends DecoratorNode<null> {
  override $config() {
    return this.config('unknown', {
      extends: DecoratorNode,
      stateConfigs: [
        { flat: true, stateConfig: rawState },
        { flat: true, stateConfig: inlineState },
      ],
    });
  }

  /** As it came, but for whether it is suggested, which is said of it as of any other node. */
  getRaw(): StoredNode {
    return withInserted($getState(this, rawState), $insertedMark(this));
  }

  override isInline(): boolean {
    return $getState(this, inlineState);
  }

  override createDOM(): HTMLElement {
    const element = $getDocument().createElement(this.isInline() ? 'span' : 'div');
    element.className = 'unknown';
    element.textContent = `Kept as it is: ${this.getRaw().type}`;
    element.title = 'This version of Dossier cannot show this part of the text. It stays in the brief.';
    return element;
  }

  override updateDOM(): false {
    return false;
  }

  override decorate(): null {
    return null;
  }
}

export function $isUnknownNode(node: LexicalNode | null | undefined): node is UnknownNode {
  return node instanceof UnknownNode;
}

export const UnknownExtension = defineExtension({ name: 'dossier/unknown', nodes: () => [UnknownNode] });
