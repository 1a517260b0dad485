import { memo, type ReactNode, useMemo } from 'react';
import type { ArticleBlock, ArticleContent } from '#domain/article.ts';
import { classNames } from '../../ui/classNames.ts';
import { groupBlocks, type ListItemNode, nestItems, partsOfBlocks, type Run, runsOf } from './runs.ts';
import styles from './reader.module.css';

interface ArticleBodyProps {
  content: ArticleContent;
  language: string | undefined;
  onLink: (url: string) => void;
}

/** The text of an article, block by block. See `domRange.ts` for what must hold of its DOM. */
export const ArticleBody = memo(function ArticleBody({ content, language, onLink }: ArticleBodyProps) {
  const parts = useMemo(() => partsOfBlocks(content), [content]);
  const groups = useMemo(() => groupBlocks(content.blocks), [content]);

  const draw = (range: { start: number; end: number }, block: number): ReactNode =>
    runsOf(parts[block]!, range).map((run) => (
      <RunView
        key={run.type === 'text' ? run.start : `${run.type}-${run.offset}-${run.label}`}
        run={run}
        text={content.text}
        onLink={onLink}
      />
    ));

  return (
    <div className={styles.body} lang={language} dir={directionOf(content.text)}>
      {groups.map((group) => {
        const [first] = group.blocks;
        if (group.kind === 'single')
          return <BlockView key={first} index={first!} block={content.blocks[first!]!} draw={draw} />;
        if (group.kind === 'list')
          return (
            <ItemList
              key={first}
              items={nestItems(content.blocks, group.blocks)}
              blocks={content.blocks}
              draw={draw}
            />
          );
        return (
          <section key={first} className={styles.notes} aria-label="Notes">
            <ol>
              {group.blocks.map((index) => {
                const block = content.blocks[index]!;
                return (
                  <li key={index} data-block={index} className={styles.note} id={noteId(block.label ?? '')}>
                    <NoteLabel label={block.label ?? ''} />
                    <div className={styles.itemText} dir="auto">
                      {draw(block, index)}
                    </div>
                  </li>
                );
              })}
            </ol>
          </section>
        );
      })}
    </div>
  );
});

/** Where most of the text begins its lines. Blocks with a direction of their own tell nothing of it to the browser. */
function directionOf(text: string): 'ltr' | 'rtl' {
  const sample = text.slice(0, 2000);
  const rightToLeft = sample.match(/[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/gu)?.length ?? 0;
  return rightToLeft * 2 > (sample.match(/\p{L}/gu)?.length ?? 0) ? 'rtl' : 'ltr';
}

interface ItemListProps {
  items: readonly ListItemNode[];
  blocks: readonly ArticleBlock[];
  draw: BlockViewProps['draw'];
}

function ItemList({ items, blocks, draw }: ItemListProps) {
  return (
    <ul className={styles.list}>
      {items.map(({ block: index, items: inner }) => {
        const block = blocks[index]!;
        return (
          <li key={index}>
            <Bullet label={block.label} />
            <div className={styles.itemText}>
              <div data-block={index} dir="auto">
                {draw(block, index)}
              </div>
              {inner.length > 0 && <ItemList items={inner} blocks={blocks} draw={draw} />}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

interface BlockViewProps {
  index: number;
  block: ArticleBlock;
  draw: (range: { start: number; end: number }, block: number) => ReactNode;
}

function BlockView({ index, block, draw }: BlockViewProps) {
  const shared = {
    'data-block': index,
    className: classNames(styles.block, styles[block.role]),
    // Each block by itself: a heading in another script turns no text around.
    dir: 'auto',
  };
  if (block.role === 'heading') {
    // The article's title is the pane's second level.
    const Heading = `h${Math.min(6, (block.level ?? 2) + 1)}` as 'h2';
    return (
      <Heading {...shared} data-level={block.level}>
        {draw(block, index)}
      </Heading>
    );
  }
  if (block.role === 'quote') return <blockquote {...shared}>{draw(block, index)}</blockquote>;
  if (block.role === 'code')
    return (
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- It scrolls by the keyboard too.
      <pre {...shared} dir="ltr" tabIndex={0}>
        {draw(block, index)}
      </pre>
    );
  if (block.role === 'table' && block.rows !== undefined)
    return (
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- It scrolls by the keyboard too.
      <div {...shared} tabIndex={0}>
        <table>
          <tbody>
            {block.rows.map((row) => (
              <tr key={row[0]?.start ?? block.end}>
                {row.map((cell) =>
                  cell.header === true ? (
                    <th key={cell.start} scope={row.every(({ header }) => header === true) ? 'col' : 'row'}>
                      {draw(cell, index)}
                    </th>
                  ) : (
                    <td key={cell.start}>{draw(cell, index)}</td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    );
  return <p {...shared}>{draw(block, index)}</p>;
}

function RunView({ run, text, onLink }: { run: Run; text: string; onLink: (url: string) => void }) {
  if (run.type === 'note') return <NoteRef label={run.label} />;
  if (run.type === 'page') return <PageMark label={run.label} />;
  const url = run.url;
  const span = (
    <span
      data-start={run.start}
      className={classNames(run.bold && styles.bold, run.italic && styles.italic) || undefined}
    >
      {text.slice(run.start, run.end)}
    </span>
  );
  if (url === null || !/^(https?|mailto):/iu.test(url)) return span;
  return (
    <a
      href={url}
      target="_blank"
      rel="noreferrer"
      title={url}
      onClick={(event) => {
        event.preventDefault();
        onLink(url);
      }}
    >
      {span}
    </a>
  );
}

/** In the margin beside the line on which the page begins; not part of the text. */
function PageMark({ label }: { label: string }) {
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- No element has the meaning of a page break.
    <span className={styles.pageMark} role="doc-pagebreak" aria-label={`Page ${label}`} data-page={label} />
  );
}

function noteId(label: string): string {
  return `reader-note-${label}`;
}

/** Leads to the note; not selectable, so that quotes and copies do not contain it. */
function NoteRef({ label }: { label: string }) {
  return (
    <sup className={styles.noteRef} data-note-ref={label} id={`reader-ref-${label}`}>
      <button type="button" aria-label={`Note ${label}`} onClick={() => jumpTo(noteId(label))}>
        {label}
      </button>
    </sup>
  );
}

function NoteLabel({ label }: { label: string }) {
  return (
    <button
      type="button"
      className={styles.noteLabel}
      aria-label={`Back to the place of note ${label}`}
      onClick={() => jumpTo(`reader-ref-${label}`)}
    >
      {label}
    </button>
  );
}

function Bullet({ label }: { label: string | undefined }) {
  const text = label === undefined ? '•' : /^\w+$/u.test(label) ? `${label}.` : label;
  return (
    <span className={styles.bullet} aria-hidden={label === undefined}>
      {text}
    </span>
  );
}

/** Scrolls to an element, moves the focus to the button in it, and lets it light up. */
function jumpTo(id: string): void {
  const target = document.getElementById(id);
  if (target === null) return;
  target.scrollIntoView({ block: 'center' });
  target.querySelector('button')?.focus({ preventScroll: true });
  target.animate([{ backgroundColor: 'var(--highlight)' }, { backgroundColor: 'transparent' }], 1600);
}
