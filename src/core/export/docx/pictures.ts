/** Pictures of a Word document. */
import type { Directed, FlowPicture } from '../flow/flow.ts';
import { paragraph, type Place } from './blocks.ts';
import { tracked } from './changes.ts';
import { EMU } from './measures.ts';
import type { WordPicture } from './media.ts';
import { textRuns } from './runs.ts';
import type { Writing } from './writing.ts';
import { xml } from './xml.ts';

/** By SHA-256; those that cannot be shown are not in it. */
export type DrawnPictures = ReadonlyMap<string, WordPicture>;

/** Words stand in its place where it cannot be shown. */
export function pictureXml(picture: Directed<FlowPicture>, place: Place, writing: Writing): string {
  const drawn = writing.pictures.get(picture.sha256);
  if (picture.file === null || drawn === undefined) {
    const words = tracked(picture, textRuns(picture.missing, [], writing), writing);
    return paragraph(words, { style: place.style }, place);
  }
  const { width, height } = picture.file;
  const room = place.width - place.left;
  const wide = Math.min((room * picture.share) / 100, (writing.page.pictureHeight * width) / height);
  const size = { width: Math.max(1, Math.round(wide * EMU)), height: 0 };
  size.height = Math.max(1, Math.round((size.width * height) / width));
  const drawing = tracked(picture, xml('w:r', {}, drawingXml(picture, drawn, size, writing)), writing);
  return paragraph(drawing, { style: place.style, keepNext: true }, place);
}

const DECORATIVE = xml(
  'a:extLst',
  {},
  xml(
    'a:ext',
    { uri: '{C183D7F6-B498-43B3-948B-1728B52AA6E4}' },
    xml('adec:decorative', {
      'xmlns:adec': 'http://schemas.microsoft.com/office/drawing/2017/decorative',
      val: 1,
    }),
  ),
);

function drawingXml(
  picture: FlowPicture,
  drawn: WordPicture,
  { width, height }: { width: number; height: number },
  { nextId, relations }: Writing,
): string {
  const id = nextId();
  const name = `Picture ${id}`;
  const isOnItsSide = drawn.turn % 180 !== 0;
  const extent = isOnItsSide ? { cx: height, cy: width } : { cx: width, cy: height };
  const offset = Math.round((width - height) / 2);
  const svg =
    drawn.svg === undefined
      ? ''
      : xml(
          'a:extLst',
          {},
          xml(
            'a:ext',
            { uri: '{96DAC541-7B7A-43D3-8B79-37D633B846F1}' },
            xml('asvg:svgBlip', {
              'xmlns:asvg': 'http://schemas.microsoft.com/office/drawing/2016/SVG/main',
              'r:embed': relations.to('image', `media/${drawn.svg}`),
            }),
          ),
        );
  const blip = xml('a:blip', { 'r:embed': relations.to('image', `media/${drawn.name}`) }, svg);
  const shape = xml(
    'pic:spPr',
    {},
    xml(
      'a:xfrm',
      { rot: drawn.turn === 0 ? undefined : drawn.turn * 60_000, flipH: drawn.mirrored ? 1 : undefined },
      xml('a:off', isOnItsSide ? { x: offset, y: -offset } : { x: 0, y: 0 }),
      xml('a:ext', extent),
    ),
    xml('a:prstGeom', { prst: 'rect' }, '<a:avLst/>'),
  );
  const content = xml(
    'pic:pic',
    {},
    xml('pic:nvPicPr', {}, xml('pic:cNvPr', { id, name }), '<pic:cNvPicPr/>'),
    xml('pic:blipFill', {}, blip, xml('a:stretch', {}, '<a:fillRect/>')),
    shape,
  );
  const uri = 'http://schemas.openxmlformats.org/drawingml/2006/picture';
  return xml(
    'w:drawing',
    {},
    xml(
      'wp:inline',
      { distT: 0, distB: 0, distL: 0, distR: 0 },
      xml('wp:extent', { cx: width, cy: height }),
      xml('wp:docPr', { id, name, descr: picture.alt }, picture.decorative ? DECORATIVE : ''),
      xml('wp:cNvGraphicFramePr', {}, xml('a:graphicFrameLocks', { noChangeAspect: 1 })),
      xml('a:graphic', {}, xml('a:graphicData', { uri }, content)),
    ),
  );
}
