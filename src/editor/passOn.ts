/** Keys that are not the text's: they are left to whoever listens outside the editor. */
import {
  COMMAND_PRIORITY_BEFORE_EDITOR,
  COMMAND_PRIORITY_CRITICAL,
  defineExtension,
  KEY_ENTER_COMMAND,
  KEY_ESCAPE_COMMAND,
  mergeRegister,
} from 'lexical';

/** Alt+Enter writes no paragraph, and Escape that nothing in the text uses leaves the caret where it is. */
export const PassOnExtension = defineExtension({
  name: 'dossier/pass-on',
  register: (editor) =>
    mergeRegister(
      editor.registerCommand(
        KEY_ENTER_COMMAND,
        (event) => event !== null && event.altKey && !event.isComposing,
        COMMAND_PRIORITY_CRITICAL,
      ),
      // Lexical takes the focus away: what is typed next would go nowhere.
      editor.registerCommand(KEY_ESCAPE_COMMAND, () => true, COMMAND_PRIORITY_BEFORE_EDITOR),
    ),
});
