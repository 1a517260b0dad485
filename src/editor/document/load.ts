/** From the stored document to the editor. What cannot be read throws: it is never cut short and saved. */
import { newBlockId, storedBlockId, withBlockId } from '#domain/document/blockId.ts';
import { CALLOUT_TYPE } from '#domain/document/callouts.ts';
import { NOTE_TYPE, SECTION_TYPE } from '#domain/document/footnotes.ts';
import {
  DELETED_BLOCKS_TYPE,
  DELETION_TYPE,
  insertedMark,
  readDeletion,
  withInserted,
} from '#domain/document/suggestions/marks.ts';
import { DOC_VERSION, type StoredDocument, type StoredNode } from '#domain/document/stored.ts';
import { type EditorState, getRegisteredNode, type LexicalEditor } from 'lexical';
import { isCitationCluster } from '../citation/items.ts';
import { isSoundTable, rectangularTable } from '../table/stored.ts';

/** Throws an Error with a message for people where the document cannot be read whole. */
export function parseDocument(editor: LexicalEditor, document: StoredDocument): EditorState {
  if (document.docVersion > DOC_VERSION)
    throw new Error(
      `This brief was written by a newer Dossier (document format ${document.docVersion}, this one reads up to ${DOC_VERSION}). Open it with that version.`,
    );
  if (document.root.type !== 'root' || !Array.isArray(document.root.children))
    throw new Error('The stored text of this brief has no beginning: its root node is missing.');
  const blocks = readableBlocks(editor, document);
  if (blocks.length === 0) blocks.push({ type: 'paragraph', version: 1, children: [] });
  return editor.parseEditorState({ root: { ...document.root, children: withBlockIds(blocks) } });
}

/** The children of the root, or of another node in its place, as the editor reads them: what it does not know is kept. */
export function readableBlocks(editor: LexicalEditor, { root }: Pick<StoredDocument, 'root'>): StoredNode[] {
  return keepUnknown(root, (type) => getRegisteredNode(editor, type) !== undefined);
}

/** Gives an id to each block that has none, or one that an earlier block has. It is stored with the next edit. */
function withBlockIds(blocks: StoredNode[]): StoredNode[] {
  const taken = new Set<string>();
  return blocks.map((block) => {
    if (block.type === 'unknown' || block.type === SECTION_TYPE) return block;
    const own = storedBlockId(block);
    const id = own === null || taken.has(own) ? newBlockId() : own;
    taken.add(id);
    return id === own ? block : withBlockId(block, id);
  });
}

/** Wraps every node that the editor has no type for, or whose content it cannot take. */
function keepUnknown(parent: StoredNode, known: (type: string) => boolean): StoredNode[] {
  const kept: StoredNode[] = [];
  for (const node of parent.children ?? []) {
    if (!known(node.type) || node.type === 'unknown' || isBroken(node))
      kept.push(
        withInserted(
          { type: 'unknown', version: 1, raw: node, inline: holdsInlines(parent) },
          insertedMark(node),
        ),
      );
    else {
      const read = node.type === 'table' ? rectangularTable(node) : node;
      kept.push(read.children === undefined ? read : { ...read, children: keepUnknown(read, known) });
    }
  }
  return kept;
}

function isBroken(node: StoredNode): boolean {
  if (node.type === DELETION_TYPE || node.type === DELETED_BLOCKS_TYPE) return readDeletion(node) === null;
  if (node.type === 'table') return !isSoundTable(node);
  return (node.type === 'citation' || node.type === 'snippet') && !isCitationCluster(node['items']);
}

const BLOCK_PARENTS = new Set([
  'root',
  'snippet',
  CALLOUT_TYPE,
  'list',
  'table',
  'tablerow',
  'tablecell',
  SECTION_TYPE,
  NOTE_TYPE,
]);

function holdsInlines(parent: StoredNode): boolean {
  return !BLOCK_PARENTS.has(parent.type);
}
