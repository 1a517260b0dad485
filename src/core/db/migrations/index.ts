/** Every migration, oldest first. Published ones are never changed or taken away. */
import type { Migration } from '../migrate.ts';
import { articles } from './0010-articles.ts';
import { snippets } from './0020-snippets.ts';
import { briefs } from './0030-briefs.ts';
import { settings } from './0040-settings.ts';
import { organise } from './0050-organise.ts';
import { lists } from './0060-lists.ts';
import { imports } from './0070-imports.ts';
import { importCollection } from './0080-import-collection.ts';
import { citationKeys } from './0090-citation-keys.ts';
import { versions } from './0100-versions.ts';
import { comments } from './0110-comments.ts';
import { titleBlock } from './0120-title-block.ts';
import { page } from './0121-page.ts';
import { keywords } from './0122-keywords.ts';

export const migrations: readonly Migration[] = [
  articles,
  snippets,
  briefs,
  settings,
  organise,
  lists,
  imports,
  importCollection,
  citationKeys,
  versions,
  comments,
  titleBlock,
  page,
  keywords,
];
