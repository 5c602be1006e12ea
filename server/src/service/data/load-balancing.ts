/**
 * Which load balancer to put before a service, as ECS recommends it.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-load-balancing.html
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/network/introduction.html
 * https://docs.aws.amazon.com/vpc/latest/privatelink/create-endpoint-service.html
 */
export const loadBalancers = {
  application: {
    title: 'Application Load Balancer',
    use: 'HTTP and HTTPS, several services behind one by path or host: the usual choice',
  },
  network: {
    title: 'Network Load Balancer',
    use: 'TCP and UDP, extreme throughput, static IP addresses or PrivateLink',
  },
  classic: {
    title: 'Classic Load Balancer',
    use: 'never: of a previous generation, not in awsvpc mode, so not on Fargate',
  },
} as const;

const guide = [
  '| Load balancer | For |',
  '|---|---|',
  ...Object.values(loadBalancers).map(({ title, use }) => `| ${title} | ${use} |`),
  '',
  'Sources: [Load balancing of services](https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-load-balancing.html), [Network Load Balancer](https://docs.aws.amazon.com/elasticloadbalancing/latest/network/introduction.html), [PrivateLink](https://docs.aws.amazon.com/vpc/latest/privatelink/create-endpoint-service.html).',
].join('\n');

/** Markdown beside what AWS says of a member of a request, by member path without indices. */
export const requestAdvice: Readonly<Record<string, string>> = {
  loadBalancers: guide,
  'loadBalancers.targetGroupArn': guide,
  'loadBalancers.loadBalancerName': guide,
};
