/** A field in running text: one character wide to the caret, drawn without React. */
import { FIELD_TYPE, fieldText } from '#domain/document/fields.ts';
import { DecoratorTextNode } from '@lexical/extension';
import {
  $create,
  $getDocument,
  $getState,
  $setState,
  createState,
  type DOMExportOutput,
  type EditorConfig,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { briefFacts } from '../derived/facts.ts';
import { drawField, tagField } from './view.ts';

const word = (value: unknown): string => (typeof value === 'string' ? value : '');
/** Any word: a field of a newer Dossier is kept. */
const fieldState = createState('field', { parse: word });
const valueState = createState('value', { parse: word });

/** The formats of text that a field shows, as Lexical stores them. */
const LOOKS = ['bold', 'italic', 'underline', 'strikethrough'] as const;

export class FieldNode extends DecoratorTextNode {
  override $config() {
    return this.config(FIELD_TYPE, {
      extends: DecoratorTextNode,
      stateConfigs: [
        { flat: true, stateConfig: fieldState },
        { flat: true, stateConfig: valueState },
      ],
    });
  }

  /** One of FIELDS, or what a newer Dossier wrote. */
  getField(): string {
    return $getState(this, fieldState);
  }

  /** The ISO date of a fixed one; empty for what follows the brief. */
  getValue(): string {
    return $getState(this, valueState);
  }

  setField(field: string, value = ''): this {
    return $setState($setState(this, fieldState, field), valueState, value);
  }

  override createDOM(_config: EditorConfig, editor: LexicalEditor): HTMLElement {
    const element = $getDocument().createElement('span');
    element.className = this.classes();
    tagField(element, this.getKey(), this.getField(), this.getValue());
    drawField(element, editor);
    return element;
  }

  override updateDOM(_previous: this, element: HTMLElement): boolean {
    const { field, value } = element.dataset;
    return field !== this.getField() || value !== this.getValue() || element.className !== this.classes();
  }

  /** Its looks, by the formats that it has. */
  private classes(): string {
    return ['field', ...LOOKS.filter((look) => this.hasFormat(look))].join(' ');
  }

  /** For other applications: the words as they are read. */
  override exportDOM(editor: LexicalEditor): DOMExportOutput {
    const element = $getDocument().createElement('span');
    element.textContent = this.textFor(editor);
    return { element };
  }

  /** What it reads in the brief of an editor. */
  textFor(editor: LexicalEditor): string {
    return fieldText({ field: this.getField(), value: this.getValue() }, briefFacts(editor));
  }

  override decorate(): null {
    return null;
  }
}

export function $createFieldNode(field: string, value = ''): FieldNode {
  return $create(FieldNode).setField(field, value);
}

export function $isFieldNode(node: LexicalNode | null | undefined): node is FieldNode {
  return node instanceof FieldNode;
}
