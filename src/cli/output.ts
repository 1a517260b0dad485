/** What the command line prints: text for people, or one JSON document. */
import { styleText } from 'node:util';
import { CommanderError } from 'commander';
import { DossierError } from '#contract/errors.ts';
import type { CommonOptions } from './library.ts';

/** Prints `value` with `--json`, else the lines made by `text`. */
export function print(options: CommonOptions, value: unknown, text: () => string[]): void {
  const lines = options.json === true ? [JSON.stringify(value, null, 2)] : text();
  if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`);
}

/**
 * Text from a library in one line, without the control characters by which a file could command the
 * terminal.
 */
export function plain(text: string): string {
  return oneLine(text).trim();
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
}

/** Sets `ranges` of the text in bold where a terminal shows it. Ranges are sorted and do not overlap. */
export function emphasise(text: string, ranges: readonly (readonly [number, number])[]): string {
  if (!process.stdout.isTTY) return plain(text);
  let at = 0;
  let out = '';
  for (const [start, end] of ranges) {
    out += oneLine(text.slice(at, start)) + styleText('bold', oneLine(text.slice(start, end)));
    at = end;
  }
  return out + oneLine(text.slice(at));
}

/** A title with where and when it appeared, as far as that is known. */
export function sourceLine(title: string, publication: string | null, issued: string | null): string {
  const rest = [publication, issued].filter((part) => part !== null).join(', ');
  return plain(rest === '' ? title : `${title} — ${rest}`);
}

/** Reports a failure on standard error and sets the exit code: 2 where the command was not understood, else 1. */
export function fail(error: unknown, asJson: boolean): void {
  if (error instanceof CommanderError && error.exitCode === 0) return;
  const usage = error instanceof CommanderError;
  process.exitCode = usage ? 2 : 1;
  const code = usage ? 'invalid_input' : error instanceof DossierError ? error.code : 'internal';
  const message = messageOf(error);
  process.stderr.write(asJson ? `${JSON.stringify({ error: { code, message } })}\n` : `${message}\n`);
}

function messageOf(error: unknown): string {
  if (error instanceof CommanderError && error.code === 'commander.help')
    return 'Name a command. dossier --help lists them.';
  return (error instanceof Error ? error.message : String(error)).replace(/^error: /u, '');
}
