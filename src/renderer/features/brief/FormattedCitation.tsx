import { type FormattedCluster, runningText } from '#domain/citation.ts';
import { RichTextRuns } from './RichTextRuns.tsx';

/** A citation as it is printed: in the text, or as a note with what stands in the text before its mark. */
export function FormattedCitation({ cluster }: { cluster: FormattedCluster }) {
  const { noteNumber, inText, content } = cluster;
  if (noteNumber === null) return <RichTextRuns text={runningText(cluster)} />;
  return (
    <>
      {inText !== null && (
        <>
          <RichTextRuns text={inText} />
          <sup>{noteNumber}</sup>{' '}
        </>
      )}
      <b>{noteNumber}. </b>
      <RichTextRuns text={content} />
    </>
  );
}
