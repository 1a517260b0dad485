/** Keys typed in each editor, turn by turn. */
import { percentile } from '../measure.ts';
import type { Place } from './recorder.ts';
import type { Processor, Rival, Typed } from './rival.ts';
import type { Verdicts } from './verdicts.ts';

export const NAMES = ['Dossier', 'bare', 'Tiptap'] as const;
export type Name = (typeof NAMES)[number];
export type Rivals = Record<Name, Rival>;

const PLACES: readonly Place[] = ['start', 'middle', 'end', 'table'];
/** Keys of one turn. */
export const KEYS = 'lorem ipsum dolor si'.split('');
const TURNS = 2;

export type Line = Record<string, number | string>;

export const short = (value: number): number => Number(value.toPrecision(3));

/** What one place came to: key to DOM, key to the painted frame, and processor time, of each editor. */
export interface PlaceLines {
  dom: Line;
  cost: Line;
}

/** `settled` is called after each turn of Dossier, so that its saves do not share the others' time. */
export async function measurePlaces(
  rivals: Rivals,
  where: string,
  settled: () => Promise<void>,
  verdicts: Verdicts,
): Promise<Record<string, PlaceLines>> {
  const lines: Record<string, PlaceLines> = {};
  for (const place of PLACES) {
    const typed: Record<Name, Typed[]> = { Dossier: [], bare: [], Tiptap: [] };
    for (let turn = 0; turn < TURNS; turn += 1)
      for (const name of NAMES) {
        await rivals[name].placeCaret(place);
        await rivals[name].press(['x', 'y']);
        typed[name].push(await rivals[name].press(KEYS));
        if (name === 'Dossier') await settled();
      }
    const what = `${where}, ${place}`;
    lines[what] = linesOf(typed);
    judge(typed, place, what, verdicts);
  }
  return lines;
}

export const timesOf = (typed: readonly Typed[], what: 'dom' | 'painted' | 'listeners'): number[] =>
  typed.flatMap(({ keys }) => keys.map((key) => key[what]));

export const processorOf = (typed: readonly Typed[], part: keyof Processor): number =>
  typed.reduce((sum, { processor }) => sum + processor[part], 0) / typed.length;

function linesOf(typed: Record<Name, Typed[]>): PlaceLines {
  const dom: Line = {};
  const cost: Line = {};
  for (const name of NAMES) {
    dom[name] = short(percentile(timesOf(typed[name], 'dom'), 0.5));
    dom[`${name} p95`] = short(percentile(timesOf(typed[name], 'dom'), 0.95));
    cost[`${name} painted`] = short(percentile(timesOf(typed[name], 'painted'), 0.5));
    cost[`${name} script`] = short(processorOf(typed[name], 'script'));
    cost[`${name} layout`] = short(processorOf(typed[name], 'layout'));
    cost[`${name} all`] = short(processorOf(typed[name], 'all'));
  }
  dom['listeners'] = short(percentile(timesOf(typed.Dossier, 'listeners'), 0.5));
  dom['listeners p95'] = short(percentile(timesOf(typed.Dossier, 'listeners'), 0.95));
  return { dom, cost };
}

function judge(typed: Record<Name, Typed[]>, place: Place, what: string, verdicts: Verdicts): void {
  const ours = timesOf(typed.Dossier, 'dom');
  const bare = timesOf(typed.bare, 'dom');
  if (place === 'table') verdicts.note('key in a table to DOM, p50', 8, percentile(ours, 0.5), what);
  else {
    const beyond = percentile(ours, 0.5) - percentile(bare, 0.5);
    verdicts.note('key to DOM beyond bare, p50', 2.5, beyond, what);
    verdicts.note('key to DOM, p95', 16, percentile(ours, 0.95), what);
  }
  const listeners = timesOf(typed.Dossier, 'listeners');
  verdicts.note('all listeners of a key, p50', 1, percentile(listeners, 0.5), what);
  verdicts.note('all listeners of a key, p95', 1, percentile(listeners, 0.95), what);
}
