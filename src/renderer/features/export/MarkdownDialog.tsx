import type { MarkdownFlavour } from '#contract/export.ts';
import { setSetting, settings } from '../../app/settings.ts';
import { useStore } from '../../app/store.ts';
import { Picker } from '../../ui/Picker.tsx';
import { exportBrief } from './exportBrief.ts';

const FLAVOURS: { key: MarkdownFlavour; label: string; side: string }[] = [
  { key: 'gfm', label: 'GitHub Markdown: tables, footnotes, check boxes', side: 'GFM' },
  { key: 'pandoc', label: 'Pandoc: citations by key, with sources and style beside it', side: 'Pandoc' },
  { key: 'commonmark', label: 'CommonMark: what every program reads', side: 'CommonMark' },
];

/** Which Markdown is to be written: the one that was written last stands first. */
export function MarkdownDialog({ onClose }: { onClose: () => void }) {
  const last = useStore(settings, ({ markdownFlavour }) => markdownFlavour);
  const items = FLAVOURS.toSorted((one, other) => Number(other.key === last) - Number(one.key === last));
  return (
    <Picker
      title="Kind of Markdown"
      items={items}
      empty="There is no such Markdown."
      onPick={({ key }) => {
        const flavour = key as MarkdownFlavour;
        setSetting('markdownFlavour', flavour);
        void exportBrief('md', { flavour });
      }}
      onClose={onClose}
    />
  );
}
