/** When a deployment changes its state, in milliseconds of the virtual clock. */
export const deploymentTimes = {
  /** After it was asked for: PENDING until then. */
  begins: 1_000,
  /** After it was asked for: the new tasks of a rolling deployment run; those of before are told to stop. */
  takesOver: 15_000,
  /** After it was asked for: a rolling deployment ends. */
  completes: 25_000,
  /** So many tasks that do not start trip the circuit breaker of a service of up to six tasks. */
  failuresToTrip: 3,
  /** A task that could not start is followed by another one after so long; one that ends later, so much later. */
  nextAttempt: { start: 10_000, later: 45_000 },
  /** After the rollback began. */
  rollsBack: 15_000,
  /** After StopServiceDeployment: the request is noticed. */
  heeds: 2_000,
  /** How long a function of a lifecycle hook runs. */
  hook: 5_000,
  /** How long a stage lasts that shifts no traffic, in deployments that are not rolling ones. */
  stage: 2_000,
  /** How long a shift of traffic lasts, without its bake time. */
  shift: 3_000,
} as const;
