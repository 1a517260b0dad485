import type { ReactNode } from 'react';
import { readTitle, type TitleMark, type TitlePart, titleParts } from '#domain/titleMarkup.ts';
import styles from './article.module.css';

const TAGS: Readonly<Record<TitleMark, 'b' | 'i' | 'span' | 'sub' | 'sup'>> = {
  italic: 'i',
  bold: 'b',
  superscript: 'sup',
  subscript: 'sub',
  smallcaps: 'span',
  nocase: 'span',
};

/** How citations print a title that has marks; nothing for one that has none. */
export function PrintedTitle({ typed }: { typed: string }) {
  const { markup } = readTitle(typed);
  if (markup === null) return null;
  return <span className={styles.understood}>Printed: {printed(titleParts(markup))}</span>;
}

function printed(parts: readonly TitlePart[]): ReactNode[] {
  let at = 0;
  return parts.map((part) => {
    at += 1;
    if (typeof part === 'string') return part;
    const Tag = TAGS[part.mark];
    return (
      <Tag key={at} style={part.mark === 'smallcaps' ? { fontVariant: 'small-caps' } : undefined}>
        {printed(part.parts)}
      </Tag>
    );
  });
}
