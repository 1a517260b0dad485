/** Loads two states of a brief and compares them. */
import { compareDocuments, type DocumentChange } from '#domain/compare/documents.ts';
import type { BriefSettings } from '#domain/brief.ts';
import type { StoredDocument } from '#domain/document/stored.ts';
import { serialiseDocument } from '#editor/document/BlocksExtension.ts';
import { useEffect, useState } from 'react';
import { client } from '../../../api/client.ts';
import type { BriefSession } from '../session.ts';
import { citationNames } from './citationNames.ts';

interface State {
  settings: BriefSettings;
  document: StoredDocument;
  /** Blocks that could not be read. */
  damaged: number;
}

export interface Comparison {
  before: State;
  after: State;
  changes: DocumentChange[];
}

/**
 * `from` is a version; `to` another one, or null for the text as it is in the editor. It is made again whenever `turn`
 * is another.
 */
export function useComparison(
  session: BriefSession,
  from: number,
  to: number | null,
  turn: number,
): { comparison: Comparison | null; error: Error | null } {
  const [state, setState] = useState<{ comparison: Comparison | null; error: Error | null }>({
    comparison: null,
    error: null,
  });
  useEffect(() => {
    let current = true;
    compare(session, from, to).then(
      (comparison) => current && setState({ comparison, error: null }),
      (error: unknown) => current && setState({ comparison: null, error: error as Error }),
    );
    return () => {
      current = false;
    };
  }, [session, from, to, turn]);
  return state;
}

async function compare(session: BriefSession, from: number, to: number | null): Promise<Comparison> {
  const [before, after] = await Promise.all([
    client.call('versions.get', { id: from }),
    to === null ? present(session) : client.call('versions.get', { id: to }),
  ]);
  const label = await citationNames([before.document, after.document]);
  return { before, after, changes: compareDocuments(before.document, after.document, label) };
}

function present({ editor, settings }: BriefSession): State {
  return { settings: settings.current.get(), document: serialiseDocument(editor), damaged: 0 };
}
