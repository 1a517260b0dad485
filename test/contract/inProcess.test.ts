import { openCore } from '#core/open.ts';
import { NO_WINDOWS, RESOURCES } from '../ports.ts';
import { contractSuite } from './suite.ts';

contractSuite('in process', (library) => {
  const core = openCore({
    library,
    create: false,
    ports: NO_WINDOWS,
    emit: () => undefined,
    appVersion: '0.0.0',
    resources: RESOURCES,
    validateOutput: true,
  });
  return Promise.resolve({ call: core.dispatch, close: () => core.close() });
});
