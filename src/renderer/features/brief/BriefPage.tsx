import { writeBelow } from '#editor/document/below.ts';
import type { LexicalEditor } from 'lexical';
import { type MouseEvent, useCallback, useEffect, useRef, useState } from 'react';
import { focusMode } from '../../app/focusMode.ts';
import { settings } from '../../app/settings.ts';
import { useStore } from '../../app/store.ts';
import { CalloutMenu } from './blocks/CalloutMenu.tsx';
import { ListStartDialog } from './blocks/ListStartDialog.tsx';
import { BriefBanners } from './BriefBanners.tsx';
import { BriefSettingsRow } from './BriefSettingsRow.tsx';
import { CitationPopover } from './CitationPopover.tsx';
import { CiteMenu } from './CiteMenu.tsx';
import { AuthorDialog } from './comments/AuthorDialog.tsx';
import { DocumentEditable } from './DocumentEditable.tsx';
import { FieldPopover } from './fields/FieldPopover.tsx';
import { FocusControls } from './focus/FocusControls.tsx';
import { FindBar } from './find/FindBar.tsx';
import { createFinder } from './find/finder.ts';
import { FloatingToolbar } from './FloatingToolbar.tsx';
import { PicturePopover } from './figures/PicturePopover.tsx';
import { ReferencePicker } from './figures/ReferencePicker.tsx';
import { FootnotePopover } from './FootnotePopover.tsx';
import { HistoryDialogs } from './history/HistoryDialogs.tsx';
import { KeyChoice } from './KeyChoice.tsx';
import { LinkPopover } from './LinkPopover.tsx';
import { GoToHeading } from './outline/GoToHeading.tsx';
import { PageSetupDialog } from './page/PageSetupDialog.tsx';
import { PortionPicker } from './page/PortionPicker.tsx';
import { BesidePanel } from './panels/BesidePanel.tsx';
import { PanelToggle } from './panels/PanelToggle.tsx';
import { PassageDrop } from './PassageDrop.tsx';
import { SourceOfferBar } from './paste/SourceOfferBar.tsx';
import { TextOfferBar } from './paste/TextOfferBar.tsx';
import type { BriefSession } from './session.ts';
import { SlashMenu } from './SlashMenu.tsx';
import { SourcesList } from './sources/SourcesList.tsx';
import { StatusBar } from './StatusBar.tsx';
import { followSuggesting } from './suggesting/suggestMode.ts';
import { TableEdges } from './table/TableEdges.tsx';
import { TitleField } from './TitleField.tsx';
import { useKeptPlace } from './useKeptPlace.ts';
import { Toolbar } from './Toolbar.tsx';
import { publishHandle } from './briefHandle.ts';
import { registerBriefCommands } from './briefCommands.ts';
import styles from './brief.module.css';

/** The page is the paper of the text: a press on it leaves the caret there, and one below the text goes to its end. */
function pressPage(editor: LexicalEditor, event: MouseEvent): void {
  if (event.button !== 0 || event.target !== event.currentTarget) return;
  event.preventDefault();
  const bottom = editor.getRootElement()?.getBoundingClientRect().bottom ?? Infinity;
  if (event.clientY > bottom) writeBelow(editor);
}

/** A brief on its page, with everything that acts on it. */
export function BriefPage({ session, onReopen }: { session: BriefSession; onReopen: () => void }) {
  const { editor, citations } = session;
  const [linkOpen, setLinkOpen] = useState(false);
  const page = useRef<HTMLElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const focus = useStore(focusMode);
  const zoom = useStore(settings, ({ textZoom }) => textZoom);
  const emphasis = useStore(settings, ({ focusEmphasis }) => focusEmphasis);
  const typewriter = useStore(settings, (value) => value.typewriter);
  const language = useStore(session.settings.current, ({ language: tag }) => tag);
  const [finder] = useState(() => createFinder(editor));
  useEffect(() => () => finder.dispose(), [finder]);
  useKeptPlace(editor, scroller, zoom);
  const editLink = useCallback(() => setLinkOpen(true), []);
  const focusText = useCallback(() => editor.focus(undefined, { defaultSelection: 'rootStart' }), [editor]);

  useEffect(() => followSuggesting(session), [session]);
  useEffect(() => publishHandle(session, page.current!), [session]);
  useEffect(
    () => registerBriefCommands(session, page.current!, editLink, finder),
    [session, editLink, finder],
  );

  return (
    <section
      ref={page}
      className={styles.pane}
      aria-label="Brief"
      data-focus={focus || undefined}
      data-emphasis={focus && emphasis !== 'none' ? '' : undefined}
      data-typewriter={(focus && typewriter) || undefined}
    >
      <div className={styles.tools}>
        <Toolbar editor={editor} onLink={editLink} />
        <PanelToggle editor={editor} />
      </div>
      <FindBar finder={finder} />
      <BesidePanel session={session}>
        <div ref={scroller} className={styles.scroller}>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- The text has the keys. */}
          <article
            className={styles.page}
            style={{ zoom: zoom / 100 }}
            onMouseDown={(event) => pressPage(editor, event)}
          >
            <BriefBanners session={session} onReopen={onReopen} />
            <TitleField settings={session.settings} onLeave={focusText} />
            <BriefSettingsRow settings={session.settings} citations={citations} />
            <DocumentEditable editor={editor} settings={session.settings} />
            <SourcesList session={session} />
          </article>
        </div>
      </BesidePanel>
      <SourceOfferBar session={session} />
      <TextOfferBar session={session} />
      <StatusBar session={session} />
      <CitationPopover editor={editor} citations={citations} settings={session.settings} />
      <FootnotePopover editor={editor} />
      <PicturePopover editor={editor} />
      <ReferencePicker editor={editor} />
      <CalloutMenu editor={editor} />
      <ListStartDialog editor={editor} />
      <PassageDrop editor={editor} />
      <FloatingToolbar editor={editor} onLink={editLink} />
      <FieldPopover editor={editor} />
      <LinkPopover editor={editor} open={linkOpen} onOpenChange={setLinkOpen} />
      <TableEdges editor={editor} />
      <SlashMenu editor={editor} onLink={editLink} />
      <CiteMenu editor={editor} citations={citations} language={language} />
      <KeyChoice editor={editor} language={language} />
      <GoToHeading editor={editor} />
      {focus && <FocusControls editor={editor} language={language} scroller={scroller} />}
      <HistoryDialogs session={session} />
      <PageSetupDialog session={session} />
      <PortionPicker editor={editor} />
      <AuthorDialog proposal={session.settings.current.get().author} />
    </section>
  );
}
