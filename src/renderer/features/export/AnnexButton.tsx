import { FileSearch } from 'lucide-react';
import { setSetting, settings } from '../../app/settings.ts';
import { useStore } from '../../app/store.ts';
import { IconButton } from '../../ui/Button.tsx';

/** Whether the pages, and what is exported next, end with the evidence annex. */
export function AnnexButton() {
  const annex = useStore(settings, ({ exportAnnex }) => exportAnnex);
  return (
    <IconButton
      icon={FileSearch}
      label="Evidence annex"
      aria-pressed={annex}
      onClick={() => setSetting('exportAnnex', !annex)}
    />
  );
}
