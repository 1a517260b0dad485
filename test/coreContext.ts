/** What a feature of the core is given, over a library that a test opened itself. */
import type { CoreContext } from '#core/context.ts';
import type { OpenLibrary } from '#core/db/open.ts';
import { NO_WINDOWS, RESOURCES } from './ports.ts';

export function coreContext(
  { db, folder }: OpenLibrary,
  emit: CoreContext['emit'] = () => undefined,
): CoreContext {
  return { db, folder, ports: NO_WINDOWS, emit, appVersion: '0.0.0', resources: RESOURCES };
}
