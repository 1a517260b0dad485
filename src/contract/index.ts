/** Every operation of Dossier, once. Names are `feature.verb`. */
import type { z } from 'zod';
import { annotationOperations } from './annotations.ts';
import { appOperations } from './app.ts';
import { articleOperations } from './articles.ts';
import { briefOperations, snippetOperations } from './briefs.ts';
import { citationKeyOperations } from './citationKeys.ts';
import { citationOperations } from './citations.ts';
import { collectionOperations } from './collections.ts';
import { commentOperations } from './comments.ts';
import { duplicateOperations } from './duplicates.ts';
import { exportOperations } from './export.ts';
import { importOperations } from './import.ts';
import { importTableOperations } from './importTables.ts';
import { locatorOperations } from './locators.ts';
import { markdownOperations } from './markdown.ts';
import { organiseOperations } from './organise.ts';
import { pictureOperations } from './pictures.ts';
import { referenceOperations } from './references.ts';
import { searchOperations } from './search.ts';
import { savedSearchOperations } from './searches.ts';
import { sourceCheckOperations } from './sourceChecks.ts';
import { tagOperations } from './tags.ts';
import { versionOperations } from './versions.ts';

export const contract = {
  ...annotationOperations,
  ...appOperations,
  ...articleOperations,
  ...briefOperations,
  ...citationKeyOperations,
  ...citationOperations,
  ...collectionOperations,
  ...commentOperations,
  ...duplicateOperations,
  ...exportOperations,
  ...importOperations,
  ...importTableOperations,
  ...markdownOperations,
  ...pictureOperations,
  ...referenceOperations,
  ...savedSearchOperations,
  ...locatorOperations,
  ...organiseOperations,
  ...searchOperations,
  ...snippetOperations,
  ...sourceCheckOperations,
  ...tagOperations,
  ...versionOperations,
};

type Contract = typeof contract;
export type OperationName = keyof Contract;
/** What a caller passes: fields with a default may be left out. */
export type OperationInput<N extends OperationName> = z.input<Contract[N]['input']>;
/** What a handler receives, after validation. */
export type ParsedInput<N extends OperationName> = z.output<Contract[N]['input']>;
export type OperationOutput<N extends OperationName> = z.output<Contract[N]['output']>;

/** One function for each operation named in N. */
export type Handlers<N extends OperationName = OperationName> = {
  [K in N]: (input: ParsedInput<K>) => OperationOutput<K> | Promise<OperationOutput<K>>;
};

/** The operations of one feature, by the part of the name before the dot. */
export type FeatureOperations<F extends string> = Extract<OperationName, `${F}.${string}`>;

/** How a transport reaches the core: typed call and events. */
export interface Client {
  call<N extends OperationName>(name: N, input: OperationInput<N>): Promise<OperationOutput<N>>;
}
