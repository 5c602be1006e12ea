import { parse, stringify } from 'yaml';
import { cloudFormationName } from '../../server/src/service/data/cloudformation-names';
import { respelled } from './dialects';

/** A syntax and spelling in which a service can be written. */
export interface RequestDialect {
  readonly name: string;
  readonly uri: string;
  readonly isTemplate: boolean;
  /** A request, in a template with the task definition that it refers to as `Task`. */
  write(request: object): string;
  /** The request in a text, as data in the spelling of the dialect. */
  read(text: string): unknown;
  /** The request as data in the spelling of the dialect. */
  spell(request: object): unknown;
  /** What the dialect calls a member at the top of a request. */
  member(name: string): string;
}

/** A task definition with what requests use of one. */
export const definition = {
  family: 'web',
  requiresCompatibilities: ['FARGATE'],
  networkMode: 'awsvpc',
  cpu: '512',
  memory: '1024',
  containerDefinitions: [
    {
      name: 'app',
      image: 'nginx:1.27',
      portMappings: [{ name: 'http', containerPort: 8080, appProtocol: 'http' }, { containerPort: 9090 }],
      environment: [{ name: 'MODE', value: 'web' }],
      command: ['serve', '--all'],
      mountPoints: [{ sourceVolume: 'disk', containerPath: '/data' }],
    },
    { name: 'sidecar', image: 'envoy:1' },
  ],
  volumes: [{ name: 'disk', configuredAtLaunch: true }, { name: 'scratch' }],
};

export const requestDialects: readonly RequestDialect[] = [
  plain('JSON', 'file:///w/service.json', (data) => JSON.stringify(data, null, 2), JSON.parse),
  plain('YAML', 'file:///w/service.yaml', stringify, parse),
  template('CloudFormation JSON', 'file:///w/template.json', (data) => JSON.stringify(data, null, 2), JSON.parse),
  template('CloudFormation YAML', 'file:///w/template.yaml', stringify, parse),
];

type Write = (data: unknown) => string;
type Read = (text: string) => unknown;

function plain(name: string, uri: string, write: Write, read: Read): RequestDialect {
  return { name, uri, isTemplate: false, write, read, spell: (request) => request, member: (it) => it };
}

function template(name: string, uri: string, write: Write, read: Read): RequestDialect {
  const spell = (request: object) => ({ ...(respelled(request) as object), TaskDefinition: { Ref: 'Task' } });
  return {
    name,
    uri,
    isTemplate: true,
    write: (request) =>
      write({
        Resources: {
          Task: { Type: 'AWS::ECS::TaskDefinition', Properties: respelled(definition) },
          Service: { Type: 'AWS::ECS::Service', Properties: spell(request) },
        },
      }),
    read: (text) => (read(text) as { Resources: { Service: { Properties: unknown } } }).Resources.Service.Properties,
    spell,
    member: (it) => cloudFormationName(it, undefined),
  };
}
