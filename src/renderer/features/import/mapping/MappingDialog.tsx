import { useEffect, useState } from 'react';
import type { TableInspection, TableMapping } from '#contract/importTables.ts';
import { client } from '../../../api/client.ts';
import { useOperation } from '../../../api/useOperation.ts';
import { Button } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import field from '../../../ui/field.module.css';
import { Modal } from '../../../ui/Modal.tsx';
import { notifyError } from '../../../ui/toasts.ts';
import { importTable } from '../importer.ts';
import { ColumnTable } from './ColumnTable.tsx';
import { holds, missing, withField } from './draft.ts';
import { Preview } from './Preview.tsx';
import { formatCount } from '../../../ui/numbers.ts';
import styles from './mapping.module.css';

interface MappingDialogProps {
  /** Path of the dump. */
  path: string;
  onClose: () => void;
}

/** Lets the analyst say what the columns of a dump hold, and shows what would become of its first rows. */
export function MappingDialog({ path, onClose }: MappingDialogProps) {
  const [header, setHeader] = useState<boolean | null>(null);
  const { data: table, error } = useOperation('import.inspectTable', {
    path,
    ...(header !== null && { header }),
  });
  const [mapping, setMapping] = useState<TableMapping | null>(null);
  useEffect(() => setMapping(table?.guess ?? null), [table]);
  const lacks = mapping === null ? null : missing(mapping);

  const start = (): void => {
    if (table === null || mapping === null) return;
    const columns = table.columns.map(({ name }) => name);
    client
      .call('import.rememberTable', { columns, mapping })
      .catch((failure: unknown) => notifyError(failure, 'The choice will not be remembered'));
    onClose();
    void importTable(path, mapping);
  };

  return (
    <Modal
      title={table === null ? 'Choose columns' : `Columns of “${table.name}”`}
      size="full"
      onClose={onClose}
      footer={
        <>
          <span className={styles.lacks}>{lacks ?? summary(table)}</span>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" disabled={mapping === null || lacks !== null} onClick={start}>
            Import
          </Button>
        </>
      }
    >
      {table === null && error === null && <output className={styles.loading}>Looking into the file…</output>}
      {error !== null && <Empty title="The file cannot be read">{error.message}</Empty>}
      {table !== null && mapping !== null && error === null && (
        <div className={styles.panes}>
          <div className={styles.choices}>
            <Options table={table} mapping={mapping} onHeader={setHeader} onChange={setMapping} />
            <ColumnTable
              columns={table.columns}
              mapping={mapping}
              onChange={(column, chosen) =>
                setMapping(
                  withField(
                    mapping,
                    table.columns.map(({ name }) => name),
                    column,
                    chosen,
                  ),
                )
              }
            />
          </div>
          <FirstArticles path={path} mapping={lacks === null ? mapping : null} />
        </div>
      )}
    </Modal>
  );
}

function summary(table: TableInspection | null): string {
  if (table === null || table.rows === null) return '';
  return table.rows === 1 ? 'One row' : `${formatCount(table.rows)} rows`;
}

interface OptionsProps {
  table: TableInspection;
  mapping: TableMapping;
  onHeader: (header: boolean) => void;
  onChange: (mapping: TableMapping) => void;
}

function Options({ table, mapping, onHeader, onChange }: OptionsProps) {
  return (
    <div className={styles.options}>
      {table.mayHaveHeader && (
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={mapping.header}
            onChange={(event) => onHeader(event.target.checked)}
          />
          The first row names the columns
        </label>
      )}
      {holds(mapping, 'issued', 'accessed') && (
        <label className={field.field}>
          <span className={field.label}>Dates such as 03/04/2024</span>
          <select
            className={field.input}
            value={mapping.dates}
            onChange={(event) => onChange({ ...mapping, dates: event.target.value as TableMapping['dates'] })}
          >
            <option value="auto">Day first, to be checked</option>
            <option value="dmy">Day first</option>
            <option value="mdy">Month first</option>
          </select>
        </label>
      )}
      {holds(mapping, 'text') && (
        <label className={field.field}>
          <span className={field.label}>The text is</span>
          <select
            className={field.input}
            value={mapping.textFormat}
            onChange={(event) =>
              onChange({ ...mapping, textFormat: event.target.value as TableMapping['textFormat'] })
            }
          >
            <option value="auto">Told by each text</option>
            <option value="plain">Plain text</option>
            <option value="markdown">Markdown</option>
            <option value="html">HTML</option>
          </select>
        </label>
      )}
    </div>
  );
}

/** Without a mapping, what it is that will show here. */
function FirstArticles({ path, mapping }: { path: string; mapping: TableMapping | null }) {
  const { data, error, loading } = useOperation(
    'import.previewTable',
    mapping === null ? null : { path, mapping },
  );
  return (
    <section className={styles.preview} aria-label="The first articles" aria-busy={loading}>
      <h3>The first articles</h3>
      {mapping === null && (
        <p className={styles.hint}>They show here as soon as a title or a text is chosen.</p>
      )}
      {error !== null && <p className={styles.refused}>{error.message}</p>}
      {error === null && data !== null && data.length === 0 && (
        <p className={styles.hint}>The file holds no rows.</p>
      )}
      {error === null && data !== null && <Preview previews={data} />}
    </section>
  );
}
