import { settings } from '../../../app/settings.ts';
import { useStore } from '../../../app/store.ts';
import { showDialog, workspace } from '../../../app/workspace.ts';
import { LineDialog } from '../../../ui/LineDialog.tsx';
import { forgetWaiting, setAuthor } from './authorAsked.ts';

/** Asks for the name that stands with what the analyst comments and suggests. `proposal`: where there is none yet. */
export function AuthorDialog({ proposal }: { proposal: string }) {
  const open = useStore(workspace, ({ dialog }) => dialog === 'authorName');
  const name = useStore(settings, ({ authorName }) => authorName);
  if (!open) return null;
  return (
    <LineDialog
      title="Your name"
      label="Shown with your comments and suggestions"
      value={name === '' ? proposal : name}
      maxLength={200}
      action="Save"
      onSubmit={setAuthor}
      onClose={() => {
        forgetWaiting();
        showDialog(null);
      }}
    />
  );
}
