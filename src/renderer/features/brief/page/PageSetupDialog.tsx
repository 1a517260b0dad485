import type { BriefSettings } from '#domain/brief.ts';
import { useOperation } from '../../../api/useOperation.ts';
import { showDialog, workspace } from '../../../app/workspace.ts';
import { useStore } from '../../../app/store.ts';
import { Button } from '../../../ui/Button.tsx';
import field from '../../../ui/field.module.css';
import { Modal } from '../../../ui/Modal.tsx';
import type { BriefSession } from '../session.ts';
import { DesignChoice } from './DesignChoice.tsx';
import { MarkingFields } from './MarkingFields.tsx';
import { PaperFields } from './PaperFields.tsx';
import styles from './page.module.css';

const close = (): void => showDialog(null);

/** What stands around the text on the pages of the open brief. Changes count at once. */
export function PageSetupDialog({ session }: { session: BriefSession }) {
  const isOpen = useStore(workspace, ({ dialog }) => dialog === 'pageSetup');
  return isOpen ? <PageSetup session={session} /> : null;
}

function PageSetup({ session: { brief, settings } }: { session: BriefSession }) {
  const { addressee, reference, keywords, marking, page } = useStore(settings.current);
  const { data } = useOperation('export.designs', {});
  const designs = data ?? [];
  const usual = designs.find(({ id }) => id === page.design)?.columns;
  const change = (next: Partial<BriefSettings>): void => settings.change(next);
  return (
    <Modal
      title="Page setup"
      size="large"
      onClose={close}
      footer={
        <Button kind="primary" onClick={close}>
          Done
        </Button>
      }
    >
      <div className={styles.sections}>
        <section aria-label="Design" className={styles.section}>
          <DesignChoice briefId={brief.id} settings={settings} designs={designs} />
          <PaperFields
            page={page}
            usual={usual}
            onChange={(next) => change({ page: { ...page, ...next } })}
          />
        </section>
        <section aria-label="Title block" className={styles.section}>
          <div className={styles.row}>
            <label className={field.field}>
              <span className={field.label}>Addressee</span>
              <input
                className={field.input}
                value={addressee}
                maxLength={500}
                autoComplete="off"
                onChange={(event) => change({ addressee: event.target.value })}
              />
            </label>
            <label className={field.field}>
              <span className={field.label}>Reference number</span>
              <input
                className={field.input}
                value={reference}
                maxLength={200}
                autoComplete="off"
                onChange={(event) => change({ reference: event.target.value })}
              />
            </label>
          </div>
          <label className={field.field}>
            <span className={field.label}>Keywords, parted by commas</span>
            <input
              className={field.input}
              value={keywords}
              maxLength={1000}
              autoComplete="off"
              onChange={(event) => change({ keywords: event.target.value })}
            />
          </label>
        </section>
        <section aria-label="Marking" className={styles.section}>
          <MarkingFields marking={marking} onChange={(next) => change({ marking: next })} />
          {marking !== null && (
            <label className={styles.check}>
              <input
                type="checkbox"
                checked={marking.portions}
                onChange={(event) => change({ marking: { ...marking, portions: event.target.checked } })}
              />
              <span>Print the portion marks of paragraphs</span>
            </label>
          )}
        </section>
      </div>
    </Modal>
  );
}
