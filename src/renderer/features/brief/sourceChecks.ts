/** Follows what the sources of a brief lack of what its style prints, and marks the citations of those. */
import type { SourceCheck } from '#contract/sourceChecks.ts';
import type { BriefSettings } from '#domain/brief.ts';
import { setIncomplete } from '#editor/citation/view.ts';
import type { LexicalEditor, NodeKey } from 'lexical';
import { client } from '../../api/client.ts';
import { createStore, type Store } from '../../app/store.ts';
import type { CitationLabels } from './labels/citationLabels.ts';

/** Milliseconds without new labels before sources are looked at: labels come first. */
const DEBOUNCE = 300;

interface Gaps {
  /** By article; those without a gap are left out. */
  checks: ReadonlyMap<number, SourceCheck>;
  /** The citations with a source that lacks something, in the order of the text. */
  keys: readonly NodeKey[];
}

export interface SourceChecks {
  state: Store<Gaps>;
  dispose(): void;
}

const NONE: Gaps = { checks: new Map(), keys: [] };
const stores = new WeakMap<LexicalEditor, Store<Gaps>>();

/** What the sources of the brief in an editor lack. */
export function gapsIn(editor: LexicalEditor): Store<Gaps> {
  const known = stores.get(editor) ?? createStore(NONE);
  stores.set(editor, known);
  return known;
}

export function keepSourceChecks(
  editor: LexicalEditor,
  citations: CitationLabels,
  settings: Store<BriefSettings>,
): SourceChecks {
  const state = gapsIn(editor);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let run = 0;
  /** What was checked, and what was found: labels come often, and what they cite is mostly the same. */
  let checked: { articles: unknown; styleId: string; language: string } | null = null;
  let checks: Gaps['checks'] = NONE.checks;

  const look = async (): Promise<void> => {
    const { keys, articles } = citations.state.get();
    const { styleId, language } = settings.get();
    run += 1;
    const current = run;
    try {
      const isChecked =
        checked?.articles === articles && checked.styleId === styleId && checked.language === language;
      if (!isChecked) {
        const ids = [...articles.keys()].slice(0, 5000);
        const found =
          ids.length === 0 ? [] : await client.call('citations.check', { styleId, language, ids });
        if (current !== run) return;
        checked = { articles, styleId, language };
        checks = new Map(found.map((check) => [check.id, check]));
      }
      const isIncomplete = (key: NodeKey): boolean =>
        citations.itemsOf(key)?.some(({ articleId }) => (checks.get(articleId)?.missing.length ?? 0) > 0) ===
        true;
      const open = keys.filter((key) => isIncomplete(key));
      const shown = state.get();
      if (shown.checks !== checks || shown.keys.join() !== open.join()) state.set({ checks, keys: open });
      setIncomplete(editor, new Set(open));
    } catch {
      // The labels say what is wrong, and come again.
    }
  };
  const schedule = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void look(), DEBOUNCE);
  };
  const stops = [
    citations.state.subscribe(schedule),
    client.on('styles.changed', () => {
      checked = null;
      schedule();
    }),
  ];
  return {
    state,
    dispose() {
      for (const stop of stops) stop();
      clearTimeout(timer);
      run += 1;
    },
  };
}
