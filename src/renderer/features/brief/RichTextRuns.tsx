import type { RichText } from '#domain/citation.ts';
import type { ReactNode } from 'react';

const TAGS = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  smallcaps: 'span',
  superscript: 'sup',
  subscript: 'sub',
} as const;

/** Formatted text as the citation engine gave it. Addresses are shown, not linked: the whole line is a button. */
export function RichTextRuns({ text }: { text: RichText }) {
  let offset = 0;
  return text.map((run) => {
    offset += run.text.length + 1;
    return (
      <span key={offset}>
        {(run.marks ?? []).reduce<ReactNode>((inner, mark) => {
          const Tag = TAGS[mark];
          return <Tag style={mark === 'smallcaps' ? { fontVariant: 'small-caps' } : undefined}>{inner}</Tag>;
        }, run.text)}
      </span>
    );
  });
}
