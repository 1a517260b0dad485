/** What of a brief its pages show: as it was chosen last for an export. */
import { type Settings, settings } from '../../app/settings.ts';

type Printed = ReturnType<typeof printedNow>;

export function printedNow() {
  return printedOf(settings.get());
}

function printedOf({ exportSuggestions: suggestions, exportAnnex: annex }: Settings) {
  return { suggestions, annex };
}

/** Tells when the pages are to show something else. Returns the end of it. */
export function onPrintedChange(listener: () => void): () => void {
  let last: Printed = printedNow();
  return settings.subscribe(() => {
    const now = printedNow();
    if (now.suggestions === last.suggestions && now.annex === last.annex) return;
    last = now;
    listener();
  });
}
