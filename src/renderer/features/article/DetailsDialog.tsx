import { useOperation } from '../../api/useOperation.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { DetailsForm } from './DetailsForm.tsx';

/** Metadata of an article, to read, edit and accept. */
export function DetailsDialog({ articleId, onClose }: { articleId: number; onClose: () => void }) {
  const { data: article, error } = useOperation('articles.get', { id: articleId });
  if (article !== null) return <DetailsForm article={article} onClose={onClose} />;
  return (
    <Modal title="Article details" onClose={onClose} size="large">
      {error !== null && <Empty title="The details cannot be shown">{error.message}</Empty>}
    </Modal>
  );
}
