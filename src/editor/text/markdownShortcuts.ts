/** Markdown marks that act as they are typed. Files are neither read nor written with these. */
import {
  BOLD_ITALIC_STAR,
  BOLD_ITALIC_UNDERSCORE,
  BOLD_STAR,
  BOLD_UNDERSCORE,
  CHECK_LIST,
  CODE,
  type ElementTransformer,
  HEADING,
  INLINE_CODE,
  ITALIC_STAR,
  ITALIC_UNDERSCORE,
  LINK,
  ORDERED_LIST,
  QUOTE,
  registerMarkdownShortcuts,
  STRIKETHROUGH,
  type TextMatchTransformer,
  UNORDERED_LIST,
} from '@lexical/markdown';
import { $createHorizontalRuleNode, $isHorizontalRuleNode, HorizontalRuleNode } from '@lexical/extension';
import { $isQuoteNode } from '@lexical/rich-text';
import { CALLOUT_KINDS } from '#domain/document/callouts.ts';
import { $createParagraphNode, $isParagraphNode, defineExtension, type ElementNode } from 'lexical';
import { $enclosingCallout, $mayHoldCallout, $toggleCallout } from '../callout/actions.ts';
import { CalloutNode } from '../callout/CalloutNode.ts';
import { CHECK_BOX } from '../blocks/lists.ts';
import { $enclosingSnippet } from '../snippet/SnippetExtension.ts';
import { normaliseUrl } from './links.ts';

const RULE: ElementTransformer = {
  type: 'element',
  dependencies: [HorizontalRuleNode],
  export: (node) => ($isHorizontalRuleNode(node) ? '---' : null),
  regExp: /^(---|\*\*\*|___)\s?$/,
  replace(paragraph, children) {
    const rule = $createHorizontalRuleNode();
    if (paragraph.getNextSibling() === null) paragraph.insertBefore(rule);
    else paragraph.replace(rule);
    for (const child of children) child.remove();
    if (paragraph.isAttached()) paragraph.select();
    else rule.selectNext();
  },
  triggerOnEnter: true,
};

/** Blocks are made from paragraphs only, and a quote holds nothing but paragraphs. */
function onlyInParagraphs(transformer: ElementTransformer): ElementTransformer {
  return {
    ...transformer,
    replace(parent: ElementNode, children, match, isImport) {
      if (!$isParagraphNode(parent) || $enclosingSnippet(parent) !== null) return false;
      return transformer.replace(parent, children, match, isImport);
    },
  };
}

/** `[!gap] ` at the beginning of a paragraph or a quote, after GitHub's alerts. */
const CALLOUT: ElementTransformer = {
  type: 'element',
  dependencies: [CalloutNode],
  export: () => null,
  regExp: new RegExp(`^\\[!(${CALLOUT_KINDS.join('|')})\\]\\s$`, 'i'),
  replace(block, children, match) {
    if (!$isParagraphNode(block) && !$isQuoteNode(block)) return false;
    if (!$mayHoldCallout() || $enclosingCallout(block) !== null) return false;
    const paragraph = $createParagraphNode().append(...children);
    block.replace(paragraph);
    paragraph.selectStart();
    $toggleCallout(match[1]!.toLowerCase());
    return undefined;
  },
};

const CHECKED_LINK: TextMatchTransformer = {
  ...LINK,
  replace: (node, match) =>
    normaliseUrl(match[2] ?? match[3] ?? '') === null ? undefined : LINK.replace?.(node, match),
};

const TRANSFORMERS = [
  ...[HEADING, QUOTE, CHECK_LIST, UNORDERED_LIST, ORDERED_LIST, RULE].map(onlyInParagraphs),
  CODE,
  CALLOUT,
  CHECK_BOX,
  INLINE_CODE,
  BOLD_ITALIC_STAR,
  BOLD_ITALIC_UNDERSCORE,
  BOLD_STAR,
  BOLD_UNDERSCORE,
  ITALIC_STAR,
  ITALIC_UNDERSCORE,
  STRIKETHROUGH,
  CHECKED_LINK,
];

export const MarkdownShortcutsExtension = defineExtension({
  name: 'dossier/markdown-shortcuts',
  register: (editor) => registerMarkdownShortcuts(editor, TRANSFORMERS),
});
