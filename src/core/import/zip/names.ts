/** The names of the files in an archive: ZIP says UTF-8 or code page 437, and old tools wrote neither. */
import yauzl from 'yauzl';
import { detect } from '../read/detect.ts';

/** General purpose bit 11: name and comment are UTF-8 (APPNOTE 4.4.4). */
const UTF8_FLAG = 0x800;
/** Info-ZIP's own UTF-8 name (APPNOTE 4.6.9). */
const UNICODE_PATH = 0x7075;
/** How sure the detector must be; bytes seldom fit an encoding of several bytes a character by chance. */
const SURE = 0.8;
const SURE_OF_CJK = 0.4;
const CJK = new Set(['euc-kr', 'shift_jis', 'gbk', 'big5', 'gb18030', 'euc-jp']);
/** What the detector calls code pages that the platform knows under another name. */
const ENCODINGS: Record<string, string> = {
  cp932: 'shift_jis',
  cp949: 'euc-kr',
  uhc: 'euc-kr',
  cp936: 'gbk',
};

/**
 * Names without a statement are taken as UTF-8 where they all are (macOS writes those), else by what they
 * look like together, for one name alone is too short to tell.
 */
export function decodeNames(records: yauzl.Entry[]): string[] {
  const silent = records.filter((record) => !statesUtf8(record)).map((record) => record.fileNameRaw);
  const encoding = encodingOf(Buffer.concat(silent.flatMap((name) => [name, Buffer.from('\n')])));
  return records.map((record) =>
    encoding === null || statesUtf8(record)
      ? yauzl.getFileNameLowLevel(record.generalPurposeBitFlag, record.fileNameRaw, record.extraFields, false)
      : new TextDecoder(encoding).decode(record.fileNameRaw),
  );
}

function statesUtf8(record: yauzl.Entry): boolean {
  const { generalPurposeBitFlag: flags, extraFields } = record;
  return (flags & UTF8_FLAG) !== 0 || extraFields.some(({ id }) => id === UNICODE_PATH);
}

/** Null for code page 437, the specification's own. */
function encodingOf(names: Buffer): string | null {
  if (fits('utf-8', names)) return 'utf-8';
  const { encoding, confidence } = detect(names.subarray(0, 64 * 1024));
  if (typeof encoding !== 'string') return null;
  const label = ENCODINGS[encoding.toLowerCase()] ?? encoding.toLowerCase();
  return fits(label, names) && confidence >= (CJK.has(label) ? SURE_OF_CJK : SURE) ? label : null;
}

/** False too for an encoding that the platform does not know. */
function fits(encoding: string, bytes: Uint8Array): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
