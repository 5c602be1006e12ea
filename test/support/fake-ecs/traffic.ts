import { ApiError } from './api-error';
import { type QueryOperation, valuesOf } from './ec2';
import { pageOf } from './paging';
import { account, type World } from './world';

/** A target of a target group; healthy if not given. */
export interface TargetSeed {
  readonly id: string;
  readonly port?: number;
  readonly state?: string;
  readonly reason?: string;
  readonly description?: string;
}

/** A target group, with the listeners of the load balancer in front of it. */
export interface TargetGroupRecord {
  readonly arn: string;
  readonly name: string;
  readonly targets: readonly TargetSeed[];
  readonly targetType: string;
  /** Absent: no load balancer sends to it. */
  readonly loadBalancer?: { readonly arn: string; readonly name: string; readonly dnsName: string };
  readonly internal: boolean;
  /** A listener that redirects does not lead to the group. */
  readonly listeners: readonly { readonly protocol: string; readonly port: number; readonly redirects?: boolean }[];
}

export type TargetGroupSeed = Partial<Pick<TargetGroupRecord, 'targets' | 'targetType' | 'internal' | 'listeners'>> & {
  /** False: no load balancer sends to it. */
  readonly loadBalancer?: boolean;
};

/** Elastic Load Balancing v2 by action: what leads to the tasks of a service. */
export const trafficOperations: Readonly<Record<string, QueryOperation>> = {
  DescribeTargetGroups: (world, form) => ({
    TargetGroups: valuesOf(form, 'TargetGroupArns.member.').map((arn) => {
      const { name, loadBalancer, targetType } = groupOf(world, arn);
      return {
        TargetGroupArn: arn,
        TargetGroupName: name,
        Protocol: 'HTTP',
        Port: 80,
        TargetType: targetType,
        LoadBalancerArns: loadBalancer ? [loadBalancer.arn] : [],
      };
    }),
  }),
  DescribeTargetHealth: (world, form) => ({
    TargetHealthDescriptions: groupOf(world, form.TargetGroupArn ?? '').targets.map(
      ({ id, port = 80, state = 'healthy', reason, description }) => ({
        Target: { Id: id, Port: port, AvailabilityZone: `${world.region}a` },
        HealthCheckPort: port,
        TargetHealth: { State: state, Reason: reason, Description: description },
      }),
    ),
  }),
  DescribeLoadBalancers: (world, form) => {
    const asked = valuesOf(form, 'LoadBalancerArns.member.');
    const found = [...world.targetGroups.values()].filter(({ loadBalancer }) =>
      asked.includes(loadBalancer?.arn ?? ''),
    );
    return {
      LoadBalancers: found.map(({ loadBalancer, internal }) => ({
        LoadBalancerArn: loadBalancer?.arn,
        LoadBalancerName: loadBalancer?.name,
        DNSName: loadBalancer?.dnsName,
        Scheme: internal ? 'internal' : 'internet-facing',
        Type: 'application',
      })),
    };
  },
  DescribeRules: (world, form) => ({
    Rules: valuesOf(form, 'RuleArns.member.').map((arn) => ({
      RuleArn: arn,
      Priority: '10',
      Conditions: [{ Field: 'path-pattern', PathPatternConfig: { Values: ['/*'] } }],
      Actions: [forwardOf(world, arn)],
    })),
  }),
  DescribeListeners: (world, form, page) => {
    const named = valuesOf(form, 'ListenerArns.member.');
    if (named.length > 0) {
      return { Listeners: named.map((arn) => ({ ListenerArn: arn, DefaultActions: [forwardOf(world, arn)] })) };
    }
    const asked = form.LoadBalancerArn ?? '';
    const behind = [...world.targetGroups.values()].filter(({ loadBalancer }) => loadBalancer?.arn === asked);
    const all = behind.flatMap(({ arn, listeners }) => listeners.map((it) => ({ arn, ...it })));
    const size = form.PageSize === undefined ? undefined : Number(form.PageSize);
    const { items, next } = pageOf(
      all,
      { maxResults: size, nextToken: form.Marker },
      { scope: `listeners ${asked}`, defaultSize: 400, maxSize: 400, fault: page },
    );
    return {
      Listeners: items.map(({ arn, protocol, port, redirects }) => ({
        ListenerArn: `${asked.replace(':loadbalancer/', ':listener/')}/${port}`,
        LoadBalancerArn: asked,
        Protocol: protocol,
        Port: port,
        DefaultActions: [redirects ? { Type: 'redirect' } : { Type: 'forward', TargetGroupArn: arn }],
      })),
      NextMarker: next.nextToken,
    };
  },
};

/** Puts a target group into the account, behind an application load balancer that listens on port 80. */
export function addTargetGroup(world: World, name: string, seed: TargetGroupSeed): string {
  const { targets = [], targetType = 'ip', internal = false, loadBalancer = true } = seed;
  const { listeners = [{ protocol: 'HTTP', port: 80 }] } = seed;
  const prefix = `arn:aws:elasticloadbalancing:${world.region}:${account}`;
  const id = world.newId().slice(0, 16);
  const arn = `${prefix}:targetgroup/${name}/${id}`;
  world.targetGroups.set(arn, {
    arn,
    name,
    targets,
    targetType,
    internal,
    listeners,
    ...(loadBalancer
      ? {
          loadBalancer: {
            arn: `${prefix}:loadbalancer/app/${name}/${id}`,
            name,
            dnsName: `${internal ? 'internal-' : ''}${name}-1234567890.${world.region}.elb.amazonaws.com`,
          },
        }
      : {}),
  });
  return arn;
}

function groupOf(world: World, arn: string): TargetGroupRecord {
  const found = world.targetGroups.get(arn);
  if (!found) throw new ApiError('TargetGroupNotFound', `Target groups '${arn}' not found`);
  return found;
}

/** Puts a rule into the account that spreads traffic by weights over target groups; answers its ARN, a listener's with `network`. */
export function addRule(world: World, weights: Readonly<Record<string, number>>, network = false): string {
  const id = world.newId().slice(0, 16);
  const path = network ? `listener/net/lb/0123456789abcdef/${id}` : `listener-rule/app/lb/0123456789abcdef/${id}/${id}`;
  const arn = `arn:aws:elasticloadbalancing:${world.region}:${account}:${path}`;
  world.rules.set(arn, weights);
  return arn;
}

function forwardOf(world: World, arn: string) {
  const weights = world.rules.get(arn);
  if (!weights) throw new ApiError('RuleNotFound', `The rule '${arn}' does not exist`);
  const TargetGroups = Object.entries(weights).map(([TargetGroupArn, Weight]) => ({ TargetGroupArn, Weight }));
  return { Type: 'forward', ForwardConfig: { TargetGroups } };
}
