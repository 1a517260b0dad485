import { useOperation } from '../../api/useOperation.ts';
import { openLink } from '../../app/host.ts';
import { Modal } from '../../ui/Modal.tsx';
import styles from './about.module.css';

const ENGINE = 'https://citationstyles.org/';

/** Version, library, and whose work is in it. */
export function AboutDialog({ onClose }: { onClose: () => void }) {
  const { data: info } = useOperation('app.info', {});
  const { data: notices, error } = useOperation('app.notices', {});
  return (
    <Modal title="About Dossier" onClose={onClose}>
      <div className={styles.about}>
        <h3>Dossier {info?.version}</h3>
        <p>A desktop editor for sourced briefing notes, with a local library of articles.</p>
        <dl>
          <dt>Library</dt>
          <dd>{info?.library ?? '…'}</dd>
        </dl>
        <p>
          citeproc-js implements the Citation Style Language (
          <a
            href={ENGINE}
            target="_blank"
            rel="noreferrer"
            onClick={(event) => {
              event.preventDefault();
              openLink(ENGINE);
            }}
          >
            citationstyles.org
          </a>
          ). © Frank Bennett.
        </p>
        <h4 id="notices-title">Licences</h4>
        {/* It scrolls. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <pre className={styles.notices} tabIndex={0} aria-labelledby="notices-title">
          {error === null ? (notices ?? '…') : error.message}
        </pre>
      </div>
    </Modal>
  );
}
