import { expect, it } from 'vitest';
import { toolsThatFit } from './toolbarFit.ts';

const tools = Array.from({ length: 16 }, (_, index) => index);

it('shows every tool where there is room, and needs no menu then', () => {
  expect(toolsThatFit(722, tools).size).toBe(16);
});

it('leaves out at least two, as the menu takes the place of one', () => {
  expect(toolsThatFit(721, tools).size).toBe(14);
});

it('keeps what matters most', () => {
  expect([...toolsThatFit(386, tools)]).toEqual([0, 1, 2]);
});

it('keeps nothing rather than less than nothing', () => {
  expect(toolsThatFit(0, tools).size).toBe(0);
});
