/** Enter, undo and paste, and a long session, in the longest text. */
import { percentile } from '../measure.ts';
import { type Line, NAMES, type Rivals, short } from './keys.ts';
import type { Rival } from './rival.ts';

const TIMES = 6;
const SESSION_EDITS = 1000;
const SESSION_UNDOS = 250;

/** Milliseconds from key to DOM at p50 of each command in each editor, and to the frame in brackets. */
export async function measureCommands(
  rivals: Rivals,
  settled: () => Promise<void>,
): Promise<Record<string, Line>> {
  const lines: Record<string, Line> = {};
  for (const name of NAMES) {
    for (const [what, { dom, painted }] of Object.entries(await commandsOf(rivals[name]))) {
      const line = (lines[what] ??= {});
      line[name] = short(percentile(dom, 0.5));
      line[`${name} painted`] = short(percentile(painted, 0.5));
    }
    if (name === 'Dossier') await settled();
  }
  return lines;
}

interface Times {
  dom: number[];
  painted: number[];
}

async function commandsOf(rival: Rival): Promise<Record<string, Times>> {
  await rival.placeCaret('middle');
  const press = async (key: string): Promise<Times> => {
    const { keys } = await rival.press(Array.from({ length: TIMES }, () => key));
    return { dom: keys.map(({ dom }) => dom), painted: keys.map(({ painted }) => painted) };
  };
  const enter = await press('Enter');
  const join = await press('Backspace');
  const undo = await press('ControlOrMeta+z');
  const redo = await press('ControlOrMeta+Shift+z');
  await rival.press(['End', 'Shift+ArrowUp', 'ControlOrMeta+c', 'ArrowDown']);
  const paste = await press('ControlOrMeta+v');
  return { Enter: enter, 'Backspace that joins': join, undo, redo, 'paste of a line': paste };
}

/** Megabytes of JavaScript objects before, after 1,000 edits of a step of undo each, and after 250 undos. */
export async function measureSession(rival: Rival, settled: () => Promise<void>): Promise<Line> {
  const before = await rival.heap();
  await rival.placeCaret('middle');
  for (let edit = 0; edit < SESSION_EDITS; edit += 1) {
    await rival.page.keyboard.press(edit % 2 === 0 ? 'Enter' : 'Backspace');
  }
  await settled();
  const after = await rival.heap();
  for (let undo = 0; undo < SESSION_UNDOS; undo += 1) await rival.page.keyboard.press('ControlOrMeta+z');
  await settled();
  return {
    before: short(before),
    'after 1,000 edits': short(after),
    'after undo': short(await rival.heap()),
  };
}
