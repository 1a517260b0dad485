/** The package document of an EPUB book (OPF 2 and 3): its metadata, and the files of its text in order. */
import { percentDecoded } from '#domain/percentDecoded.ts';
import { nodesNamed, parseXml, wholeText, type XmlNode } from '../xml/tree.ts';

export interface BookFile {
  /** Path in the archive. */
  path: string;
  mediaType: string;
  properties: string[];
}

export interface Book {
  metadata: XmlNode;
  /** The files of the text in the order of reading. */
  spine: BookFile[];
  /** The table of contents: EPUB 3's navigation, or EPUB 2's NCX. */
  contents: BookFile | null;
}

/** The path of the package document, as `META-INF/container.xml` states it; null where it states none. */
export function packagePath(container: string): string | null {
  for (const { attributes } of nodesNamed(parseXml(container), 'rootfile')) {
    const path = attributes['full-path'];
    if (path !== undefined && path !== '') return percentDecoded(path);
  }
  return null;
}

/** `path` is that of the package document, which its own paths are relative to. */
export function readPackage(source: string, path: string): Book {
  const root = parseXml(source);
  const files = new Map<string, BookFile>();
  for (const { attributes } of nodesNamed(root, 'item')) {
    const { id = '', href = '', properties = '' } = attributes;
    const target = resolvePath(path, href);
    if (target !== null)
      files.set(id, {
        path: target,
        mediaType: attributes['media-type'] ?? '',
        properties: properties.split(/\s+/u),
      });
  }
  const [spine] = nodesNamed(root, 'spine');
  const items = [...(spine === undefined ? [] : nodesNamed(spine, 'itemref'))];
  // What is outside the order of reading, mostly notes, comes last.
  const ordered = [...items.filter(isLinear), ...items.filter((item) => !isLinear(item))];
  const navigation = [...files.values()].find(({ properties }) => properties.includes('nav'));
  const [metadata] = nodesNamed(root, 'metadata');
  return {
    metadata: metadata ?? { name: 'metadata', attributes: {}, children: [], text: '' },
    spine: ordered.flatMap(({ attributes }) => files.get(attributes['idref'] ?? '') ?? []),
    contents: navigation ?? files.get(spine?.attributes['toc'] ?? '') ?? null,
  };
}

function isLinear({ attributes }: XmlNode): boolean {
  return attributes['linear'] !== 'no';
}

/** The archive's path of what a file at `from` calls `href`, without its fragment; null where it leads out of the archive. */
export function resolvePath(from: string, href: string): string | null {
  const parts = from.split('/').slice(0, -1);
  const target = percentDecoded(href.replace(/[?#].*$/su, ''));
  if (/^[a-z][a-z\d+.-]*:|^\/|\\|\0/iu.test(target)) return null;
  for (const part of target.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return null;
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** The titles that the table of contents gives to whole files, by their paths. */
export function contentsTitles(source: string, file: BookFile): Map<string, string> {
  const root = parseXml(source);
  const titles = new Map<string, string>();
  const add = (href: string | undefined, title: string): void => {
    const path = href === undefined ? null : resolvePath(file.path, href);
    if (path !== null && title !== '' && !titles.has(path)) titles.set(path, title);
  };
  for (const point of nodesNamed(root, 'navPoint')) {
    const [content] = nodesNamed(point, 'content');
    const label = point.children.find((child) => child.name === 'navLabel');
    add(content?.attributes['src'], label === undefined ? '' : wholeText(label));
  }
  for (const nav of nodesNamed(root, 'nav'))
    if (/\btoc\b/u.test(nav.attributes['epub:type'] ?? 'toc'))
      for (const link of nodesNamed(nav, 'a')) add(link.attributes['href'], wholeText(link));
  return titles;
}
