import type * as Elb from '@aws-sdk/client-elastic-load-balancing-v2';
import { LiveFailure } from '../live/failure';
import type { EcsGateway, Signal } from '../live/ports';
import type { Target, TargetGroup } from '../live/records';
import { answered } from './answered';
import { defined, lastPart } from './members';
import { allPages } from './pages';
import type { Send } from './send';
import { rulesOf } from './traffic-rules';

/** What Elastic Load Balancing knows of the targets of a service. */
export function loadBalancing(send: Send): Pick<EcsGateway, 'targetGroup' | 'trafficRules'> {
  const call = calls(send);
  return {
    trafficRules: (arns, signal) => rulesOf(call, arns, signal),
    targetGroup: async (arn, signal) => {
      const group = await call('DescribeTargetGroups', signal, (elb, sdk, options) =>
        elb
          .send(new sdk.DescribeTargetGroupsCommand({ TargetGroupArns: [arn] }), options)
          .then((answer) => answered(answer, 'TargetGroups').TargetGroups[0])
          .catch(thereIsNone),
      );
      if (!group) return undefined;
      const [targets, addresses] = await Promise.all([
        call('DescribeTargetHealth', signal, async (elb, sdk, options) => {
          const request = new sdk.DescribeTargetHealthCommand({ TargetGroupArn: arn });
          return answered(await elb.send(request, options), 'TargetHealthDescriptions').TargetHealthDescriptions.map(
            toTarget,
          );
        }),
        addressesOf(call, arn, group.LoadBalancerArns ?? [], signal).catch(asFailure),
      ]);
      return {
        arn,
        name: group.TargetGroupName ?? lastPart(arn.slice(0, arn.lastIndexOf('/'))),
        targets,
        ...addresses,
        ...defined({ targetType: group.TargetType }),
      };
    },
  };
}

type Sdk = typeof Elb;
export type ElbCall = ReturnType<typeof calls>;
type Addresses = Pick<TargetGroup, 'urls' | 'internal' | 'urlsFailure'>;

function calls(send: Send) {
  return <T>(
    operation: string,
    signal: Signal | undefined,
    work: (
      elb: Elb.ElasticLoadBalancingV2Client,
      sdk: Sdk,
      options: { readonly abortSignal?: AbortSignal },
    ) => Promise<T>,
  ): Promise<T> =>
    send({ service: 'elasticloadbalancing', operation, signal }, async (clients, options) =>
      work(await clients.elb(), await import('@aws-sdk/client-elastic-load-balancing-v2'), options),
    );
}

async function addressesOf(
  call: ElbCall,
  targetGroupArn: string,
  arns: readonly string[],
  signal: Signal | undefined,
): Promise<Addresses> {
  if (arns.length === 0) return { urls: [] };
  const balancers = await call('DescribeLoadBalancers', signal, async (elb, sdk, options) => {
    const request = new sdk.DescribeLoadBalancersCommand({ LoadBalancerArns: [...arns] });
    return answered(await elb.send(request, options), 'LoadBalancers').LoadBalancers;
  });
  const urls = await Promise.all(
    balancers.map(async ({ LoadBalancerArn = '', DNSName = '' }) => {
      const listeners = await allPages<Elb.Listener>(
        ({ ListenerArn }) => ListenerArn,
        (token) =>
          call('DescribeListeners', signal, async (elb, sdk, options) => {
            const page = token ? { Marker: token } : {};
            const request = new sdk.DescribeListenersCommand({ LoadBalancerArn, ...page });
            const answer = answered(await elb.send(request, options), 'Listeners');
            return { items: answer.Listeners, nextToken: answer.NextMarker };
          }),
      );
      const leading = listeners.filter((it) => it.DefaultActions?.some((action) => leadsTo(action, targetGroupArn)));
      // Rules of a listener may lead there where its default does not.
      return (leading.length > 0 ? leading : listeners)
        .map((it) => urlOf(it, DNSName))
        .filter((it) => it !== undefined);
    }),
  );
  return { urls: [...new Set(urls.flat())], internal: balancers.every(({ Scheme }) => Scheme === 'internal') };
}

function leadsTo({ TargetGroupArn, ForwardConfig }: Elb.Action, arn: string): boolean {
  return TargetGroupArn === arn || (ForwardConfig?.TargetGroups?.some((it) => it.TargetGroupArn === arn) ?? false);
}

function urlOf({ Protocol, Port }: Elb.Listener, name: string): string | undefined {
  if (Protocol !== 'HTTP' && Protocol !== 'HTTPS') return undefined;
  const port = Port === undefined || Port === (Protocol === 'HTTP' ? 80 : 443) ? '' : `:${Port}`;
  return `${Protocol.toLowerCase()}://${name}${port}`;
}

function toTarget({ Target: target, TargetHealth: health }: Elb.TargetHealthDescription): Target {
  return {
    id: target?.Id ?? '',
    state: health?.State ?? 'unknown',
    ...defined({
      port: target?.Port,
      zone: target?.AvailabilityZone,
      reason: health?.Reason,
      detail: health?.Description,
    }),
  };
}

// The health of targets is worth showing without the addresses, which need two more permissions.
function asFailure(error: unknown): Addresses {
  if (!(error instanceof LiveFailure) || error.kind === 'cancelled') throw error;
  return { urls: [], urlsFailure: error };
}

function thereIsNone(error: unknown): undefined {
  if (error instanceof Error && /^TargetGroupNotFound/.test(error.name)) return;
  throw error;
}
