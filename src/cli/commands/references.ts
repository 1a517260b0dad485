import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DossierError } from '#contract/errors.ts';
import type { ReferenceFormat, ReferencesOf } from '#contract/references.ts';
import { type CommonOptions, withLibrary } from '../library.ts';
import { print } from '../output.ts';
import { scopeOf } from './articles.ts';
import { findBrief } from './export.ts';

interface ReferenceOptions extends CommonOptions {
  format: ReferenceFormat;
  /** A file or a folder. */
  out: string;
  brief?: string;
  tag?: string;
  collection?: string;
}

/** Writes the references of a brief, or of the library or a part of it, as a file. */
export async function exportReferences(options: ReferenceOptions): Promise<void> {
  const { format, brief } = options;
  if (brief !== undefined && (options.tag !== undefined || options.collection !== undefined))
    throw new DossierError('invalid_input', 'Name a brief, or a tag or collection: not both.');
  const out = resolve(options.out);
  const isFolder = await stat(out).then(
    (found) => found.isDirectory(),
    () => false,
  );
  const choosePath = (name: string): string => (isFolder ? join(out, name) : out);
  const saved = await withLibrary(options, { create: false, choosePath }, async (library) => {
    const of: ReferencesOf =
      brief === undefined
        ? { target: { scope: await scopeOf(library, options), except: [] } }
        : { briefId: findBrief(brief, await library.call('briefs.list', {})).id };
    return library.call('references.save', { of, format });
  });
  print(options, { ...saved, format }, () => [`${saved!.count} references written to ${saved!.path}`]);
}
