import type { CitationItem } from '#domain/citation.ts';
import { LOCATOR_NAMES, readWholeLocator, type TermReader } from '#domain/locators.ts';
import field from '../../ui/field.module.css';
import { QuietSelect } from './QuietSelect.tsx';
import styles from './popovers.module.css';

interface ItemFieldsProps {
  item: CitationItem;
  /** Only the first source's author can stand in the text. */
  isFirst: boolean;
  /** Terms of locators in the brief's language. */
  readTerm: TermReader;
  onChange: (member: Partial<CitationItem>) => void;
}

const LOCATORS = Object.entries(LOCATOR_NAMES).map(([value, label]) => ({ value, label }));

const AS_STYLED = { value: 'styled', label: 'As the style has it' };
const IN_TEXT = { value: 'inText', label: 'Named in the text' };
const LEFT_OUT = { value: 'out', label: 'Left out' };

/** Where in a source a citation points, and the words around it. */
export function CitationItemFields({ item, isFirst, readTerm, onChange }: ItemFieldsProps) {
  const author =
    item.suppressAuthor === true ? LEFT_OUT : item.authorInText === true && isFirst ? IN_TEXT : AS_STYLED;
  return (
    <div className={styles.fields}>
      <QuietSelect
        asField
        label="Place in the source"
        value={item.label ?? 'page'}
        choices={LOCATORS}
        onChange={(label) => onChange({ label: label as CitationItem['label'] })}
      />
      <label className={field.field}>
        <span className={field.label}>Number or range</span>
        <input
          className={field.input}
          value={item.locator ?? ''}
          placeholder="12–14"
          onChange={(event) => onChange(placeOf(event.target.value, item, readTerm))}
        />
      </label>
      <label className={field.field}>
        <span className={field.label}>Before</span>
        <input
          className={field.input}
          value={item.prefix ?? ''}
          placeholder="see"
          onChange={(event) => onChange({ prefix: event.target.value })}
        />
      </label>
      <label className={field.field}>
        <span className={field.label}>After</span>
        <input
          className={field.input}
          value={item.suffix ?? ''}
          placeholder=", emphasis added"
          onChange={(event) => onChange({ suffix: event.target.value })}
        />
      </label>
      <QuietSelect
        asField
        label="Author"
        value={author.value}
        choices={isFirst ? [AS_STYLED, IN_TEXT, LEFT_OUT] : [AS_STYLED, LEFT_OUT]}
        onChange={(choice) =>
          onChange({ suppressAuthor: choice === LEFT_OUT.value, authorInText: choice === IN_TEXT.value })
        }
      />
    </div>
  );
}

/** A term that is typed with the number chooses the kind of place: `at 03:15`, `para. 4`. */
function placeOf(typed: string, item: CitationItem, readTerm: TermReader): Partial<CitationItem> {
  const hasTerm = readTerm(typed.trimStart()) !== null;
  const place = hasTerm ? readWholeLocator(typed, readTerm) : null;
  return place ?? { locator: typed, label: item.label ?? 'page' };
}
