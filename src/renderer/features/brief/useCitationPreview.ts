/** A citation as it will be printed, while it is being changed. */
import type { CitationItem, FormattedCluster } from '#domain/citation.ts';
import { numberNotes } from '#domain/noteNumbers.ts';
import type { LexicalEditor, NodeKey } from 'lexical';
import { useEffect, useState } from 'react';
import { withoutEmpty } from './citationEdits.ts';
import { createAsking } from './labels/asking.ts';
import { readCited } from './labels/readCited.ts';

/** Milliseconds without a change before it is formatted. */
const DEBOUNCE = 180;

/**
 * The citation with other items, in its place among all of the brief, so that short forms are what they will be. Null
 * until the first answer, and for none.
 */
export function useCitationPreview(
  editor: LexicalEditor,
  key: NodeKey,
  items: readonly CitationItem[],
  style: { styleId: string; language: string },
): FormattedCluster | null {
  const [preview, setPreview] = useState<FormattedCluster | null>(null);
  const [asking] = useState(createAsking);
  const { styleId, language } = style;
  const question = JSON.stringify(items.map(withoutEmpty));
  useEffect(() => {
    let current = true;
    const ask = async (): Promise<void> => {
      const { keys, cited } = readCited(editor);
      const at = keys.indexOf(key);
      const changed = JSON.parse(question) as CitationItem[];
      if (at < 0 || changed.length === 0) return;
      const clusters = cited.clusters.with(at, changed);
      const asked = { ...cited, clusters };
      let isShown = false;
      await asking(
        { styleId, language, ...asked },
        () => [at],
        () => current && !isShown,
        (answer) => {
          const text = answer.clusters[at] ?? null;
          if (text === null) return;
          isShown = true;
          setPreview({ ...text, noteNumber: numberNotes(asked, answer.styleClass === 'note').own[at]! });
        },
      );
    };
    // What it would look like is a help only: the labels say what is wrong.
    const timer = setTimeout(() => void ask().catch(() => undefined), DEBOUNCE);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [asking, editor, key, question, styleId, language]);
  return preview;
}
