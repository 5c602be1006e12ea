import { LiveFailure } from '../live/failure';
import type { Translate } from '../live/ports';
import type { SharedConfig } from './shared-config';

/** A service by its prefix in IAM, which most of its hosts have too. */
export type ServiceName = keyof typeof settings;

// Endpoint settings name services by the SDK's service ids.
const settings = {
  ecs: 'ecs',
  ec2: 'ec2',
  sts: 'sts',
  elasticloadbalancing: 'elastic_load_balancing_v2',
  'application-autoscaling': 'application_auto_scaling',
  logs: 'cloudwatch_logs',
  cloudwatch: 'cloudwatch',
  iam: 'iam',
  ecr: 'ecr',
  secretsmanager: 'secrets_manager',
  ssm: 'ssm',
} as const;

/** What `make` makes of each service. */
export function ofServices<T>(make: (service: ServiceName) => T): Readonly<Record<ServiceName, T>> {
  const names = Object.keys(settings) as ServiceName[];
  return Object.fromEntries(names.map((name) => [name, make(name)])) as Record<ServiceName, T>;
}

/**
 * The endpoint that the environment or the profile sets for a service, undefined when it is AWS's own. Found here and not
 * by the SDK, which looks into the profile of AWS_PROFILE even when its client is made for another one. Throws
 * `LiveFailure` when the profile names a services section that does not exist, or the endpoint is no web address.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
 */
export function configuredEndpoint(
  service: ServiceName,
  profileName: string,
  config: SharedConfig,
  environment: Readonly<Record<string, string | undefined>>,
  t: Translate,
): string | undefined {
  const endpoint = givenEndpoint(service, profileName, config, environment, t);
  // The SDK takes `localhost:4566` too, and sends to port 80.
  if (endpoint === undefined || (/^https?:\/\//i.test(endpoint) && URL.canParse(endpoint))) return endpoint;
  throw new LiveFailure(
    'invalid',
    t(
      'The endpoint {0}, which the environment or the profile {1} sets for AWS, is no address that begins with http:// or https://: correct it or choose another profile.',
      endpoint,
      profileName,
    ),
    'pick-connection',
  );
}

function givenEndpoint(
  service: ServiceName,
  profileName: string,
  { profiles, sections }: SharedConfig,
  environment: Readonly<Record<string, string | undefined>>,
  t: Translate,
): string | undefined {
  const profile = profiles[profileName] ?? {};
  const ignored = environment.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS ?? profile.ignore_configured_endpoint_urls;
  if (ignored?.toLowerCase() === 'true') return undefined;
  const fromEnvironment =
    environment[`AWS_ENDPOINT_URL_${settings[service].toUpperCase()}`] || environment.AWS_ENDPOINT_URL;
  if (fromEnvironment) return fromEnvironment;
  if (profile.services) {
    const section = sections[`services.${profile.services}`];
    if (!section) {
      throw new LiveFailure(
        'invalid',
        t(
          'The profile {0} names the services section {1}, which the AWS config file does not have: correct the file or choose another profile.',
          profileName,
          profile.services,
        ),
        'pick-connection',
      );
    }
    const own = section[`${settings[service]}.endpoint_url`];
    if (own) return own;
  }
  return profile.endpoint_url || undefined;
}
