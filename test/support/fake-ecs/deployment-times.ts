/** When a deployment changes its state, in milliseconds of the virtual clock after it began. */
export const deploymentTimes = {
  /** The new tasks run; those of before are told to stop. */
  takesOver: 15_000,
  completes: 25_000,
  /** So many tasks that do not start trip the circuit breaker. */
  failuresToTrip: 3,
  /** A task that could not start is followed by another one after so long; what crashes does so later than what cannot be pulled. */
  nextAttempt: { 'cannot-pull': 10_000, crashes: 45_000 },
  /** After the circuit breaker tripped. */
  rollsBack: 15_000,
} as const;
