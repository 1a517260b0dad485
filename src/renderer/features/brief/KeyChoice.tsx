import type { ArticleSummary } from '#domain/article.ts';
import { publicationName } from '#domain/article.ts';
import type { SuggestedSource } from '#contract/search.ts';
import { authorLine, issuedYear } from '#domain/csl.ts';
import type { LexicalEditor } from 'lexical';
import { useEffect, useState } from 'react';
import { client } from '../../api/client.ts';
import { SourceLines } from './SourceLines.tsx';
import { SourceMenu } from './SourceMenu.tsx';
import { type Ambiguous, followTypedKeys } from './typedKeys.ts';
import styles from './citeMenu.module.css';

/** Cites by the keys that are typed or pasted, and asks which source is meant where a key means several. */
export function KeyChoice({ editor, language }: { editor: LexicalEditor; language: string }) {
  const [choice, setChoice] = useState<Ambiguous | null>(null);
  const [sources, setSources] = useState<SuggestedSource[]>([]);
  useEffect(() => followTypedKeys(editor, () => language, setChoice), [editor, language]);
  useEffect(() => {
    setSources([]);
    if (choice === null) return undefined;
    let current = true;
    client.call('articles.summaries', { ids: choice.articleIds }).then(
      (articles) => current && setSources(articles.map(asSource)),
      () => current && setChoice(null),
    );
    // Whoever types on leaves the text as it is.
    const stop = editor.registerUpdateListener(({ dirtyLeaves }) => {
      if (dirtyLeaves.size > 0) setChoice(null);
    });
    return () => {
      current = false;
      stop();
    };
  }, [editor, choice]);

  return (
    <SourceMenu
      editor={editor}
      open={choice !== null && sources.length > 0}
      at={choice?.typed.from ?? { key: '', offset: 0 }}
      label={`Sources that @${choice?.key ?? ''} could mean`}
      options={sources.map((source) => ({
        key: String(source.articleId),
        content: <SourceLines source={source} />,
      }))}
      question={choice?.key ?? ''}
      ready
      onChoose={(option) => {
        const source = sources[option ?? -1];
        if (source === undefined) return false;
        setChoice(null);
        choice?.choose(source.articleId);
        return true;
      }}
      onClose={() => setChoice(null)}
      head={<p className={styles.none}>“{choice?.key}” could mean several sources</p>}
    />
  );
}

function asSource(article: ArticleSummary): SuggestedSource {
  return {
    articleId: article.id,
    title: article.title,
    author: authorLine(article.csl),
    year: issuedYear(article.csl),
    publication: publicationName(article),
    citationKey: null,
    cited: false,
    passage: null,
  };
}
