/** The command line of Dossier. */
import { fail } from './output.ts';
import { createProgram } from './program.ts';

// A reader that has seen enough (`dossier articles | head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

try {
  await createProgram().parseAsync();
} catch (error) {
  fail(error, process.argv.includes('--json'));
}
