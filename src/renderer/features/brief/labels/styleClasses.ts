import type { FormattedCitations } from '#domain/citation.ts';
import { client } from '../../../api/client.ts';

type StyleClass = FormattedCitations['styleClass'];

export interface StyleClasses {
  of(styleId: string): StyleClass | undefined;
  /** Asks for the class of a style that is not known yet. */
  learn(styleId: string): void;
  /** What ids of styles stand for may have changed. */
  forget(): void;
}

/** Whether styles cite in notes, which is known before the citation engine has read its first style. */
export function createStyleClasses(onLearned: () => void): StyleClasses {
  const classes = new Map<string, StyleClass>();
  return {
    of: (styleId) => classes.get(styleId),
    learn(id) {
      if (classes.has(id)) return;
      client.call('citations.style', { id }).then(
        (style) => {
          classes.set(id, style.class);
          onLearned();
        },
        () => undefined,
      );
    },
    forget: () => classes.clear(),
  };
}
