/** Dialogs and fields give the focus back to the text, and what is selected there is as it was. */
import {
  $addUpdateTag,
  $getSelection,
  $isRangeSelection,
  $setSelection,
  COMMAND_PRIORITY_CRITICAL,
  defineExtension,
  FOCUS_COMMAND,
  mergeRegister,
  SKIP_SCROLL_INTO_VIEW_TAG,
} from 'lexical';

/**
 * Where the window's selection went elsewhere meanwhile, Chromium puts the caret before the first letter as the focus
 * comes, and commands would act there. A press of the pointer places the caret after this.
 */
export const KeptCaretExtension = defineExtension({
  name: 'dossier/kept-caret',
  register: (editor) =>
    mergeRegister(
      editor.registerCommand(
        FOCUS_COMMAND,
        () => {
          const selection = $getSelection();
          if (selection === null) return false;
          // Lexical shows a new selection, and only that.
          $setSelection(selection.clone());
          $addUpdateTag(SKIP_SCROLL_INTO_VIEW_TAG);
          return false;
        },
        // Before tables, which keep the focus from everybody else.
        COMMAND_PRIORITY_CRITICAL,
      ),
      // `editor.focus()` brings the focus with the caret, which selected cells and blocks have none of.
      editor.registerUpdateListener(({ editorState, tags }) => {
        const root = editor.getRootElement();
        if (!tags.has('focus') || document.activeElement === root) return;
        if (!editorState.read(() => $isRangeSelection($getSelection()))) root?.focus({ preventScroll: true });
      }),
    ),
});
