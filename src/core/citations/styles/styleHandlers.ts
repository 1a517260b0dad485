/** Styles as the interface asks for them: lists, previews, installing and removing. */
import { DossierError } from '#contract/errors.ts';
import type { Handlers } from '#contract/index.ts';
import type { CitationStyle, StylePreview, styleOperations } from '#contract/styles.ts';
import type { CitationCluster, Cited } from '#domain/citation.ts';
import type { CoreContext } from '../../context.ts';
import { latestOnly } from '../../worker/latest.ts';
import { hasEnded, spawnLazily } from '../../worker/spawn.ts';
import { localeFor } from './styleLocale.ts';
import type { FormatRequest } from '../engine/engine.ts';
import type { StyleHeader } from './styleHeader.ts';
import { createStyleLibrary, type LibraryStyle, type StyleLibrary } from './styleLibrary.ts';
import { SAMPLE_CLUSTERS, SAMPLE_ITEMS } from './styleSamples.ts';
import type { StylesMethods } from './styles.worker.ts';

export interface Styles extends Pick<StyleLibrary, 'find' | 'findOrFallback' | 'list'> {
  handlers: Handlers<keyof typeof styleOperations>;
  close(): Promise<void>;
}

/** Milliseconds in which a style must have shown that it works; the largest take 2 s on a slow computer. */
const CHECK_TIME = 20_000;
/** Titles of briefs that are named in a refusal. */
const MAX_NAMED = 3;

type Request = Cited & { styleId: string; language: string };

/** `withItems` adds the metadata of the sources. `checkTime` is in milliseconds. */
export function createStyles(
  context: CoreContext,
  withItems: (request: Request) => FormatRequest,
  checkTime = CHECK_TIME,
): Styles {
  const library = createStyleLibrary(context);
  const worker = spawnLazily<StylesMethods>('styles', null);

  const preview = latestOnly(
    async (input: { styleId: string; language: string; clusters: CitationCluster[] }) => {
      const { source } = findStyle(library, input.styleId);
      const request = previewRequest(input, withItems);
      const formatted = await worker.get().preview({ ...request, style: source });
      return {
        styleClass: formatted.styleClass,
        locale: localeFor(input.language, source),
        isSample: request.items === SAMPLE_ITEMS,
        citations: formatted.clusters.map(({ content, noteNumber }) => ({ content, noteNumber })),
        sources: formatted.bibliography.map(({ content }) => content),
      } satisfies StylePreview;
    },
  );

  /** In its thread, which is ended where the style takes too long: it may go on for ever. */
  const check = async (text: string): Promise<StyleHeader> => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tooLong = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        reject(
          new DossierError(
            'invalid_input',
            `The citation engine did not come to an end with the style in ${checkTime / 1000} seconds.`,
          ),
        );
        void worker.stop();
      }, checkTime);
    });
    const checked = worker.get().check(text);
    try {
      return await Promise.race([checked, tooLong]);
    } catch (error) {
      if (hasEnded(error)) await worker.stop();
      throw error;
    } finally {
      clearTimeout(timer);
      checked.catch(() => undefined);
    }
  };

  return {
    find: (id) => library.find(id),
    findOrFallback: (id) => library.findOrFallback(id),
    list: () => library.list(),
    handlers: {
      'citations.styles': () => library.list().map(described),
      'citations.style': ({ id }) => {
        const { style, isMissing } = library.findOrFallback(id);
        return { ...described(style), isMissing };
      },
      'citations.findStyles': async ({ words, limit }) => {
        const known = new Set(library.list().map(({ id }) => id));
        const { styles, total } = await worker.get().find(words, limit + known.size);
        const others = styles.filter(({ id }) => !known.has(id));
        return {
          styles: others.slice(0, limit).map((style) => ({ ...style, origin: 'package' as const })),
          total: total - (styles.length - others.length),
        };
      },
      'citations.previewStyle': preview,
      'citations.installStyle': async ({ text }) => {
        const header = await check(text);
        if (header.parent !== null) needParent(library, header);
        const before = library.installed.list().length;
        const { id } = await library.installed.write(header, text);
        context.emit('styles.changed', {});
        const isReplaced = library.installed.list().length === before;
        return { ...described(findStyle(library, id)), isReplaced };
      },
      'citations.removeStyle': async ({ id }) => {
        const style = library.installed.find(id);
        if (style === undefined)
          throw new DossierError('not_found', 'Only a style that was installed can be removed.');
        refuseNeeded(context, library, id, style.header);
        const text = await library.installed.remove(style);
        context.emit('styles.changed', {});
        return { text };
      },
    },
    close: () => worker.stop(),
  };
}

function described({ id, title, class: styleClass, origin }: LibraryStyle): CitationStyle {
  return { id, title, class: styleClass, origin };
}

function findStyle(library: StyleLibrary, id: string): LibraryStyle {
  const style = library.find(id);
  if (style !== null) return style;
  throw new DossierError('not_found', `The citation style ${id} is not here. Install it, or choose another.`);
}

/** The brief's own sources, or samples where it cites none that are in the library. */
function previewRequest(
  { styleId, language, clusters }: { styleId: string; language: string; clusters: CitationCluster[] },
  withItems: (request: Request) => FormatRequest,
): FormatRequest {
  const cited = { styleId, language, footnotes: [], uncited: [] };
  const own = withItems({ ...cited, clusters });
  const present = own.clusters.filter((cluster) => cluster.some(({ articleId }) => own.items.has(articleId)));
  return present.length > 0
    ? { ...own, clusters: present }
    : { ...cited, clusters: SAMPLE_CLUSTERS, items: SAMPLE_ITEMS };
}

/** Throws `not_found` where the style that a dependent one takes its rules from is not there. */
function needParent(library: StyleLibrary, { title, parent }: StyleHeader): void {
  const independent = library.find(parent!);
  if (independent !== null && !library.installed.find(parent!)?.header.parent) return;
  throw new DossierError(
    'not_found',
    `“${title}” takes its rules from the style ${parent}, which is not here. Install that one first, then this one again.`,
  );
}

/** Throws `conflict` where a brief is set in the style, or another style depends on it. */
function refuseNeeded(context: CoreContext, library: StyleLibrary, id: string, header: StyleHeader): void {
  const briefs = context.db
    .prepare<[string], string>(
      'SELECT title FROM brief WHERE style_id = ? AND removed_at IS NULL ORDER BY updated_at DESC',
    )
    .pluck()
    .all(id);
  if (briefs.length > 0)
    throw new DossierError(
      'conflict',
      `“${header.title}” is the style of ${named(briefs)}. Choose another style there first.`,
    );
  const dependents = library.installed.list().filter((style) => style.header.parent === id);
  if (dependents.length > 0)
    throw new DossierError(
      'conflict',
      `${named(dependents.map((style) => style.header.title))} depend${dependents.length === 1 ? 's' : ''} on “${header.title}”. Remove that first.`,
    );
}

function named(titles: string[]): string {
  const shown = titles.slice(0, MAX_NAMED).map((title) => `“${title || 'Untitled'}”`);
  const more = titles.length - shown.length;
  return shown.join(', ') + (more > 0 ? ` and ${more} more` : '');
}
