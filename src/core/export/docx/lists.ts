/** Lists as paragraphs with Word's own numbering. */
import type { FlowList } from '../flow/flow.ts';
import { blocksXml, indented, paragraph, type Place } from './blocks.ts';
import { changedEnd } from './changes.ts';
import { LIST_INDENT, LIST_LEVELS } from './measures.ts';
import { runs } from './runs.ts';
import type { Writing } from './writing.ts';
import { val, xml } from './xml.ts';

export function listXml(list: FlowList, place: Place, writing: Writing): string {
  const level = Math.min(place.lists, LIST_LEVELS - 1);
  const { numbering } = writing;
  const numId = list.ordered ? numbering.ordered(level, list.start) : numbering.bullets;
  const left = indented(place, LIST_INDENT);
  const inLists = place.inLists + LIST_INDENT;
  const style = place.listStyle;
  const inside: Place = { ...place, mayTurn: false, left, inLists, lists: place.lists + 1, style };
  // Word knows where its own levels stand.
  const isPlaced = left === inLists && place.lists < LIST_LEVELS;
  return list.items
    .map(({ checked, blocks }) => {
      const [first, ...rest] = blocks;
      const isWords = first?.type === 'paragraph';
      const spans = isWords ? first.spans : [];
      const box = checked === null ? '' : checkBox(checked, writing);
      const number = checked === null ? numId : numbering.boxes;
      const looks = {
        style,
        dir: first?.dir,
        align: isWords ? first.align : undefined,
        numbering: val('ilvl', level) + val('numId', number),
        hanging: LIST_INDENT,
        isPlaced,
        end: isWords ? changedEnd(first, writing) : '',
      };
      const head = paragraph(box + runs(spans, writing, place.marks), looks, inside);
      return head + blocksXml(isWords ? rest : blocks, inside, writing);
    })
    .join('');
}

const BOX_FONT = 'MS Gothic';

/** A control that can be ticked in Word. */
function checkBox(checked: boolean, { nextId }: Writing): string {
  const state = (name: string, sign: string): string =>
    xml(`w14:${name}`, { 'w14:val': sign, 'w14:font': BOX_FONT });
  const properties = xml(
    'w:sdtPr',
    {},
    val('id', nextId()),
    xml(
      'w14:checkbox',
      {},
      xml('w14:checked', { 'w14:val': checked ? 1 : 0 }),
      state('checkedState', '2611'),
      state('uncheckedState', '2610'),
    ),
  );
  const fonts = xml('w:rFonts', {
    'w:ascii': BOX_FONT,
    'w:hAnsi': BOX_FONT,
    'w:eastAsia': BOX_FONT,
    'w:hint': 'eastAsia',
  });
  const sign = xml('w:r', {}, xml('w:rPr', {}, fonts), xml('w:t', {}, checked ? '☑' : '☐'));
  return `${xml('w:sdt', {}, properties, xml('w:sdtContent', {}, sign))}<w:r><w:tab/></w:r>`;
}
