/** What is being written about at the caret. */
import { countWords } from '#domain/article.ts';
import { $getNodeByKey, type NodeKey } from 'lexical';
import { $wordsAtCaret } from './caretSentence.ts';
import { $isCitationNode } from './citation/CitationNode.ts';
import { $enclosingSnippet } from './snippet/SnippetExtension.ts';

export interface CaretTopic {
  /** The sentence, or the paragraph where that is too short to tell what it is about. */
  text: string;
  /** The block of the document that it stands in. */
  block: NodeKey;
  /** Articles that it cites or quotes already. */
  cited: number[];
}

/** Words from which a sentence tells enough. */
const ENOUGH = 6;
/** Fewer words tell nothing. */
const LEAST = 3;

/** Null where nothing is written about yet. Only inside a read. */
export function $topicAtCaret(language: string): CaretTopic | null {
  const sentence = $wordsAtCaret('sentence', language);
  if (sentence === null) return null;
  const words =
    countWords(sentence.text) >= ENOUGH ? sentence : ($wordsAtCaret('paragraph', language) ?? sentence);
  const block = $getNodeByKey(words.block);
  if (block === null || countWords(words.text) < LEAST) return null;
  const cites = [...words.atoms.filter($isCitationNode), $enclosingSnippet(block)];
  const cited = cites.flatMap((node) => node?.getItems().map(({ articleId }) => articleId) ?? []);
  return {
    text: words.text,
    block: block.getTopLevelElementOrThrow().getKey(),
    cited: [...new Set(cited)],
  };
}
