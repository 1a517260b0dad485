import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type CommonOptions, libraryPath } from '../library.ts';

export interface ServeOptions extends CommonOptions {
  port?: string;
  open?: boolean;
}

/** Runs the web host, a program of its own, until it ends; its exit code becomes ours. */
export async function serve(options: ServeOptions): Promise<void> {
  const fromSource = import.meta.url.endsWith('.ts');
  const program = fileURLToPath(new URL(fromSource ? '../../web/index.ts' : './web.js', import.meta.url));
  const args = ['--library', libraryPath(options)];
  if (options.port !== undefined) args.push('--port', options.port);
  if (options.open === true) args.push('--open');
  if (options.json === true) args.push('--json');
  const child = spawn(process.execPath, [program, ...args], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  process.exitCode = await new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
