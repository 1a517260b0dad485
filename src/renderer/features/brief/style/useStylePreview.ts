import { useEffect, useState } from 'react';
import type { StylePreview } from '#contract/styles.ts';
import { DossierError } from '#contract/errors.ts';
import type { CitationCluster } from '#domain/citation.ts';
import { client } from '../../../api/client.ts';

/** Milliseconds on a style before it is shown: those that are only passed by are never set. */
const SHOW_AFTER = 140;

export interface StyledPreview {
  styleId: string;
  preview: StylePreview | null;
  /** Why there is none. */
  error: string | null;
}

/** The last preview that is ready; `clusters` and `language` stay the same while the picker is open. */
export function useStylePreview(
  styleId: string | null,
  language: string,
  clusters: CitationCluster[],
): StyledPreview | null {
  const [shown, setShown] = useState<StyledPreview | null>(null);
  useEffect(() => {
    if (styleId === null) return undefined;
    let wanted = true;
    const ask = (): void => {
      client.call('citations.previewStyle', { styleId, language, clusters }).then(
        (preview) => wanted && setShown({ styleId, preview, error: null }),
        (error: unknown) => {
          if (!wanted || (error instanceof DossierError && error.code === 'cancelled')) return;
          setShown({ styleId, preview: null, error: error instanceof Error ? error.message : String(error) });
        },
      );
    };
    let timer = setTimeout(ask, SHOW_AFTER);
    const stop = client.on('styles.changed', () => {
      clearTimeout(timer);
      timer = setTimeout(ask, SHOW_AFTER);
    });
    return () => {
      wanted = false;
      clearTimeout(timer);
      stop();
    };
  }, [styleId, language, clusters]);
  return shown;
}
