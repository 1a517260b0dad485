import { $isElementNode, $isLineBreakNode, $isTextNode, type LexicalEditor, type LexicalNode } from 'lexical';
import { $isFieldNode } from './field/FieldNode.ts';

/**
 * The words of a line as they are read, without the labels of citations and notes: what `documentWords` of the domain
 * gives for what is stored. Only inside a read or an update.
 */
export function $wordsOf(editor: LexicalEditor, line: LexicalNode): string {
  return $raw(editor, line).replaceAll(/\s+/gu, ' ').trim();
}

function $raw(editor: LexicalEditor, node: LexicalNode): string {
  if ($isTextNode(node)) return node.getTextContent();
  if ($isElementNode(node))
    return node
      .getChildren()
      .map((child) => $raw(editor, child))
      .join('');
  if ($isFieldNode(node)) return node.textFor(editor);
  return $isLineBreakNode(node) ? ' ' : '';
}
