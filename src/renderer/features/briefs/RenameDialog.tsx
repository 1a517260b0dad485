import { useOperation } from '../../api/useOperation.ts';
import { LineDialog } from '../../ui/LineDialog.tsx';
import { renameBrief } from './briefActions.ts';

/** Asks for a new title of a brief. */
export function RenameDialog({ briefId, onClose }: { briefId: number; onClose: () => void }) {
  const { data: briefs } = useOperation('briefs.list', {});
  const brief = briefs?.find(({ id }) => id === briefId);
  // The dialog opens with its field, which then takes the focus.
  if (brief === undefined) return null;
  return (
    <LineDialog
      title="Rename brief"
      label="Title"
      value={brief.title}
      maxLength={500}
      action="Rename"
      onSubmit={(title) => void renameBrief(briefId, title)}
      onClose={onClose}
    />
  );
}
