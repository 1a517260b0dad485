import { afterEach, describe, expect, it } from 'vitest';
import { type Command, commands, registerCommands, runCommand } from './commands.ts';

const ends: (() => void)[] = [];
const register = (...list: Command[]): void => void ends.push(registerCommands(list));
const command = (id: string, more: Partial<Command> = {}): Command => ({
  id,
  title: id,
  group: 'Test',
  run: () => undefined,
  ...more,
});

afterEach(() => {
  for (const end of ends.splice(0)) end();
});

describe('commands', () => {
  it('are found until they are taken back', () => {
    register(command('a.b'));
    expect(runCommand('a.b')).toBe(true);
    ends.pop()!();
    expect(runCommand('a.b')).toBe(false);
    expect(commands.get().size).toBe(0);
  });

  it('do not run while they are not enabled', () => {
    let runs = 0;
    register(command('a.b', { enabled: () => false, run: () => void (runs += 1) }));
    expect(runCommand('a.b')).toBe(false);
    expect(runs).toBe(0);
  });

  it('clash over an id or a shortcut, and then none of the list is there', () => {
    register(command('a.b', { shortcut: 'Mod+K' }), command('c.d'), command('e.f'));
    expect(() => register(command('x.y'), command('a.b'))).toThrow(/a\.b is registered twice/);
    expect(() => register(command('x.y', { shortcut: 'Mod+K' }))).toThrow(/claimed by both a\.b and x\.y/);
    expect(commands.get().has('x.y')).toBe(false);
  });
});
