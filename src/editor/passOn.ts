/** Keys that are not the text's: they are left to whoever listens outside the editor. */
import { COMMAND_PRIORITY_CRITICAL, defineExtension, KEY_ENTER_COMMAND } from 'lexical';

/** Alt+Enter writes no paragraph. */
export const PassOnExtension = defineExtension({
  name: 'dossier/pass-on',
  register: (editor) =>
    editor.registerCommand(
      KEY_ENTER_COMMAND,
      (event) => event !== null && event.altKey && !event.isComposing,
      COMMAND_PRIORITY_CRITICAL,
    ),
});
