/** Where the list of sources stands: an empty block that others draw the list into. */
import { BIBLIOGRAPHY_TYPE } from '#domain/document/bibliography.ts';
import {
  $create,
  $getDocument,
  $getState,
  $setState,
  createState,
  DecoratorNode,
  type DOMExportOutput,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';

const headingState = createState('heading', { parse: (value) => (typeof value === 'string' ? value : '') });
const byTypeState = createState('byType', { parse: (value) => value === true });
const uncitedState = createState('uncited', {
  parse: (value): readonly number[] =>
    Array.isArray(value) ? value.filter((id): id is number => Number.isInteger(id) && id > 0) : [],
  isEqual: (a, b) => a.join() === b.join(),
});

/** What the analyst has set of the list. */
export interface BibliographySettings {
  /** Empty for the usual heading, in the language of the brief. */
  heading: string;
  /** In sections by what the sources are. */
  byType: boolean;
  /** Articles that are listed without being cited. */
  uncited: readonly number[];
}

export const NO_SETTINGS: BibliographySettings = { heading: '', byType: false, uncited: [] };

export class BibliographyNode extends DecoratorNode<null> {
  override $config() {
    return this.config(BIBLIOGRAPHY_TYPE, {
      extends: DecoratorNode,
      stateConfigs: [
        { flat: true, stateConfig: headingState },
        { flat: true, stateConfig: byTypeState },
        { flat: true, stateConfig: uncitedState },
      ],
    });
  }

  getSettings(): BibliographySettings {
    return {
      heading: $getState(this, headingState),
      byType: $getState(this, byTypeState),
      uncited: $getState(this, uncitedState),
    };
  }

  setSettings({ heading, byType, uncited }: BibliographySettings): this {
    $setState(this, headingState, heading);
    $setState(this, byTypeState, byType);
    return $setState(this, uncitedState, [...new Set(uncited)]);
  }

  override createDOM(): HTMLElement {
    const element = $getDocument().createElement('div');
    element.className = 'bibliography';
    return element;
  }

  override updateDOM(): false {
    return false;
  }

  /** For other applications: the heading and the entries as they are read. */
  override exportDOM(editor: LexicalEditor): DOMExportOutput {
    const element = $getDocument().createElement('div');
    for (const line of editor.getElementByKey(this.getKey())?.querySelectorAll('h2, h3, [data-entry]') ??
      []) {
      const copy = $getDocument().createElement(line.matches('h2, h3') ? line.tagName : 'p');
      copy.textContent = line.textContent;
      element.append(copy);
    }
    return { element };
  }

  override decorate(): null {
    return null;
  }

  override isInline(): false {
    return false;
  }
}

export function $createBibliographyNode(settings = NO_SETTINGS): BibliographyNode {
  return $create(BibliographyNode).setSettings(settings);
}

export function $isBibliographyNode(node: LexicalNode | null | undefined): node is BibliographyNode {
  return node instanceof BibliographyNode;
}
