import { useMemo, useState } from 'react';
import type { ArticleVersion } from '#contract/annotations.ts';
import { useOperation } from '../../api/useOperation.ts';
import { classNames } from '../../ui/classNames.ts';
import { Empty } from '../../ui/Empty.tsx';
import field from '../../ui/field.module.css';
import { ComparedWords } from '../../ui/ComparedWords.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { type ComparedBlock, compareTexts } from './compare.ts';
import { versionName } from './VersionLine.tsx';
import styles from './compare.module.css';

interface CompareDialogProps {
  articleId: number;
  /** The version in the reader; absent for the latest. */
  shown: number | undefined;
  onClose: () => void;
}

/** Two versions of an article's text with the words marked that changed. */
export function CompareDialog({ articleId, shown, onClose }: CompareDialogProps) {
  const { data: versions, error } = useOperation('articles.versions', { id: articleId });
  return (
    <Modal title="Compare versions" onClose={onClose} size="large">
      {error !== null && <Empty title="The versions cannot be compared">{error.message}</Empty>}
      {versions !== null &&
        (versions.length < 2 ? (
          <Empty title="There is only one version of this text" />
        ) : (
          <Comparison articleId={articleId} versions={versions} shown={shown} />
        ))}
    </Modal>
  );
}

interface ComparisonProps {
  articleId: number;
  /** Newest first. */
  versions: readonly ArticleVersion[];
  shown: number | undefined;
}

function Comparison({ articleId, versions, shown }: ComparisonProps) {
  const latest = versions.find((version) => version.latest)?.id ?? versions[0]!.id;
  const earlier =
    shown !== undefined && shown !== latest ? shown : versions.find(({ id }) => id !== latest)!.id;
  const [from, setFrom] = useState(earlier);
  const [to, setTo] = useState(latest);
  const { data: before, error } = useOperation('articles.get', { id: articleId, versionId: from });
  const { data: after } = useOperation('articles.get', { id: articleId, versionId: to });
  const blocks = useMemo(
    () => (before === null || after === null ? null : compareTexts(before.content, after.content)),
    [before, after],
  );
  const select = (label: string, value: number, onChange: (id: number) => void) => (
    <label className={field.field}>
      <span className={field.label}>{label}</span>
      <select
        className={field.input}
        value={value}
        onChange={(event) => onChange(Number(event.target.value))}
      >
        {versions.map((version) => (
          <option key={version.id} value={version.id}>
            {versionName(version, versions)}
            {version.latest ? ' (latest)' : ''}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <>
      <div className={styles.choice}>
        {select('From', from, setFrom)}
        {select('To', to, setTo)}
      </div>
      {error !== null && <Empty title="The versions cannot be compared">{error.message}</Empty>}
      {blocks !== null && <Changes blocks={blocks} language={after?.csl.language} />}
    </>
  );
}

/** Paragraphs left as they are beside a change, for its context. */
const CONTEXT = 1;

function Changes({ blocks, language }: { blocks: readonly ComparedBlock[]; language: string | undefined }) {
  const changed = blocks.filter(({ change }) => change !== null).length;
  const isShown = blocks.map((_block, index) =>
    blocks.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some(({ change }) => change !== null),
  );
  return (
    <div className={styles.changes} lang={language}>
      <output className={styles.summary} lang="en">
        {changed === 0
          ? 'The two versions have the same words.'
          : `${changed} of ${blocks.length} paragraphs differ.`}
      </output>
      {blocks.map((block, index) => {
        // Paragraphs have no identity but their place.
        const key = index;
        if (isShown[index] === true) return <Block key={key} block={block} />;
        if (index > 0 && isShown[index - 1] === false) return null;
        const next = isShown.indexOf(true, index);
        const hidden = (next === -1 ? blocks.length : next) - index;
        return (
          <p key={key} className={styles.gap} lang="en">
            {hidden === 1 ? 'One paragraph' : `${hidden} paragraphs`} unchanged
          </p>
        );
      })}
    </div>
  );
}

function Block({ block: { change, parts } }: { block: ComparedBlock }) {
  return (
    <p dir="auto" className={classNames(styles.block, change !== null && styles[change])}>
      <ComparedWords parts={parts} />
    </p>
  );
}
