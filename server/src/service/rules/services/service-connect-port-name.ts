import { connectNames } from '../../data/service-connect';
import type { Field } from '../../model/field';
import { isKnown } from '../../model/known';
import { nearest } from '../../model/nearest';
import { portNames } from '../../model/port-names';
import type { RequestInput } from '../../model/request';
import { propertyAt, type Template } from '../../model/resources';
import type { TaskDefinition } from '../../model/task-definition';
import { serviceExample, taskExample } from '../request-example';
import { defineRule, fix, type Report, replace, report } from '../rule';

const connected = (members: string) =>
  serviceExample(`"serviceConnectConfiguration": {
  "enabled": true,
  "namespace": "internal",
  "services": [
    {
      ${members}
    }
  ]
}`);
const aliases = '"clientAliases": [{ "port": 80, "dnsName": "web" }]';

export const rule = defineRule({
  id: 'service-connect-port-name',
  category: 'networking',
  severity: 'error',
  title: 'What a service publishes in its namespace is a named port with one alias',
  why: 'Service Connect and VPC Lattice send to a port mapping by its name, and ECS refuses a service that names another one. An endpoint of Service Connect has one alias: “clientAliases must have 1 element.”',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectService.html',
  about: 'request',
  beside: taskExample('', ', "portMappings": [{ "name": "http", "containerPort": 80 }]'),
  bad: [
    connected(`"portName": "htp",
                  ^^^^^
      ${aliases}`),
    serviceExample(`"vpcLatticeConfigurations": [
  {
    "portName": "web",
                ^^^^^
    "roleArn": "arn:aws:iam::111122223333:role/ecsInfrastructureRole",
    "targetGroupArn": "arn:aws:vpc-lattice:us-east-1:111122223333:targetgroup/tg-0123456789abcdef0"
  }
]`),
    connected(`"portName": "http",
      "clientAliases": []
      ^^^^^^^^^^^^^^^`),
    connected(`"portName": "http",
      "discoveryName": "Web",
                       ^^^^^
      "clientAliases": [{ "port": 80, "dnsName": "-web" }]
                                                 ^^^^^^`),
  ],
  fixed: [
    connected(`"portName": "http",
      ${aliases}`),
  ],
  good: [
    connected(`"portName": "http", ${aliases}`),
    connected(`"portName": "\${PORT}", "clientAliases": "\${ALIASES}"`),
    serviceExample('"serviceConnectConfiguration": { "enabled": false, "services": [{ "portName": "web" }] }'),
    serviceExample('"serviceConnectConfiguration": { "enabled": true }'),
    `{
  "serviceName": "web",
  "taskDefinition": "unknown-here",
  "serviceConnectConfiguration": { "enabled": true, "services": [{ "portName": "web", "clientAliases": [{ "port": 80 }] }] }
}`,
  ],

  *checkRequest(request, { task, template }) {
    const names = task && portNames(task);
    for (const { portName } of request.vpcLatticeConfigurations.items) yield* wrongPortName(portName, names, task);
    const { at, enabled, namespace, services } = request.serviceConnectConfiguration;
    if (enabled.literal !== true) return;
    if (!namespace.present && hasNoDefault(request, template))
      yield report(
        namespace,
        "The cluster has no default namespace, so Service Connect needs one here: set 'namespace', or ServiceConnectDefaults of the cluster.",
      );
    for (const service of services.items) {
      if (service.at.node?.type !== 'object' || !at.node) continue;
      yield* wrongPortName(service.portName, names, task);
      yield* wrongAliases(service);
    }
  },
});

function* wrongPortName(
  portName: Field<string>,
  names: readonly string[] | undefined,
  task: TaskDefinition | undefined,
): Iterable<Report> {
  const { literal } = portName;
  if (literal === undefined || !names || !task || names.includes(literal)) return;
  const meant = nearest(literal, names);
  const known =
    names.length === 0
      ? 'Its port mappings have no names: give one this name.'
      : `It has ${names.map((name) => `'${name}'`).join(', ')}.`;
  yield report(portName, `The task definition has no port mapping named '${literal}'. ${known}`, {
    ...(meant !== undefined && { fix: fix(`Change to '${meant}'`, replace(portName, meant)) }),
    related: [
      { place: task.containerDefinitions, message: 'The containers with their port mappings.', elsewhere: true },
    ],
  });
}

type ConnectService = RequestInput['serviceConnectConfiguration']['services']['items'][number];

function* wrongAliases({ clientAliases, discoveryName }: ConnectService): Iterable<Report> {
  const count = clientAliases.items.length;
  if (isKnown(clientAliases) && count !== 1)
    yield report(
      clientAliases,
      `An endpoint of Service Connect has one client alias, a port and perhaps a DNS name, not ${count === 0 ? 'none' : count}. ${count === 0 ? "Add it in 'clientAliases'." : 'Publish the port mapping once for each.'}`,
    );
  const fields = [discoveryName, ...clientAliases.items.map(({ dnsName }) => dnsName)];
  for (const field of fields) {
    const { pattern, says } = field === discoveryName ? connectNames.discoveryName : connectNames.dnsName;
    if (field.literal === undefined || pattern.test(field.literal)) continue;
    yield report(field, `'${field.literal}' is no ${field.name} of Service Connect: ${says}.`);
  }
}

/** Only a cluster that stands in the template is known to have no namespace of its own. */
function hasNoDefault({ cluster }: RequestInput, template: Template | undefined): boolean {
  const resource = template?.referred(cluster);
  return resource?.type === 'AWS::ECS::Cluster' && !propertyAt(resource.properties, 'ServiceConnectDefaults').node;
}
