/** Lists of a Word document: how their levels look, and which list starts at which number. */
import { LIST_INDENT, LIST_LEVELS } from './measures.ts';
import { NAMESPACES } from './package.ts';
import { val, xml, xmlPart } from './xml.ts';

const BULLETS = ['•', '–', '·'];
const NUMBERS = ['decimal', 'lowerLetter', 'lowerRoman'];

const LOOKS = [
  (level: number) => val('numFmt', 'bullet') + val('lvlText', BULLETS[level % BULLETS.length]),
  (level: number) => val('numFmt', NUMBERS[level % NUMBERS.length]) + val('lvlText', `%${level + 1}.`),
  // The box is a control in the text.
  () => val('numFmt', 'bullet') + val('suff', 'nothing') + val('lvlText', '\u200b'),
];

/** `w:numId` of the lists that count nothing; of check lists, whose boxes stand in the text. */
const UNNUMBERED = { bullets: 1, boxes: 3 } as const;
const FIRST_OWN = 4;

export interface Numbering {
  bullets: number;
  boxes: number;
  /** The `w:numId` of a list of its own, at this level (from 0), that begins at `start`. */
  ordered: (level: number, start: number) => number;
  part: () => string;
}

export function createNumbering(): Numbering {
  const own: string[] = [];
  return {
    ...UNNUMBERED,
    ordered(level, start) {
      const numId = FIRST_OWN + own.length;
      const first = xml('w:lvlOverride', { 'w:ilvl': level }, val('startOverride', start));
      own.push(xml('w:num', { 'w:numId': numId }, val('abstractNumId', 2), first));
      return numId;
    },
    part: () =>
      xmlPart(
        xml(
          'w:numbering',
          NAMESPACES,
          ...LOOKS.map((look, index) => abstract(index + 1, look)),
          ...LOOKS.map((_look, index) =>
            xml('w:num', { 'w:numId': index + 1 }, val('abstractNumId', index + 1)),
          ),
          ...own,
        ),
      ),
  };
}

function abstract(id: number, look: (level: number) => string): string {
  const levels = Array.from({ length: LIST_LEVELS }, (_unused, level) =>
    xml(
      'w:lvl',
      { 'w:ilvl': level },
      val('start', 1),
      look(level),
      val('lvlJc', 'left'),
      xml('w:pPr', {}, xml('w:ind', { 'w:left': LIST_INDENT * (level + 1), 'w:hanging': LIST_INDENT })),
    ),
  );
  return xml(
    'w:abstractNum',
    { 'w:abstractNumId': id },
    val('multiLevelType', 'hybridMultilevel'),
    ...levels,
  );
}
