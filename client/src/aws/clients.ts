import { env } from 'node:process';
import type { ApplicationAutoScalingClient } from '@aws-sdk/client-application-auto-scaling';
import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import type { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { EC2Client } from '@aws-sdk/client-ec2';
import type { ECRClient } from '@aws-sdk/client-ecr';
import { ECSClient } from '@aws-sdk/client-ecs';
import type { ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { IAMClient } from '@aws-sdk/client-iam';
import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { SSMClient } from '@aws-sdk/client-ssm';
import { STSClient } from '@aws-sdk/client-sts';
import { fromNodeProviderChain } from '@aws-sdk/credential-providers';
import type { Connection, Translate } from '../live/ports';
import { configuredEndpoint, ofServices, type ServiceName } from './endpoint';
import { sharedConfig } from './shared-config';

/** The SDK's clients of one connection. */
export interface Clients {
  readonly ecs: ECSClient;
  /** Sends once: for calls that change something. */
  readonly once: ECSClient;
  readonly ec2: EC2Client;
  readonly sts: STSClient;
  /** Made when it is first asked for: most never expand what needs it. */
  elb(): Promise<ElasticLoadBalancingV2Client>;
  /** As `elb`. */
  scaling(): Promise<ApplicationAutoScalingClient>;
  /** As `elb`. */
  logs(): Promise<CloudWatchLogsClient>;
  /** A new one for each session of Live Tail, which goes on while the others are closed: who asked for it destroys it. */
  liveTail(): Promise<CloudWatchLogsClient>;
  /** As `elb`. */
  cloudwatch(): Promise<CloudWatchClient>;
  /** As `elb`. */
  iam(): Promise<IAMClient>;
  /** As `elb`. */
  ecr(): Promise<ECRClient>;
  /** As `elb`. */
  secretsManager(): Promise<SecretsManagerClient>;
  /** As `elb`. */
  ssm(): Promise<SSMClient>;
  /** Where each service's calls go, for messages. */
  readonly hosts: Readonly<Record<ServiceName, string>>;
  /** Where sessions of Live Tail go. */
  readonly liveTailHost: string;
  destroy(): void;
}

/** How long one attempt may take, in milliseconds. */
export interface Timeouts {
  readonly connect: number;
  readonly request: number;
}

/** Makes the clients; endpoints are settled here once, so that a later change of the environment cannot redirect them. */
export async function makeClients(
  connection: Connection,
  timeouts: Timeouts,
  mfaCodeProvider: (serial: string) => Promise<string>,
  t: Translate,
): Promise<Clients> {
  const { region, profile } = connection;
  const config = await sharedConfig();
  const name = profile ?? (env.AWS_PROFILE || 'default');
  const shared = {
    region,
    ...(profile === undefined ? {} : { profile }),
    // One for all clients, so that they share the session of a role.
    credentials: fromNodeProviderChain({
      ignoreCache: true,
      mfaCodeProvider,
      clientConfig: { region },
      ...(profile === undefined ? {} : { profile }),
    }),
    requestHandler: {
      connectionTimeout: timeouts.connect,
      requestTimeout: timeouts.request,
      throwOnRequestTimeout: true,
    },
    // Otherwise the SDK would look for an endpoint by itself, in the profile of AWS_PROFILE.
    ignoreConfiguredEndpointUrls: true,
  };
  const endpointOf = (service: ServiceName): { readonly endpoint?: string } => {
    const given = service === 'ecs' ? connection.endpoint : undefined;
    const endpoint = given ?? configuredEndpoint(service, name, config, env, t);
    return endpoint ? { endpoint } : {};
  };
  const to = ofServices(endpointOf);
  const reading = { ...shared, retryMode: 'adaptive', maxAttempts: 3 };
  const later: {
    elb?: Promise<ElasticLoadBalancingV2Client>;
    scaling?: Promise<ApplicationAutoScalingClient>;
    logs?: Promise<CloudWatchLogsClient>;
    cloudwatch?: Promise<CloudWatchClient>;
    iam?: Promise<IAMClient>;
    ecr?: Promise<ECRClient>;
    secretsManager?: Promise<SecretsManagerClient>;
    ssm?: Promise<SSMClient>;
  } = {};
  const clients = {
    ecs: new ECSClient({ ...reading, ...to.ecs }),
    once: new ECSClient({ ...shared, maxAttempts: 1, ...to.ecs }),
    ec2: new EC2Client({ ...reading, ...to.ec2 }),
    sts: new STSClient({ ...reading, ...to.sts }),
  };
  const hosts = ofServices((service) => hostOf(to[service].endpoint, service, region));
  return {
    ...clients,
    elb: () => {
      later.elb ??= import('@aws-sdk/client-elastic-load-balancing-v2').then(
        (sdk) => new sdk.ElasticLoadBalancingV2Client({ ...reading, ...to.elasticloadbalancing }),
      );
      return later.elb;
    },
    scaling: () => {
      later.scaling ??= import('@aws-sdk/client-application-auto-scaling').then(
        (sdk) => new sdk.ApplicationAutoScalingClient({ ...reading, ...to['application-autoscaling'] }),
      );
      return later.scaling;
    },
    logs: () => {
      later.logs ??= import('@aws-sdk/client-cloudwatch-logs').then(
        (sdk) => new sdk.CloudWatchLogsClient({ ...reading, ...to.logs }),
      );
      return later.logs;
    },
    liveTail: async () => {
      const sdk = await import('@aws-sdk/client-cloudwatch-logs');
      // AWS has a host of its own for it, other endpoints have not.
      return new sdk.CloudWatchLogsClient({
        ...reading,
        ...to.logs,
        disableHostPrefix: to.logs.endpoint !== undefined,
      });
    },
    cloudwatch: () => {
      later.cloudwatch ??= import('@aws-sdk/client-cloudwatch').then(
        (sdk) => new sdk.CloudWatchClient({ ...reading, ...to.cloudwatch }),
      );
      return later.cloudwatch;
    },
    iam: () => {
      later.iam ??= import('@aws-sdk/client-iam').then((sdk) => new sdk.IAMClient({ ...reading, ...to.iam }));
      return later.iam;
    },
    ecr: () => {
      later.ecr ??= import('@aws-sdk/client-ecr').then((sdk) => new sdk.ECRClient({ ...reading, ...to.ecr }));
      return later.ecr;
    },
    secretsManager: () => {
      later.secretsManager ??= import('@aws-sdk/client-secrets-manager').then(
        (sdk) => new sdk.SecretsManagerClient({ ...reading, ...to.secretsmanager }),
      );
      return later.secretsManager;
    },
    ssm: () => {
      later.ssm ??= import('@aws-sdk/client-ssm').then((sdk) => new sdk.SSMClient({ ...reading, ...to.ssm }));
      return later.ssm;
    },
    hosts,
    liveTailHost: `${to.logs.endpoint === undefined ? 'stream-' : ''}${hosts.logs}`,
    destroy: () => {
      for (const client of Object.values(clients)) client.destroy();
      for (const client of Object.values(later)) client.then((it) => it.destroy()).catch(() => undefined);
    },
  };
}

const hostNames: Partial<Record<ServiceName, string>> = { cloudwatch: 'monitoring', ecr: 'api.ecr' };

// https://docs.aws.amazon.com/general/latest/gr/rande.html
function hostOf(endpoint: string | undefined, service: ServiceName, region: string): string {
  if (endpoint) return URL.canParse(endpoint) ? new URL(endpoint).host : endpoint;
  const suffix = region.startsWith('cn-')
    ? 'amazonaws.com.cn'
    : region.startsWith('eusc-')
      ? 'amazonaws.eu'
      : 'amazonaws.com';
  // Its roles are the same in all regions of a partition.
  if (service === 'iam') return region.startsWith('cn-') ? `iam.${region}.${suffix}` : `iam.${suffix}`;
  return `${hostNames[service] ?? service}.${region}.${suffix}`;
}
