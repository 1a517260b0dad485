import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { MARKDOWN_FLAVOURS, type MarkdownFlavour } from '#contract/export.ts';
import { capabilities } from '../../app/host.ts';
import { EXPORT_CHOICES, type ExportChoice, setSetting, settings } from '../../app/settings.ts';
import { useStore } from '../../app/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { useNow } from '../../ui/useNow.ts';
import { versionLine } from '../brief/history/versionNames.ts';
import { exportBrief } from './exportBrief.ts';
import { exportedVersion } from './exportTask.ts';
import styles from './exportDialog.module.css';

const CHOICES: Record<ExportChoice, [name: string, about: string]> = {
  pdf: ['PDF', 'The pages of the preview, tagged for screen readers'],
  docx: ['Word document', 'Real footnotes, styles and numbering'],
  review: ['Word document for review', 'With comments, and suggestions as tracked changes'],
  html: ['Web page', 'One file that needs no other'],
  md: ['Markdown', 'With its pictures in a folder beside it'],
  txt: ['Plain text', 'For mail'],
};
const FLAVOUR_NAMES: Record<MarkdownFlavour, string> = {
  gfm: 'GitHub',
  commonmark: 'CommonMark',
  pandoc: 'Pandoc',
};

/** How the open brief, or a version of it, is to be exported. What was chosen last is chosen again. */
export function ExportDialog({ onClose }: { onClose: () => void }) {
  const version = useStore(exportedVersion);
  const remembered = useStore(settings);
  const [choice, setChoice] = useState(remembered.exportChoice);
  const [flavour, setFlavour] = useState(remembered.markdownFlavour);
  const [annex, setAnnex] = useState(remembered.exportAnnex);
  const [manifest, setManifest] = useState(remembered.exportManifest);
  const [data, setData] = useState(remembered.exportData);
  const form = useId();
  const now = useNow();

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setSetting('exportChoice', choice);
    setSetting('exportAnnex', annex);
    setSetting('exportManifest', manifest);
    if (choice === 'pdf') setSetting('exportData', data);
    if (choice === 'md') setSetting('markdownFlavour', flavour);
    onClose();
    void exportBrief(choice === 'review' ? 'docx' : choice, {
      annex,
      manifest,
      review: choice === 'review',
      ...(choice === 'pdf' && { data }),
      ...(choice === 'md' && { flavour }),
      ...(version !== null && { versionId: version.id }),
    });
  };

  return (
    <Modal
      title={version === null ? 'Export' : 'Export this version'}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" form={form}>
            Export…
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className={styles.form}>
        {version !== null && <p className={styles.version}>{versionLine(version, now)}</p>}
        <fieldset className={styles.group}>
          <legend className={styles.legend}>Format</legend>
          {EXPORT_CHOICES.map((each) => {
            const [name, about] = CHOICES[each];
            return (
              <Option
                key={each}
                type="radio"
                name={name}
                about={about}
                checked={choice === each}
                onChange={() => setChoice(each)}
              >
                {each === 'md' && choice === 'md' && (
                  <select
                    className={styles.flavour}
                    aria-label="Kind of Markdown"
                    value={flavour}
                    onChange={(event) => setFlavour(event.target.value as MarkdownFlavour)}
                  >
                    {MARKDOWN_FLAVOURS.map((one) => (
                      <option key={one} value={one}>
                        {FLAVOUR_NAMES[one]}
                      </option>
                    ))}
                  </select>
                )}
              </Option>
            );
          })}
        </fieldset>
        <fieldset className={styles.group}>
          <legend className={styles.legend}>With it</legend>
          <Option
            type="checkbox"
            name="Evidence annex"
            about="Every quote and anchored citation in its context, with source, grade, times and SHA-256"
            checked={annex}
            onChange={() => setAnnex(!annex)}
          />
          {choice === 'pdf' && (
            <Option
              type="checkbox"
              name="The brief itself"
              about="PDF/A-3 for archives, which Dossier can open again: with the texts of its sources, without comments"
              checked={data}
              onChange={() => setData(!data)}
            />
          )}
          <Option
            type="checkbox"
            name="Manifest"
            about={
              capabilities.get().nativeDialogs
                ? 'A file beside it, by which “dossier verify” tells later what still matches'
                : 'In a ZIP with it: by the manifest “dossier verify” tells later what still matches'
            }
            checked={manifest}
            onChange={() => setManifest(!manifest)}
          />
        </fieldset>
      </form>
    </Modal>
  );
}

interface OptionProps {
  type: 'radio' | 'checkbox';
  name: string;
  about: string;
  checked: boolean;
  onChange: () => void;
  /** Behind its name. */
  children?: ReactNode;
}

function Option({ type, name, about, checked, onChange, children }: OptionProps) {
  const id = useId();
  return (
    // The dialog opens at the format that is chosen.
    <div className={styles.option} data-wanted={type === 'radio' && checked ? '' : undefined}>
      <input
        id={id}
        type={type}
        name={type === 'radio' ? 'format' : undefined}
        checked={checked}
        aria-describedby={`${id}-about`}
        onChange={onChange}
      />
      <label htmlFor={id}>
        <span className={styles.name}>{name}</span>
        <span id={`${id}-about`} className={styles.about}>
          {about}
        </span>
      </label>
      {children}
    </div>
  );
}
