/** Everything that speaks to AWS. A bundle of its own, loaded on first use: the SDK costs more than the rest together. */

export { type Region, regions } from '../../../server/src/service/data/regions';
export { resolveConnection } from './connection';
export { createGateway, type GatewayOptions } from './gateway';
export { credentialPlaces, type FilePlace, listProfiles, type Profile } from './shared-config';
