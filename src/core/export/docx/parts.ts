/** The small parts of a Word document: properties, settings, header and footer. */
import { textDirection } from '#domain/document/direction.ts';
import type { Flow } from '../flow/flow.ts';
import { labelsFor } from '../labels.ts';
import { runningTitle } from '../pdf/runningTitle.ts';
import { wellFormed } from '../languages.ts';
import { NAMESPACES } from './package.ts';
import { field, textRuns } from './runs.ts';
import type { Writing } from './writing.ts';
import { escaped, hex, val, xml, xmlPart } from './xml.ts';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

export function corePart({ title, author, keywords, isoDate, language }: Flow): string {
  const time = (name: string): string =>
    isoDate === null ? '' : xml(`dcterms:${name}`, { 'xsi:type': 'dcterms:W3CDTF' }, `${isoDate}T00:00:00Z`);
  return xmlPart(
    xml(
      'cp:coreProperties',
      {
        'xmlns:cp': `${PACKAGE}/metadata/core-properties`,
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:dcterms': 'http://purl.org/dc/terms/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      },
      xml('dc:title', {}, escaped(title)),
      author === '' ? '' : xml('dc:creator', {}, escaped(author)),
      keywords.length === 0 ? '' : xml('cp:keywords', {}, escaped(keywords.join(', '))),
      xml('dc:language', {}, escaped(wellFormed(language))),
      time('created'),
      time('modified'),
    ),
  );
}

export const APP_PART = xmlPart(
  xml(
    'Properties',
    { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' },
    xml('Application', {}, 'Dossier'),
  ),
);

const compatible = (name: string, value: number): string =>
  xml('w:compatSetting', {
    'w:name': name,
    'w:uri': 'http://schemas.microsoft.com/office/word',
    'w:val': value,
  });

/** Word lays out by the rules of its version 15, and does not call the file an old one. */
export function settingsPart({ flow: { language }, script }: Writing): string {
  return xmlPart(
    xml(
      'w:settings',
      NAMESPACES,
      xml('w:zoom', { 'w:percent': 100 }),
      val('defaultTabStop', 720),
      val('characterSpacingControl', 'doNotCompress'),
      xml('w:footnotePr', {}, xml('w:footnote', { 'w:id': -1 }), xml('w:footnote', { 'w:id': 0 })),
      xml(
        'w:compat',
        {},
        compatible('compatibilityMode', 15),
        compatible('overrideTableStyleFontSizeAndJustification', 1),
        compatible('enableOpenTypeFeatures', 1),
        compatible('doNotFlipMirrorIndents', 1),
      ),
      xml('w:themeFontLang', { 'w:val': wellFormed(language), 'w:eastAsia': script.language }),
      val('decimalSymbol', '.'),
      val('listSeparator', ','),
    ),
  );
}

export function headerPart(writing: Writing): string {
  const title = textRuns(runningTitle(writing.flow.title), [], writing);
  const dir = textDirection(writing.flow.title) ?? writing.flow.dir;
  const properties = xml('w:pPr', {}, val('pStyle', 'Header'), dir === 'rtl' ? val('bidi') : '');
  const running = xml('w:p', {}, properties, title);
  return xmlPart(xml('w:hdr', NAMESPACES, bannerXml(writing, 'above'), running));
}

/** Of the first page: the marking alone. */
export function firstHeaderPart(writing: Writing): string {
  return xmlPart(
    xml('w:hdr', NAMESPACES, writing.flow.banner === null ? '<w:p/>' : bannerXml(writing, 'above')),
  );
}

/** A line across the page in the colour of the marking, which its borders make a band; `side` is that of the text. */
function bannerXml(writing: Writing, side: 'above' | 'below'): string {
  const { banner } = writing.flow;
  if (banner === null) return '';
  const space = side === 'above' ? { 'w:before': 0, 'w:after': 80 } : { 'w:before': 80, 'w:after': 0 };
  const edge = { 'w:val': 'single', 'w:sz': 24, 'w:space': 0, 'w:color': hex(banner.colour) };
  const properties = xml(
    'w:pPr',
    {},
    val('pStyle', 'Marking'),
    xml('w:pBdr', {}, xml('w:top', edge), xml('w:bottom', edge)),
    xml('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': hex(banner.colour) }),
    xml('w:spacing', space),
  );
  const look = xml('w:rPr', {}, val('color', hex(banner.ink)));
  const words = xml('w:r', {}, look, xml('w:t', { 'xml:space': 'preserve' }, escaped(banner.text)));
  return xml('w:p', {}, properties, words);
}

/** Page X of Y, in the brief's language. */
export function footerPart(writing: Writing): string {
  const words = labelsFor(writing.flow.language).page.split(/(\{pages?\})/u);
  const content = words.map((part) => {
    if (part === '{page}') return field('PAGE', textRuns('1', [], writing));
    if (part === '{pages}') return field('NUMPAGES', textRuns('1', [], writing));
    return part === '' ? '' : textRuns(part, [], writing);
  });
  return xmlPart(
    xml(
      'w:ftr',
      NAMESPACES,
      xml('w:p', {}, xml('w:pPr', {}, val('pStyle', 'Footer')), ...content),
      bannerXml(writing, 'below'),
    ),
  );
}

const rule = (id: number, type: string): string =>
  xml(
    'w:footnote',
    { 'w:type': type, 'w:id': id },
    xml(
      'w:p',
      {},
      xml('w:pPr', {}, xml('w:spacing', { 'w:after': 60, 'w:line': 240, 'w:lineRule': 'auto' })),
      xml('w:r', {}, `<w:${type}/>`),
    ),
  );

export function footnotesPart(notes: readonly string[]): string {
  return xmlPart(
    xml('w:footnotes', NAMESPACES, rule(-1, 'separator'), rule(0, 'continuationSeparator'), ...notes),
  );
}
