/** The size of a JPEG picture (ITU T.81), turned as its Exif data asks. */

/** Markers without a length: TEM, and RST0 to EOI. */
const BARE = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd9);
/** Start of frame: all of C0 to CF but for DHT, JPG and DAC. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** Null where there is no frame; throws a RangeError where the file is cut off before it. */
export function jpegSize(view: DataView): { width: number; height: number } | null {
  const frame = jpegFrame(view);
  if (frame === null) return null;
  const { width, height, turn } = frame;
  return turn >= 5 ? { width: height, height: width } : { width, height };
}

/** How the file asks to be turned: 1 to 8, as `orientation` has it. */
export function exifOrientation(view: DataView): number {
  return jpegFrame(view)?.turn ?? 1;
}

function jpegFrame(view: DataView): { width: number; height: number; turn: number } | null {
  let turn = 1;
  let at = 2;
  for (;;) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    // Fill bytes.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (BARE(marker)) {
      at += 2;
      continue;
    }
    const length = view.getUint16(at + 2);
    if (isFrame(marker)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7), turn };
    if (marker === 0xda) return null;
    if (marker === 0xe1) turn = Math.max(turn, orientation(view, at + 4, length - 2));
    at += 2 + length;
  }
}

/** The orientation (1 to 8) that Exif 2.32, 4.6.4, tag 0x0112 gives; from 5 on width and height change places. */
function orientation(view: DataView, at: number, length: number): number {
  if (length < 14 || view.getUint32(at) !== 0x45786966) return 1;
  const tiff = at + 6;
  const little = view.getUint16(tiff) === 0x4949;
  const directory = tiff + view.getUint32(tiff + 4, little);
  const entries = view.getUint16(directory, little);
  for (let entry = 0; entry < entries; entry += 1) {
    const place = directory + 2 + entry * 12;
    if (view.getUint16(place, little) === 0x0112) return view.getUint16(place + 8, little);
  }
  return 1;
}
