import { createPortal } from 'react-dom';
import { useStore } from '../../../app/store.ts';
import { showDialog, workspace } from '../../../app/workspace.ts';
import type { BriefSession } from '../session.ts';
import { HeadingDialog } from './HeadingDialog.tsx';
import { ListSourceDialog } from './ListSourceDialog.tsx';
import { Sources } from './Sources.tsx';
import { useBibliography } from './useBibliography.ts';

const close = (): void => showDialog(null);

/** The sources of the brief, in their place in the text, else below it. Follows the text by itself. */
export function SourcesList({ session }: { session: BriefSession }) {
  const { editor, citations } = session;
  const { host, settings } = useBibliography(editor);
  const dialog = useStore(workspace, (value) => value.dialog);
  const isEmpty = useStore(
    citations.state,
    ({ formatted }) => formatted === null || formatted.bibliography.length + formatted.missing.length === 0,
  );
  const isShown = host !== null || !isEmpty;
  const list = <Sources session={session} settings={settings} placed={host !== null} />;
  return (
    <>
      {isShown && (host === null ? list : createPortal(list, host))}
      {dialog === 'listSource' && <ListSourceDialog session={session} onClose={close} />}
      {dialog === 'sourcesHeading' && (
        <HeadingDialog editor={editor} heading={settings.heading} onClose={close} />
      )}
    </>
  );
}
