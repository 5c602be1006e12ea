/**
 * The names that clients of Service Connect use.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectService.html
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectClientAlias.html
 */
export const connectNames = {
  discoveryName: {
    pattern: /^[a-z0-9_][a-z0-9_-]{0,63}$/,
    says: 'up to 64 lower-case letters, digits, underscores and hyphens, no hyphen first',
  },
  dnsName: {
    pattern: /^[a-z0-9_.][a-z0-9_.-]{0,126}$/,
    says: 'up to 127 lower-case letters, digits, underscores, hyphens and periods, no hyphen first',
  },
} as const;
