/** What other panes may do with the open brief. */
import type { CitationItem } from '#domain/citation.ts';
import { $caretAtCitation } from '#editor/citation/caret.ts';
import { citedPlaces } from '#editor/footnote/places.ts';
import { $insertCitation, $insertQuote } from '#editor/insert.ts';
import { type NodeKey, SKIP_SELECTION_FOCUS_TAG } from 'lexical';
import { activeBrief, type BriefHandle, type CitationTarget } from '../../app/activeBrief.ts';
import { notify } from '../../ui/toasts.ts';
import { focusLastCaret, noteCaret } from './lastCaret.ts';
import { listSources } from './sources/bibliographyEdits.ts';
import { reveal } from './reveal.ts';
import type { BriefSession } from './session.ts';

/** Milliseconds for which an inserted quote or citation stands out. */
const SHOWN_FOR = 1600;

/** Offers the brief to other panes; returns the function that takes it back. */
export function publishHandle(session: BriefSession, page: HTMLElement): () => void {
  const { brief, editor, autosave, settings, citations } = session;
  // The analyst goes on reading: what is inserted must not take the focus out of the reader.
  const options = { discrete: true, tag: SKIP_SELECTION_FOCUS_TAG } as const;
  const insert = ($insert: () => NodeKey): void => {
    let key: NodeKey | null = null;
    editor.update(() => void (key = $insert()), options);
    if (key !== null) point(editor.getElementByKey(key));
  };
  // Whoever opened the brief asks for the focus once it is drawn: by then it may have been clicked into, and typed in.
  const isInText = (): boolean => editor.getRootElement()?.contains(document.activeElement) === true;
  const handle: BriefHandle = {
    briefId: brief.id,
    insertQuote: (item, text, place) => insert(() => $insertQuote(item, text, place)),
    insertCitation: (item: CitationItem) => insert(() => $insertCitation(item, citations.citesInText())),
    listSources(articleIds) {
      const added = listSources(editor, articleIds);
      const title = settings.current.get().title || 'Untitled brief';
      notify({
        title:
          added === 0
            ? `“${title}” lists this already.`
            : `${added === 1 ? 'One source is' : `${added} sources are`} listed in “${title}”.`,
      });
    },
    showCitation({ articleId, cluster }: CitationTarget) {
      const [nearest] = citedPlaces(editor)
        .keys.map((key, place) => ({ key, distance: Math.abs(place - cluster) }))
        .filter(({ key }) => citations.itemsOf(key)?.some((item) => item.articleId === articleId))
        .toSorted((a, b) => a.distance - b.distance);
      if (nearest === undefined) return;
      editor.update(() => $caretAtCitation(nearest.key), { discrete: true });
      editor.focus();
      reveal(editor, nearest.key, 'center', point);
    },
    async flush() {
      await Promise.all([autosave.flush(), settings.flush()]);
    },
    focus() {
      if (!isInText()) focusLastCaret(brief.id, editor);
    },
    focusTitle() {
      if (!isInText()) page.querySelector('textarea')?.select();
    },
  };
  activeBrief.set(handle);
  return () => {
    noteCaret(brief.id, editor);
    activeBrief.set((current) => (current === handle ? null : current));
  };
}

/** Brings an element into view and lets it stand out for a moment. */
function point(element: HTMLElement | null): void {
  if (element === null) return;
  element.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  element.classList.add('just-inserted');
  setTimeout(() => element.classList.remove('just-inserted'), SHOWN_FOR);
}
