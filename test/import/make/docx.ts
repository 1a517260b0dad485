/** Writes the Word documents among the golden imports. `node test/import/make/docx.ts` */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { archive } from './archive.ts';

const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const run = (text: string, format = ''): string =>
  `<w:r>${format === '' ? '' : `<w:rPr>${format}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (style: string, ...content: string[]): string =>
  `<w:p>${style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${content.map((part) => (part.startsWith('<') ? part : run(part))).join('')}</w:p>`;
const item = (list: number, level: number, text: string): string =>
  `<w:p><w:pPr><w:pStyle w:val="ListParagraph"/><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>${run(text)}</w:p>`;
const noteMark = (kind: 'footnote' | 'endnote', id: number, style: string): string =>
  `<w:r><w:rPr><w:rStyle w:val="${style}"/></w:rPr><w:${kind}Reference w:id="${id}"/></w:r>`;
const table = (rows: string[][], header: boolean): string =>
  `<w:tbl><w:tblPr/><w:tblGrid/>${rows
    .map(
      (row, index) =>
        `<w:tr>${header && index === 0 ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${row
          .map((cell) => `<w:tc><w:tcPr/>${paragraph('', run(cell, index === 0 ? '<w:b/>' : ''))}</w:tc>`)
          .join('')}</w:tr>`,
    )
    .join('')}</w:tbl>`;
const styles = (names: Record<string, string>, language: string): string =>
  `${XML}<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="${language}"/></w:rPr></w:rPrDefault></w:docDefaults>${Object.entries(
    names,
  )
    .map(
      ([id, name]) =>
        `<w:style w:type="${/Anchor|Reference/u.test(id) ? 'character' : 'paragraph'}" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`,
    )
    .join('')}</w:styles>`;
const notes = (kind: 'footnote' | 'endnote', style: string, texts: string[]): string =>
  `${XML}<w:${kind}s ${W}><w:${kind} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:${kind}>${texts
    .map(
      (text, index) =>
        `<w:${kind} w:id="${index + 2}">${paragraph(style, `<w:r><w:${kind}Ref/></w:r>`, ` ${text}`)}</w:${kind}>`,
    )
    .join('')}</w:${kind}s>`;

interface Parts {
  body: string;
  styles: string;
  footnotes: string;
  endnotes?: string;
  core: string;
  app: string;
}

function docx(parts: Parts): Uint8Array {
  const overrides = [
    'document.main:document',
    'styles:styles',
    'footnotes:footnotes',
    'numbering:numbering',
    'endnotes:endnotes',
  ]
    .map((pair) => pair.split(':'))
    .map(
      ([type, file]) =>
        `<Override PartName="/word/${file}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${type}+xml"/>`,
    );
  const levels = [0, 1].map(
    (level) => (format: string) =>
      `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/></w:lvl>`,
  );
  const list = (id: number, format: string): string =>
    `<w:abstractNum w:abstractNumId="${id}">${levels.map((level) => level(format)).join('')}</w:abstractNum>`;
  return archive({
    '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${REL}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'docProps/core.xml': parts.core,
    'docProps/app.xml': parts.app,
    'word/document.xml': `${XML}<w:document ${W}><w:body>${parts.body}<w:sectPr/></w:body></w:document>`,
    'word/styles.xml': parts.styles,
    'word/footnotes.xml': parts.footnotes,
    'word/endnotes.xml': parts.endnotes ?? notes('endnote', 'EndnoteText', []),
    'word/numbering.xml': `${XML}<w:numbering ${W}>${list(0, 'bullet')}${list(1, 'decimal')}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
    'word/_rels/document.xml.rels': `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${['styles', 'footnotes', 'endnotes', 'numbering'].map((name) => `<Relationship Id="r${name}" Type="${REL}/${name}" Target="${name}.xml"/>`).join('')}<Relationship Id="rLink" Type="${REL}/hyperlink" Target="https://example.org/register" TargetMode="External"/></Relationships>`,
  });
}

const core = (fields: string): string =>
  `${XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${fields}</cp:coreProperties>`;
const app = (fields: string): string =>
  `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">${fields}</Properties>`;

const report = docx({
  body: [
    paragraph('Title', 'Harbour dues and the winter trade'),
    paragraph('', 'By Ingrid Solberg and Pavel Novák'),
    paragraph('', '14 February 2024'),
    paragraph('Heading1', 'What the dues are for'),
    paragraph(
      '',
      'Every ship that enters Halmhavn between November and March pays a winter due, which was meant to keep the ',
      run('channel', '<w:i/>'),
      ' free of ice.',
      noteMark('footnote', 2, 'FootnoteReference'),
      ' The channel has not frozen since 2013, but the due has been raised four times, and nobody in the council could say for what it was spent.',
    ),
    paragraph(
      '',
      'We asked for the accounts. They are public by law, and are kept in ',
      `<w:hyperlink r:id="rLink">${run('the register of the port')}</w:hyperlink>`,
      ', which may be read on the first Tuesday of each month.',
      noteMark('footnote', 3, 'FootnoteReference'),
    ),
    paragraph('Heading2', 'Who pays'),
    paragraph('', 'Three kinds of ships pay the full due:'),
    item(1, 0, 'ferries that land passengers;'),
    item(1, 0, 'ships that load fish, of which there are two kinds:'),
    item(1, 1, 'those that freeze their catch on board, and'),
    item(1, 1, 'those that do not; and'),
    item(1, 0, 'tugs that tow barges of more than two hundred tonnes.'),
    paragraph('Caption', 'Table 1: Winter dues by kind of ship, in crowns'),
    table(
      [
        ['Kind', '2014', '2024'],
        ['Ferries', '1,200', '4,900'],
        ['Fishing', '800', '2,150'],
        ['Tugs', '950', '3,300'],
      ],
      true,
    ),
    paragraph('Heading1', 'What the council says'),
    paragraph(
      'Quote',
      'The due is a contribution to the readiness of the port, and readiness cannot be counted in crowns.',
    ),
    paragraph(
      '',
      'The sentence is from the minutes of May 2022.',
      noteMark('endnote', 2, 'EndnoteReference'),
      ' It was adopted against two votes, and the council has not returned to the question. Its order of business then was:',
    ),
    item(2, 0, 'the dues,'),
    item(2, 0, 'the lamps on the north mole, and'),
    item(2, 0, 'the feast of the harbour.'),
    paragraph(
      '',
      '<w:del w:id="9" w:author="x"><w:r><w:delText>This sentence was struck out.</w:delText></w:r></w:del>',
      `<w:ins w:id="8" w:author="x">${run('The lamps were bought within a week.')}</w:ins>`,
    ),
  ].join(''),
  styles: styles(
    {
      Title: 'Title',
      Heading1: 'heading 1',
      Heading2: 'heading 2',
      Caption: 'caption',
      Quote: 'Quote',
      ListParagraph: 'List Paragraph',
      FootnoteText: 'footnote text',
      EndnoteText: 'endnote text',
      FootnoteReference: 'footnote reference',
      EndnoteReference: 'endnote reference',
    },
    'en-GB',
  ),
  footnotes: notes('footnote', 'FootnoteText', [
    'Port By-law 7 of 1961, § 3.',
    'Solberg, “An afternoon with the register”, Strand Quarterly 10 (2024): 3–9.',
  ]),
  endnotes: notes('endnote', 'EndnoteText', ['Minutes of the Port Council, 3 May 2022, 4.']),
  core: core(
    '<dc:title>Template letter</dc:title><dc:creator>Ingrid Solberg</dc:creator><dc:language>en-GB</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">2024-01-30T10:15:00Z</dcterms:created>',
  ),
  app: app('<Application>Microsoft Office Word</Application><Company>Strand Institute</Company>'),
});

const libreOffice = docx({
  body: [
    paragraph('Title', 'Kıyı kentlerinde kış vergisi'),
    paragraph(
      'Textbody',
      'Her gemi, kasım ile mart arasında limana girdiğinde bir kış vergisi öder.',
      noteMark('footnote', 2, 'FootnoteAnchor'),
      ' Bu vergi, limanın buzdan arındırılması için konulmuştu; ancak liman on yıldır donmadı.',
    ),
    paragraph('Heading1', 'Kim öder'),
    paragraph(
      'Textbody',
      'Vergiyi feribotlar, balıkçı gemileri ve römorkörler öder. Belediye meclisi, verginin nereye harcandığını açıklayamadı.',
    ),
    paragraph('Quotations', 'Hazırlık para ile ölçülmez.'),
    table(
      [
        ['Tür', 'Vergi'],
        ['Feribot', '4.900'],
        ['Balıkçı', '2.150'],
      ],
      false,
    ),
    paragraph('Table', 'Tablo 1: Gemi türüne göre kış vergisi'),
    paragraph('PreformattedText', 'liman = 4900'),
    paragraph('PreformattedText', 'koy = 2150'),
  ].join(''),
  styles: styles(
    {
      Title: 'Title',
      Textbody: 'Text Body',
      Heading1: 'Heading 1',
      Quotations: 'Quotations',
      Table: 'Table',
      PreformattedText: 'Preformatted Text',
      Footnote: 'Footnote',
      FootnoteAnchor: 'Footnote Anchor',
    },
    'tr-TR',
  ),
  footnotes: notes('footnote', 'Footnote', ['Liman Yönetmeliği, 1961, madde 3.']),
  core: core(
    '<dc:creator></dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">2024-02-02T08:00:00Z</dcterms:created><dc:language>tr-TR</dc:language>',
  ),
  app: app('<Application>LibreOffice/7.6</Application>'),
});

for (const [slug, bytes] of Object.entries({
  'docx-notes-table-lists': report,
  'docx-libreoffice': libreOffice,
})) {
  const folder = join(resolve(import.meta.dirname, '../../fixtures/import'), slug);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'source.docx'), bytes);
}
