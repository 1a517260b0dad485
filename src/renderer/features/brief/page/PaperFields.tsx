import { CONTENTS, MARGINS, type PageSetup, PAPERS } from '#domain/page.ts';
import { QuietSelect } from '../QuietSelect.tsx';
import styles from './page.module.css';

const PAPER_NAMES: Record<PageSetup['paper'], string> = { a4: 'A4', letter: 'US Letter' };
const MARGIN_NAMES: Record<PageSetup['margins'], string> = {
  design: 'Of the design',
  narrow: 'Narrow',
  wide: 'Wide',
};
const CONTENTS_NAMES: Record<PageSetup['contents'], string> = {
  auto: 'Where the brief is long',
  always: 'Always',
  never: 'Never',
};
const AS_DESIGN = 'design';

interface PaperFieldsProps {
  page: PageSetup;
  /** Columns of the design that is chosen; undefined while that is not known. */
  usual: number | undefined;
  onChange: (page: Partial<PageSetup>) => void;
}

/** Paper, margins, columns and table of contents. */
export function PaperFields({ page, usual, onChange }: PaperFieldsProps) {
  const columns = [
    { value: AS_DESIGN, label: usual === undefined ? 'Of the design' : `Of the design (${usual})` },
    { value: '1', label: 'One' },
    { value: '2', label: 'Two' },
  ];
  return (
    <div className={styles.quarters}>
      <QuietSelect
        asField
        label="Paper"
        value={page.paper}
        choices={PAPERS.map((value) => ({ value, label: PAPER_NAMES[value] }))}
        onChange={(paper) => onChange({ paper: paper as PageSetup['paper'] })}
      />
      <QuietSelect
        asField
        label="Margins"
        value={page.margins}
        choices={MARGINS.map((value) => ({ value, label: MARGIN_NAMES[value] }))}
        onChange={(margins) => onChange({ margins: margins as PageSetup['margins'] })}
      />
      <QuietSelect
        asField
        label="Columns"
        value={page.columns === null ? AS_DESIGN : String(page.columns)}
        choices={columns}
        onChange={(next) => onChange({ columns: next === AS_DESIGN ? null : next === '1' ? 1 : 2 })}
      />
      <QuietSelect
        asField
        label="Table of contents"
        value={page.contents}
        choices={CONTENTS.map((value) => ({ value, label: CONTENTS_NAMES[value] }))}
        onChange={(contents) => onChange({ contents: contents as PageSetup['contents'] })}
      />
    </div>
  );
}
