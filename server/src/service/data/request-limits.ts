/**
 * Most items of a network configuration.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html
 */
export const awsvpcLimits = { subnets: 16, securityGroups: 5 } as const;

/**
 * Limits of RunTask.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html
 */
export const runLimits = {
  count: 10,
  /** Characters, with those of JSON. */
  overrides: 8192,
  placementConstraints: 10,
  placementStrategy: 5,
  /** Characters. */
  startedBy: 128,
} as const;
