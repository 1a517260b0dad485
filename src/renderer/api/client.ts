/** The one way from the interface to the core: over the Electron bridge where there is one, else over HTTP. */
import type { Bridge } from '#contract/bridge.ts';
import { DossierError, type Result } from '#contract/errors.ts';
import type { EventName, EventPayload } from '#contract/events.ts';
import type { Client, OperationInput, OperationName, OperationOutput } from '#contract/index.ts';
import { bridgeTransport } from './bridgeTransport.ts';
import { checkConnection } from './connection.ts';
import { httpTransport } from './httpTransport.ts';

/** What a host's transport has to do. */
export interface Transport {
  call(name: string, input: unknown): Promise<Result>;
  onEvent(listener: (name: string, payload: unknown) => void): () => void;
  /** Tells when the stream of events breaks, where that can happen. */
  onBreak?(listener: () => void): void;
  /** Paths by which `import.run` can read files that were dropped or chosen in the window. */
  filePaths(files: File[]): Promise<string[]>;
}

export interface DossierClient extends Client {
  /** Returns the function that ends the subscription. */
  on<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): () => void;
  filePaths(files: File[]): Promise<string[]>;
}

declare global {
  interface Window {
    dossier?: Bridge;
  }
}

/** A failed operation rejects with a DossierError whose message is fit for the analyst. */
function createClient(transport: Transport): DossierClient {
  const probe = async (): Promise<string | null> => {
    const result = await transport.call('app.info', {});
    return result.ok || result.error.code !== 'unavailable' ? null : result.error.message;
  };
  transport.onBreak?.(() => void checkConnection(probe));
  return {
    async call<N extends OperationName>(name: N, input: OperationInput<N>): Promise<OperationOutput<N>> {
      const result = await transport.call(name, input);
      if (result.ok) return result.value as OperationOutput<N>;
      if (result.error.code === 'unavailable') void checkConnection(probe);
      throw new DossierError(result.error.code, result.error.message);
    },
    on(name, listener) {
      return transport.onEvent((received, payload) => {
        if (received === name) listener(payload as EventPayload<typeof name>);
      });
    },
    filePaths: (files) => transport.filePaths(files),
  };
}

export const client: DossierClient = createClient(
  window.dossier === undefined ? httpTransport() : bridgeTransport(window.dossier),
);
