/** A callout: blocks under a label that says what they are, such as a key judgment or an assumption. */
import { CALLOUT_KINDS, CALLOUT_TYPE, calloutTitle } from '#domain/document/callouts.ts';
import {
  $create,
  $getDocument,
  $getState,
  $setState,
  createState,
  type DOMExportOutput,
  type EditorConfig,
  ElementNode,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { briefFacts } from '../derived/facts.ts';
import { calloutElement, drawCallout, tagCallout } from './view.ts';

/** Any word: a kind of a newer Dossier is kept. */
const kindState = createState('kind', {
  parse: (value): string => (typeof value === 'string' && value !== '' ? value : CALLOUT_KINDS[0]),
});
/** Empty where nothing is said. */
const confidenceState = createState('confidence', {
  parse: (value): string => (typeof value === 'string' ? value : ''),
});

/** Holds blocks as the root does: they split and join among themselves, not with the text around. */
export class CalloutNode extends ElementNode {
  override $config() {
    return this.config(CALLOUT_TYPE, {
      extends: ElementNode,
      stateConfigs: [
        { flat: true, stateConfig: kindState },
        { flat: true, stateConfig: confidenceState },
      ],
    });
  }

  /** One of CALLOUT_KINDS, or what a newer Dossier wrote. */
  getKind(): string {
    return $getState(this, kindState);
  }

  setKind(kind: string): this {
    return $setState(this, kindState, kind);
  }

  /** One of CONFIDENCES; empty for none. */
  getConfidence(): string {
    return $getState(this, confidenceState);
  }

  setConfidence(confidence: string): this {
    return $setState(this, confidenceState, confidence);
  }

  override createDOM(_config: EditorConfig, editor: LexicalEditor): HTMLElement {
    const element = calloutElement(this.getKey());
    tagCallout(element, this.getKind(), this.getConfidence());
    drawCallout(element, editor);
    return element;
  }

  override updateDOM(_previous: this, element: HTMLElement): boolean {
    const { kind, confidence } = element.dataset;
    return kind !== this.getKind() || confidence !== this.getConfidence();
  }

  override getDOMSlot(element: HTMLElement) {
    return super.getDOMSlot(element).withElement(element.lastElementChild as HTMLElement);
  }

  /** For other applications: a quote under a bold label. */
  override exportDOM(editor: LexicalEditor): DOMExportOutput {
    const element = $getDocument().createElement('blockquote');
    const kind = this.getKind();
    const confidence = this.getConfidence();
    element.dataset['callout'] = kind;
    if (confidence !== '') element.dataset['confidence'] = confidence;
    const title = calloutTitle(
      { kind, confidence: confidence === '' ? null : confidence },
      briefFacts(editor).language,
    );
    return {
      element,
      after: (generated) => {
        if (!(generated instanceof Element)) return generated;
        const label = generated.ownerDocument.createElement('p');
        label.dataset['calloutLabel'] = '';
        const name = generated.ownerDocument.createElement('b');
        name.textContent = title.label;
        label.append(name, title.confidence === null ? '' : ` · ${title.confidence}`);
        generated.prepend(label);
        return generated;
      },
    };
  }

  override isShadowRoot(): true {
    return true;
  }

  override canIndent(): false {
    return false;
  }

  override canBeEmpty(): false {
    return false;
  }
}

export function $createCalloutNode(kind: string): CalloutNode {
  return $create(CalloutNode).setKind(kind);
}

export function $isCalloutNode(node: LexicalNode | null | undefined): node is CalloutNode {
  return node instanceof CalloutNode;
}
