import type { Field } from '../../model/field';
import { networkModeOf, type RequestInput } from '../../model/request';
import { literalAt, propertyAt, type Template } from '../../model/resources';
import type { NetworkMode } from '../../model/task-definition';
import { serviceExample, taskExample } from '../request-example';
import { defineRule, placeOf, type Report, remove, report, suggestion } from '../rule';

const arn = 'arn:aws:servicediscovery:us-east-1:111122223333:service/srv-0123456789abcdef';
const registered = (members: string, more = '') =>
  serviceExample(`"serviceRegistries": [
  {
    "registryArn": "${arn}"${members}
  }${more}
]`);

export const rule = defineRule({
  id: 'service-registry-ports',
  category: 'networking',
  severity: 'error',
  title: 'A service registry is given the port that its DNS records need',
  why: "SRV records name a port, address records do not; tasks in bridge and host mode have no address of their own and always need SRV records. ECS answers: “The values specified for serviceRegistries do not require a value for 'containerPort'. Remove the value and retry.”",
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceRegistry.html',
  about: 'request',
  beside: taskExample('\n  "networkMode": "awsvpc",', ', "portMappings": [{ "containerPort": 80 }]'),
  bad: [
    registered(`,
    "containerPort": 80
                     ^^`),
    registered(`,
    "port": 80,
            ^^
    "containerName": "app",
    "containerPort": 80`),
    registered(
      '',
      `,
  { "registryArn": "${arn.replace('cdef', 'ffff')}" }
  ^`,
    ),
  ],
  fixed: [
    registered(''),
    registered(`,
    "containerName": "app",
    "containerPort": 80`),
  ],
  good: [
    registered(''),
    registered(', "containerName": "app", "containerPort": 80'),
    registered(', "port": 80'),
    registered(', "containerName": "${NAME}", "containerPort": 80'),
    `{ "serviceName": "web", "taskDefinition": "unknown-here", "desiredCount": 1, "serviceRegistries": [{ "registryArn": "${arn}", "containerPort": 80 }] }`,
  ],

  *checkRequest(request, { task, template }) {
    const mode = task && networkModeOf(request, task);
    for (const [index, registry] of request.serviceRegistries.items.entries()) {
      if (registry.at.node?.type !== 'object') continue;
      if (index > 0)
        yield report(registry.at, 'A service has one registry. Remove this one, or make another service for it.');
      else if (mode) yield* wrongPorts(registry, mode, template);
    }
  },
});

type Registry = RequestInput['serviceRegistries']['items'][number];

function* wrongPorts(registry: Registry, mode: NetworkMode, template: Template | undefined): Iterable<Report> {
  const { containerName, containerPort, port } = registry;
  const given = [containerName, containerPort].filter(({ present }) => present);
  const unresolved = [containerName, containerPort, port].some((field: Field<string | number>) => field.unresolved);
  const [only] = given;
  if (unresolved) return;
  if (mode === 'bridge' || mode === 'host') {
    if (given.length < 2)
      yield report(
        registry.at,
        `Tasks in ${mode} mode are registered with the port of a container: set 'containerName' and 'containerPort'.`,
      );
  } else if (mode === 'awsvpc') {
    if (only && given.length === 1)
      yield report(
        only,
        `'containerName' and 'containerPort' go together, for SRV records. For address records remove '${only.name}'.`,
        { fix: suggestion(`Remove '${only.name}'`, remove(only)) },
      );
    else if (port.present && only)
      yield report(
        port,
        "A registry has a 'port', or a 'containerName' with its 'containerPort': not both. Remove 'port'.",
        { fix: suggestion("Remove 'port'", remove(port)) },
      );
    else if ((port.present || only) && hasAddressesOnly(registry, template))
      yield report(
        port.present ? port : containerPort,
        `The registry has address records, which have no port. Remove ${port.present ? "'port'" : "'containerName' and 'containerPort'"}, or give it SRV records.`,
        { fix: suggestion('Remove the port', ...[port, ...given].filter(({ present }) => present).map(remove)) },
      );
  }
}

/**
 * True for a registry of the template whose records are all known and of other types than SRV.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-servicediscovery-service.html
 */
function hasAddressesOnly({ registryArn }: Registry, template: Template | undefined): boolean {
  const resource = template?.referred(registryArn);
  if (resource?.type !== 'AWS::ServiceDiscovery::Service') return false;
  const records = propertyAt(resource.properties, 'DnsConfig', 'DnsRecords').node;
  if (records?.type !== 'array' || records.items.length === 0) return false;
  const types = records.items.map((node) => literalAt(propertyAt(placeOf(node), 'Type')));
  return types.every((type) => type !== undefined && type !== 'SRV');
}
