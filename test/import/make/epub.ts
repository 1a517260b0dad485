/** Writes the books among the golden imports. `node test/import/make/epub.ts` */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { archive } from './archive.ts';

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';
const container = (path: string): string =>
  `${XML}<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="${path}" media-type="application/oebps-package+xml"/></rootfiles></container>`;
const page = (body: string, type = ''): string =>
  `${XML}<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body${type === '' ? '' : ` epub:type="${type}"`}>${body}</body></html>`;

const third = archive({
  mimetype: 'application/epub+zip',
  'META-INF/container.xml': container('OEBPS/package.opf'),
  'META-INF/encryption.xml': `${XML}<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:EncryptionMethod Algorithm="http://www.idpf.org/2008/embedding"/></enc:EncryptedData></encryption>`,
  'OEBPS/package.opf': `${XML}<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:isbn:978-3-16-148410-0</dc:identifier>
<dc:title id="t1">The Pilots of Halmhavn</dc:title><meta refines="#t1" property="title-type">main</meta>
<dc:title id="t2">A Harbour and Its Winters</dc:title><meta refines="#t2" property="title-type">subtitle</meta>
<dc:creator id="c1">Ludovica van der Meer</dc:creator><meta refines="#c1" property="role">aut</meta><meta refines="#c1" property="file-as">van der Meer, Ludovica</meta>
<dc:contributor id="c2">Tomas Okafor</dc:contributor><meta refines="#c2" property="role">edt</meta>
<dc:publisher>Quay Press</dc:publisher><dc:date>2021-09-30</dc:date><dc:language>en-GB</dc:language>
<dc:description>&lt;p&gt;How thirty pilots kept a strait open.&lt;/p&gt;</dc:description>
</metadata><manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="cover" href="text/cover.xhtml" media-type="application/xhtml+xml"/>
<item id="one" href="text/one.xhtml" media-type="application/xhtml+xml"/>
<item id="two" href="text/two%20b.xhtml" media-type="application/xhtml+xml"/>
<item id="notes" href="text/notes.xhtml" media-type="application/xhtml+xml"/>
</manifest><spine><itemref idref="cover"/><itemref idref="notes" linear="no"/><itemref idref="one"/><itemref idref="two"/></spine></package>`,
  'OEBPS/nav.xhtml': page(
    '<nav epub:type="toc"><ol><li><a href="text/one.xhtml">1. The strait</a></li><li><a href="text/two%20b.xhtml">2. The pilots</a></li></ol></nav>',
  ),
  'OEBPS/text/cover.xhtml': page('<section><h1>The Pilots of Halmhavn</h1></section>', 'cover'),
  'OEBPS/text/one.xhtml': page(
    `<section epub:type="chapter"><span epub:type="pagebreak" id="p7" title="7"/><h1>1. The strait</h1>
<p>The strait is nine miles long and has three lights.<a epub:type="noteref" href="notes.xhtml#n1">1</a> In winter the <em>second</em> of them cannot be seen from the first, and a ship that has passed the one must trust that the other is still lit.</p>
<p>So the port kept pilots. They lived <span epub:type="pagebreak" id="p8" title="8"/>on the north mole in a house with one window, from which they saw the strait and nothing else.</p>
<figure><img src="mole.jpg" alt="A house"/><figcaption>The house on the north mole, about 1910.</figcaption></figure>
<h2>The lights</h2>
<ul><li>Halm light, since 1788;</li><li>Middle light, since 1831; and</li><li>Strand light, since 1902.</li></ul></section>`,
  ),
  'OEBPS/text/two b.xhtml': page(
    `<section epub:type="chapter"><p>There were thirty pilots in the best year, and four in the last.<sup><a epub:type="noteref" href="notes.xhtml#n2">2</a></sup></p>
<blockquote><p>We were paid by the ship, and so we loved ships.</p></blockquote>
<table><tr><th>Year</th><th>Pilots</th></tr><tr><td>1911</td><td>30</td></tr><tr><td>1987</td><td>4</td></tr></table>
<p>The house is empty now. Its window has been glazed anew, and who stands at it sees the strait, and a lamp that needs nobody.</p></section>`,
  ),
  'OEBPS/text/notes.xhtml': page(
    `<section epub:type="endnotes"><h2>Notes</h2><aside epub:type="endnote" id="n1"><p>1. Chart of the strait, edition of 1902.</p></aside><aside epub:type="endnote" id="n2"><p>2. Wage book of the port, 1911 and 1987.</p></aside></section>`,
  ),
});

const second = archive({
  mimetype: 'application/epub+zip',
  'META-INF/container.xml': container('content.opf'),
  'content.opf': `${XML}<package xmlns="http://www.idpf.org/2007/opf" version="2.0" unique-identifier="uid"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">
<dc:title>Зимний порт</dc:title><dc:creator opf:role="aut" opf:file-as="Соколова, Анна">Анна Соколова</dc:creator><dc:creator opf:role="trl" opf:file-as="Белов, Игорь">Игорь Белов</dc:creator>
<dc:publisher>Причал</dc:publisher><dc:date opf:event="creation">2020-01-01</dc:date><dc:date opf:event="publication">2018</dc:date><dc:language>ru</dc:language><dc:identifier id="uid">urn:uuid:0b6e7a52-0000-4000-8000-000000000001</dc:identifier>
</metadata><manifest><item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/><item id="a" href="a.html" media-type="application/xhtml+xml"/><item id="b" href="b.html" media-type="application/xhtml+xml"/></manifest><spine toc="ncx"><itemref idref="a"/><itemref idref="b"/></spine></package>`,
  'toc.ncx': `${XML}<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1"><navMap><navPoint id="n1" playOrder="1"><navLabel><text>Лёд</text></navLabel><content src="a.html"/></navPoint><navPoint id="n2" playOrder="2"><navLabel><text>Маяк</text></navLabel><content src="b.html"/></navPoint></navMap></ncx>`,
  'a.html': page(
    '<p>Порт замерзал на три месяца, и никто не помнил иной зимы.<a href="#note1"><sup>[1]</sup></a> Ледокол приходил во вторник, если капитан был здоров.</p><p id="note1">[1] По записям портовой конторы за 1911 год.</p>',
  ),
  'b.html': page(
    '<h2>Маяк</h2><p>Маяк горел всю ночь, и свет его доходил до острова, где жили лоцманы со своими семьями.</p>',
  ),
});

for (const [slug, bytes] of Object.entries({ 'epub-3-notes-pages': third, 'epub-2-russian': second })) {
  const folder = join(resolve(import.meta.dirname, '../../fixtures/import'), slug);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'source.epub'), bytes);
}
