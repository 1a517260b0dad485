import type { LexicalEditor } from 'lexical';
import { LineDialog } from '../../../ui/LineDialog.tsx';
import { changeBibliography } from './bibliographyEdits.ts';

interface HeadingDialogProps {
  editor: LexicalEditor;
  heading: string;
  onClose: () => void;
}

/** Asks for the heading of the list of sources. */
export function HeadingDialog({ editor, heading, onClose }: HeadingDialogProps) {
  return (
    <LineDialog
      title="Heading of the sources"
      label="Heading"
      value={heading}
      placeholder="As is usual in the language of the brief"
      maxLength={200}
      action="Change"
      onSubmit={(line) => changeBibliography(editor, () => ({ heading: line }))}
      onClose={onClose}
    />
  );
}
