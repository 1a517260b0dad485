import { useMemo } from 'react';
import { useOperation } from '../../api/useOperation.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { DetailsForm } from './DetailsForm.tsx';

/** Metadata of an article, to read, edit and accept; with its citation key, which it has from now on at the latest. */
export function DetailsDialog({ articleId, onClose }: { articleId: number; onClose: () => void }) {
  const { data: article, error } = useOperation('articles.get', { id: articleId });
  // Without its key, as in a library that cannot be written, the rest is shown all the same.
  const { data: keys, loading } = useOperation('citations.keys', { ids: [articleId] });
  const key = keys?.[0]?.key;
  const keyed = useMemo(
    () =>
      article === null || key === undefined
        ? article
        : { ...article, csl: { ...article.csl, 'citation-key': key } },
    [article, key],
  );
  if (keyed !== null && !loading) return <DetailsForm article={keyed} onClose={onClose} />;
  return (
    <Modal title="Article details" onClose={onClose} size="large">
      {error !== null && <Empty title="The details cannot be shown">{error.message}</Empty>}
    </Modal>
  );
}
