/** Draws a state of leaves on the page, and knows which leaves have it. */
import {
  $getNodeByKey,
  $getState,
  DecoratorNode,
  type LexicalEditor,
  mergeRegister,
  type NodeKey,
  type StateConfig,
  TextNode,
} from 'lexical';

export interface FollowedLeaves<V> {
  /** The leaves that have a value other than the default, in no order. */
  values: ReadonlyMap<NodeKey, V>;
  /** Draws all of them anew, as where the look of a value changed. */
  redraw: () => void;
  stop: () => void;
}

export interface LeafLook<V> {
  /**
   * Shows a value on the element of a leaf, by attributes and classes of its own; with the default value it takes
   * them away. It is called again for an element that has the look already.
   */
  draw: (element: HTMLElement, value: V, key: NodeKey) => void;
  /** Called after leaves with a value came, changed in any way, or went. */
  onChange?: () => void;
}

/**
 * Follows a state: at first all leaves are looked at, then those alone that an update made, changed or took away. What
 * was undone is followed likewise. A key costs one look at the state of the text that was typed into.
 */
export function followLeaves<V>(
  editor: LexicalEditor,
  state: StateConfig<string, V>,
  { draw, onChange }: LeafLook<V>,
): FollowedLeaves<V> {
  const values = new Map<NodeKey, V>();
  const none = state.defaultValue;
  /** Whether the leaf has a value, or had one. */
  const put = (key: NodeKey, value: V): boolean => {
    const isNone = state.isEqual(value, none);
    if (isNone && !values.has(key)) return false;
    if (isNone) values.delete(key);
    else values.set(key, value);
    const element = editor.getElementByKey(key);
    if (element !== null) draw(element, value, key);
    return true;
  };
  const stop = mergeRegister(
    ...leafClasses(editor).map((klass) =>
      editor.registerMutationListener(klass, (changes) => {
        let isTouched = false;
        editor.getEditorState().read(() => {
          for (const [key, change] of changes) {
            const node = change === 'destroyed' ? null : $getNodeByKey(key);
            isTouched = put(key, node === null ? none : $getState(node, state)) || isTouched;
          }
        });
        if (isTouched) onChange?.();
      }),
    ),
  );
  return {
    values,
    redraw() {
      for (const [key, value] of values) {
        const element = editor.getElementByKey(key);
        if (element !== null) draw(element, value, key);
      }
    },
    stop,
  };
}

/** Every kind of node that may be a leaf. */
export function leafClasses(editor: LexicalEditor) {
  // Lexical has no other list of them.
  // oxlint-disable-next-line no-underscore-dangle
  return [...editor._nodes.values()]
    .map(({ klass }) => klass)
    .filter(
      (klass) =>
        klass === TextNode || klass.prototype instanceof TextNode || klass.prototype instanceof DecoratorNode,
    );
}
