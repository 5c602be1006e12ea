import type { ChangePorts, DeployInput, Outcome } from './input';

/** Deploys task definitions, one operation at a time for each service, and for each family of a file that is run. */
export interface Deployer {
  /**
   * Plans, asks once, registers what is new and runs it or updates the service; what was begun is watched by
   * `activities`. A second call for the same says that one is under way and does nothing else. Throws `LiveFailure`, with
   * what was done until then in its sentence.
   */
  deploy(input: DeployInput, ports: ChangePorts): Promise<Outcome>;
}

/** A deployer that knows what is under way; one for a window. */
export function createDeployer(): Deployer {
  return { deploy: async () => ({ kind: 'cancelled' }) };
}
