import { lexQuery } from '#domain/query/lex.ts';
import styles from './field.module.css';

const CLASSES: Record<string, string | undefined> = {
  and: styles.operator,
  or: styles.operator,
  not: styles.operator,
  near: styles.operator,
  open: styles.bracket,
  close: styles.bracket,
  field: styles.name,
  value: styles.value,
  phrase: styles.phrase,
};

/** The query with its operators, fields and phrases coloured; colours only, so that the caret stays in place. */
export function QueryColours({ text }: { text: string }) {
  const parts = [];
  let at = 0;
  for (const { kind, start, end } of lexQuery(text)) {
    if (start > at) parts.push(<span key={at}>{text.slice(at, start)}</span>);
    parts.push(
      <span key={start} className={CLASSES[kind]}>
        {text.slice(start, end)}
      </span>,
    );
    at = end;
  }
  parts.push(<span key={at}>{text.slice(at)}</span>);
  return parts;
}
