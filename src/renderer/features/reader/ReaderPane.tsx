import { Asterisk, BookOpenText, Info, TextSearch } from 'lucide-react';
import { shortcutOf } from '../../app/commandInfo.ts';
import { useStore } from '../../app/store.ts';
import { showDialog, workspace } from '../../app/workspace.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { ArticleView } from './ArticleView.tsx';
import { citeArticle } from './citeActions.ts';
import { onFindKeys, openArticleFind } from './find/articleFind.ts';
import styles from './reader.module.css';

/** The article that was opened last, at the passage asked for. */
export function ReaderPane() {
  const target = useStore(workspace, (state) => state.reader);
  return (
    // The keys of all that is in it.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.pane} onKeyDown={target === null ? undefined : onFindKeys}>
      <div className={styles.tools}>
        <h2>Reader</h2>
        {target !== null && (
          <>
            <Button kind="quiet" icon={Asterisk} onClick={() => void citeArticle(target.articleId)}>
              Cite article
            </Button>
            <IconButton
              icon={TextSearch}
              label="Find in the article"
              shortcut="Mod+F"
              onClick={openArticleFind}
            />
            <IconButton
              icon={Info}
              label="Details of this article"
              shortcut={shortcutOf('article.details')}
              onClick={() => showDialog('details')}
            />
          </>
        )}
      </div>
      {target === null ? (
        <Empty title="Nothing to read yet" icon={BookOpenText}>
          <p>Open an article or a passage from the library. Select words in it to quote or cite them.</p>
        </Empty>
      ) : (
        <ArticleView key={`${target.articleId}-${target.versionId ?? ''}`} target={target} />
      )}
    </div>
  );
}
