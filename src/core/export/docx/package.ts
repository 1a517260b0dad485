/** The package of a Word document (ECMA-376, part 2): its parts, and how they refer to each other. */
import { zipSync } from 'fflate';
import { xml, xmlPart } from './xml.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** Of the root of every part of WordprocessingML. */
export const NAMESPACES = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'xmlns:r': OFFICE,
  'xmlns:wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:pic': 'http://schemas.openxmlformats.org/drawingml/2006/picture',
  'xmlns:mc': 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  'xmlns:w14': 'http://schemas.microsoft.com/office/word/2010/wordml',
  'mc:Ignorable': 'w14',
} as const;

/** What a part refers to. Numbered in the order in which they are asked for. */
export class Relations {
  readonly #ids = new Map<string, string>();

  /** The id of a picture in the package, or of an address outside of it. */
  to(kind: 'image' | 'hyperlink', target: string): string {
    const key = `${kind} ${target}`;
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = `rIdX${this.#ids.size + 1}`;
    this.#ids.set(key, id);
    return id;
  }

  /** The part that tells of them; `others` are those of the package itself, by their ids. */
  part(others: readonly [id: string, type: string, target: string][] = []): string {
    const own = [...this.#ids].map(([key, id]) => {
      const [kind, target] = [key.slice(0, key.indexOf(' ')), key.slice(key.indexOf(' ') + 1)];
      const mode = kind === 'hyperlink' ? 'External' : undefined;
      return relation(id, `${OFFICE}/${kind}`, target, mode);
    });
    const always = others.map(([id, type, target]) => relation(id, type, target));
    return relationsPart([...always, ...own]);
  }
}

function relation(id: string, type: string, target: string, mode?: string): string {
  return xml('Relationship', { Id: id, Type: type, Target: target, TargetMode: mode });
}

function relationsPart(relations: string[]): string {
  return xmlPart(xml('Relationships', { xmlns: `${PACKAGE}/relationships` }, ...relations));
}

const PACKAGE_RELATIONS = relationsPart([
  relation('rId1', `${OFFICE}/officeDocument`, 'word/document.xml'),
  relation('rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'),
  relation('rId3', `${OFFICE}/extended-properties`, 'docProps/app.xml'),
]);

/** Parts of `word/` that the document refers to, by the kind of the reference. */
const DOCUMENT_PARTS = [
  ['styles', 'styles'],
  ['numbering', 'numbering'],
  ['settings', 'settings'],
  ['footnotes', 'footnotes'],
  ['header1', 'header'],
  ['footer1', 'footer'],
  ['header2', 'header'],
] as const;
type DocumentPart = (typeof DOCUMENT_PARTS)[number][0] | 'document';

const HEADER_AND_FOOTER = { header: 'rId5', footer: 'rId6', firstHeader: 'rId7' } as const;
export { HEADER_AND_FOOTER };

/** Parts that are there where the brief has comments; the second one is Word's own, of 2012. */
const COMMENT_PARTS = [
  ['comments', `${OFFICE}/comments`],
  ['commentsExtended', 'http://schemas.microsoft.com/office/2011/relationships/commentsExtended'],
] as const;

const contentTypes = (hasComments: boolean): string =>
  xmlPart(
    xml(
      'Types',
      { xmlns: `${PACKAGE}/content-types` },
      ...[
        ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
        ['xml', 'application/xml'],
        ['png', 'image/png'],
        ['jpg', 'image/jpeg'],
        ['gif', 'image/gif'],
        ['svg', 'image/svg+xml'],
      ].map(([extension, type]) => xml('Default', { Extension: extension, ContentType: type })),
      override('/word/document.xml', `${WORD}.document.main+xml`),
      ...DOCUMENT_PARTS.map(([name, kind]) => override(`/word/${name}.xml`, `${WORD}.${kind}+xml`)),
      ...(hasComments ? COMMENT_PARTS : []).map(([name]) =>
        override(`/word/${name}.xml`, `${WORD}.${name}+xml`),
      ),
      override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
      override('/docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'),
    ),
  );

function override(part: string, type: string): string {
  return xml('Override', { PartName: part, ContentType: type });
}

export interface PackageParts {
  /** Parts of `word/` by their names without ending. */
  word: Readonly<Record<DocumentPart, string>>;
  /** The document's and the notes' own relations. */
  relations: { document: Relations; footnotes: Relations };
  /** Null where there are none. */
  comments: { comments: string; commentsExtended: string } | null;
  core: string;
  app: string;
  /** Files of `word/media/`. */
  media: ReadonlyMap<string, Uint8Array>;
}

/** The same parts give the same bytes. */
export function packageOf(parts: PackageParts): Uint8Array<ArrayBuffer> {
  const { word, relations, comments, core, app, media } = parts;
  const always = [
    ...DOCUMENT_PARTS.map(([name, kind]) => [name, `${OFFICE}/${kind}`] as const),
    ...(comments === null ? [] : COMMENT_PARTS),
  ].map(([name, type], index): [string, string, string] => [`rId${index + 1}`, type, `${name}.xml`]);
  const texts: Record<string, string> = {
    // Readers expect it to come first.
    '[Content_Types].xml': contentTypes(comments !== null),
    '_rels/.rels': PACKAGE_RELATIONS,
    'docProps/app.xml': app,
    'docProps/core.xml': core,
    'word/_rels/document.xml.rels': relations.document.part(always),
    'word/_rels/footnotes.xml.rels': relations.footnotes.part(),
    ...Object.fromEntries(
      Object.entries({ ...word, ...comments }).map(([name, part]) => [`word/${name}.xml`, part]),
    ),
  };
  const encoder = new TextEncoder();
  const entries = [
    ...Object.entries(texts).map(([path, part]) => [path, encoder.encode(part)] as const),
    ...[...media].map(([name, bytes]) => [`word/media/${name}`, bytes] as const),
  ];
  // No time of day.
  const zip = zipSync(Object.fromEntries(entries) as Record<string, Uint8Array>, {
    level: 6,
    mtime: new Date(1980, 0, 1),
  });
  return new Uint8Array(zip);
}
