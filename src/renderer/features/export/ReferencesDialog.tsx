import type { ReferenceFormat } from '#contract/references.ts';
import { useStore } from '../../app/store.ts';
import { Picker } from '../../ui/Picker.tsx';
import { exportReferences, referencesTask } from './exportReferences.ts';

const FORMATS: { key: ReferenceFormat; label: string; side: string }[] = [
  { key: 'biblatex', label: 'BibLaTeX: LaTeX, JabRef, Zotero', side: '.bib' },
  { key: 'csl-json', label: 'CSL-JSON: Pandoc, Zotero; keeps every field', side: '.json' },
  { key: 'ris', label: 'RIS: EndNote, Mendeley, catalogues', side: '.ris' },
];

/** The format of the references that are to be exported. */
export function ReferencesDialog({ onClose }: { onClose: () => void }) {
  const task = useStore(referencesTask);
  if (task === null) return null;
  return (
    <Picker
      title={`Format for ${task.name}`}
      items={FORMATS}
      empty="There is no such format."
      onPick={({ key }) => void exportReferences(task, key as ReferenceFormat)}
      onClose={onClose}
    />
  );
}
