/** A core over a library in a temporary folder, and calls that throw when they fail. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OperationInput, OperationName, OperationOutput } from '#contract/index.ts';
import { appFiles, startCore } from '#core/index.ts';
import { NO_WINDOWS } from '../ports.ts';

export interface BenchCore {
  call<N extends OperationName>(name: N, input: OperationInput<N>): Promise<OperationOutput<N>>;
  close(): Promise<void>;
}

/** A folder that is removed when the process ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export async function openBenchCore(library: string): Promise<BenchCore> {
  const { version, resources } = appFiles();
  const core = await startCore({
    library,
    create: true,
    appVersion: version,
    resources,
    ports: NO_WINDOWS,
  });
  return {
    async call(name, input) {
      const result = await core.dispatch(name, input);
      if (!result.ok) throw new Error(`${name}: ${result.error.message}`);
      return result.value as never;
    },
    close: () => core.close(),
  };
}
