// @ts-check
export { clientOptions, endpointEnvironment } from './environment.mjs';
export { clusterNames, fargateDefinition, fargatePlacement } from './fixtures.mjs';
export { seed } from './seed.mjs';
export { freePort, startEndpoint, startMoto } from './start.mjs';
export { ensureVenv } from './venv.mjs';
