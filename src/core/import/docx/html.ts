/** The text of a Word document as HTML, by mammoth: pictures are left out and no other file is looked at. */
import { type Zippable, zipSync } from 'fflate';
import mammoth from 'mammoth';
import type { Parts } from './parts.ts';

export interface DocumentHtml {
  html: string;
  /** What is set in the style of titles. */
  titles: string[];
}

/** Style names of Word, LibreOffice and Pages, beside those that mammoth knows; names are those of the file. */
const STYLE_MAP = [
  "p[style-name='Dossier Title'] => p.title:fresh",
  "p[style-name='Dossier Caption'] => figcaption:fresh",
  "p[style-name='Dossier Quote'] => blockquote:fresh > p:fresh",
  "p[style-name='Dossier Code'] => pre:separator('\\n')",
  'p:ordered-list(1) => ol > li:fresh',
];
const HEADING =
  /^(?:heading|überschrift|titre|título|titolo|kop|rubrik|заголовок|başlık|nagłówek|제목|見出し|标题|標題)\s*([1-9])$/iu;
const STYLES: [name: RegExp, ours: string][] = [
  [/^(?:title|titel|titre|título|konu başlığı|название|제목|表題)$/iu, 'Dossier Title'],
  [
    /^(?:caption|beschriftung|légende|resim yazısı|figure|table|illustration|drawing|캡션|図表番号)$/iu,
    'Dossier Caption',
  ],
  [
    /^(?:quote|intense quote|quotations|block text|zitat|intensives zitat|citation|alıntı|цитата|인용)$/iu,
    'Dossier Quote',
  ],
  [/^(?:html preformatted|preformatted text|code|source code|plain text code|quelltext)$/iu, 'Dossier Code'],
];

/** Rejects with whatever error the library has for damaged documents. */
export async function toHtml(parts: Parts): Promise<DocumentHtml> {
  const titles: string[] = [];
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(zipSync(Object.fromEntries(parts) as Zippable, { level: 0 })) },
    {
      styleMap: STYLE_MAP,
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      idPrefix: 'n-',
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
      transformDocument: (document: DocumentElement) => withKnownStyles(document, titles),
    },
  );
  return { html: value, titles };
}

/** What of the library's tree is looked at. */
interface DocumentElement {
  type: string;
  styleName?: string | null;
  styleId?: string | null;
  value?: string;
  children?: DocumentElement[];
}

/** Gives styles that go by many names one each. */
function withKnownStyles(element: DocumentElement, titles: string[]): DocumentElement {
  if (element.type === 'paragraph') {
    const name = element.styleName ?? '';
    const level = HEADING.exec(name)?.[1];
    const ours = STYLES.find(([pattern]) => pattern.test(name.trim()))?.[1];
    if (ours === 'Dossier Title') titles.push(textOf(element));
    if (level !== undefined)
      return {
        ...element,
        styleId: `Heading${Math.min(6, Number(level))}`,
        styleName: `Heading ${Math.min(6, Number(level))}`,
      };
    return ours === undefined ? element : { ...element, styleId: null, styleName: ours };
  }
  const children = element.children?.map((child) => withKnownStyles(child, titles));
  return children === undefined ? element : { ...element, children };
}

function textOf({ type, value = '', children = [] }: DocumentElement): string {
  return type === 'text' ? value : children.map(textOf).join('');
}
