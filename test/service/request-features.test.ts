import { describe, expect, it } from 'vitest';
import { folding, format, links, type OutlineSymbol, selectionRanges } from '../../server/src/service';
import { accepted, dataIn, proposals } from '../support/accept';
import { definition, requestDialects } from '../support/request-dialects';
import { openAt, service } from '../support/service';

const workspace = {
  snapshots: [service.open('file:///w/web.task-definition.json', JSON.stringify(definition))],
};
const request = {
  serviceName: 'shop',
  taskDefinition: 'web:7',
  launchType: 'FARGATE',
  cluster: 'main',
  networkConfiguration: {
    awsvpcConfiguration: {
      subnets: ['subnet-0123456789abcdef0', '${SUBNET}'],
      securityGroups: ['sg-0123456789abcdef0'],
    },
  },
  loadBalancers: [
    {
      targetGroupArn: 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0123456789abcdef',
      containerName: 'app',
      containerPort: 8080,
    },
  ],
  serviceConnectConfiguration: { enabled: true, services: [{ portName: 'http' }] },
  volumeConfigurations: [{ name: 'disk' }],
};

const print = (rows: readonly OutlineSymbol[], indent = ''): string =>
  rows
    .map(
      ({ kind, name, detail, children }) => `${indent}${kind} ${name} (${detail})\n${print(children, `${indent}  `)}`,
    )
    .join('');

describe.each(requestDialects)('a service in $name', (dialect) => {
  const text = dialect.write(request);
  const snapshot = service.open(dialect.uri, text);

  it('has an outline', () => {
    const outline = print(service.symbols(snapshot));
    const written = dialect.isTemplate ? /\(.*FARGATE\)/ : /\(web:7 · FARGATE\)/;
    expect(outline).toMatch(new RegExp(`^service shop ${written.source}$`, 'm'));
    expect(outline).toContain(
      '  port app:8080 (load balancer)\n  port http (Service Connect)\n  volume disk (volume)\n',
    );
    expect(outline.startsWith('definition web')).toBe(dialect.isTemplate);
  });

  it('folds and selects', () => {
    const lines = folding(snapshot)?.map(({ offset }) => text.slice(offset, text.indexOf('\n', offset)));
    expect(lines?.join('\n')).toMatch(dialect.name.endsWith('YAML') ? /loadBalancers:/i : /\[/);
    const [ranges] = selectionRanges(snapshot, [text.indexOf('disk') + 1]) ?? [];
    expect(ranges?.slice(0, 1).map(({ offset, end }) => text.slice(offset, end))).toEqual(['disk']);
    expect(ranges?.length).toBeGreaterThan(4);
  });

  it('links to the console', () => {
    const console = 'https://eu-west-1.console.aws.amazon.com/';
    const found = links(snapshot)
      .filter(({ target }) => target.startsWith(console))
      .map(({ span, target }) => [text.slice(span.offset, span.end).replaceAll('"', ''), target.slice(console.length)]);
    expect(Object.fromEntries(found)).toEqual({
      main: 'ecs/v2/clusters/main?region=eu-west-1',
      'subnet-0123456789abcdef0': 'vpcconsole/home?region=eu-west-1#SubnetDetails:subnetId=subnet-0123456789abcdef0',
      'sg-0123456789abcdef0': 'ec2/home?region=eu-west-1#SecurityGroup:groupId=sg-0123456789abcdef0',
      [request.loadBalancers[0]?.targetGroupArn ?? '']:
        `ec2/home?region=eu-west-1#TargetGroup:targetGroupArn=${request.loadBalancers[0]?.targetGroupArn}`,
    });
  });
});

it('names a service without a name after its resource, a run after its task definition', () => {
  const template =
    'Resources:\n  Shop:\n    Type: AWS::ECS::Service\n    Properties:\n      TaskDefinition: !Ref Task\n';
  expect(print(service.symbols(service.open('file:///w/t.yaml', template)))).toBe('service Shop (!Ref Task)\n');
  const run = 'cluster: c\ntaskDefinition: web\noverrides:\n  containerOverrides:\n    - name: app\n';
  expect(print(service.symbols(service.open('file:///w/run.yaml', run)))).toBe(
    'run web ()\n  container app (overrides)\n',
  );
});

it('lays out a request in JSON', () => {
  const snapshot = service.open('file:///w/run.json', '{"cluster":"c","taskDefinition":"web"}');
  expect(format(snapshot, { tabSize: 2, insertSpaces: true })?.length).toBeGreaterThan(0);
});

describe.each(['json', 'yaml'])('an empty file in %s', (ending) => {
  it.each([
    ['ecs-service-def', 'Fargate service behind an Application Load Balancer'],
    ['ecs-service', 'Fargate worker service'],
    ['web.service-definition', 'EC2 service'],
    ['run-task', 'Scheduled or batch run on Fargate'],
    ['nightly.run-task', 'One command on Fargate'],
  ])('%s completes to: %s', async (name, label) => {
    const uri = `file:///w/${name}.${ending}`;
    const text = accepted('|', label, uri, workspace);
    expect(dataIn(text, uri)).toMatchObject({ taskDefinition: 'web' });
    const problems = await service.diagnose(service.open(uri, text));
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('wires what the task definition beside it names', () => {
    const uri = `file:///w/ecs-service-def.${ending}`;
    const data = dataIn(accepted('|', 'Fargate service behind an Application Load Balancer', uri, workspace), uri);
    expect(data).toMatchObject({ serviceName: 'web', loadBalancers: [{ containerName: 'app', containerPort: 8080 }] });
    const alone = dataIn(accepted('|', 'EC2 service', uri), uri);
    expect(alone).toMatchObject({ serviceName: 'app', taskDefinition: 'app' });
  });

  it('that says something else completes to nothing', () => {
    expect(proposals('|', `file:///w/settings.${ending}`, workspace)).toEqual([]);
    const labels = proposals('|', `file:///w/ecs-service.${ending}`).map(({ label }) => label);
    expect(labels).not.toContain('Task definition for Fargate');
    expect(labels).not.toContain('Scheduled or batch run on Fargate');
  });
});

describe('a run', () => {
  const run = (overrides: string) => `cluster: c\ntaskDefinition: web\noverrides:\n  containerOverrides:\n${overrides}`;
  const at = (text: string) => proposals(run(text), 'file:///w/run.yaml', workspace);

  it('completes what it overrides', () => {
    expect(at('    - name: |\n').map(({ label }) => label)).toEqual(['app', 'sidecar']);
    const second = at('    - name: app\n    - name: |\n');
    expect(second.map(({ label, detail }) => [label, detail])).toEqual([
      ['sidecar', 'envoy:1 · in web.task-definition.json'],
      ['app', 'has overrides already · in web.task-definition.json'],
    ]);
    expect(at('    - name: app\n      environment:\n        - name: |\n').map(({ label }) => label)).toEqual(['MODE']);
    expect(at('    - |\n').map(({ label }) => label)).toContain('Another command');
  });

  it('completes whole overrides', () => {
    const text = accepted(run('    - name: app\n    - |\n'), 'Another command', 'file:///w/run.yaml', workspace);
    expect(dataIn(text, 'file:///w/run.yaml')).toMatchObject({
      overrides: { containerOverrides: [{ name: 'app' }, { name: 'sidecar', command: ['run-job'] }] },
    });
  });

  it('knows only members of its own', () => {
    const labels = proposals('cluster: c\ntaskDefinition: web\n|\n', 'file:///w/run.yaml').map(({ label }) => label);
    expect(labels.slice(0, 2)).toEqual(['count', 'launchType']);
    expect(labels).not.toContain('desiredCount');
  });
});

it('an update knows what only a service to be created takes', () => {
  const found = proposals('service: web\ntaskDefinition: web\ndesiredCount: 2\n|\n', 'file:///w/update.yaml');
  expect(found.find(({ label }) => label === 'launchType')?.detail).toMatch(/^only to create a service · /);
  expect(found.find(({ label }) => label === 'forceNewDeployment')?.detail).toBe('boolean');
});

it('documents a member by the schema that knows it', () => {
  const document = (schema: 'service' | 'run-task', name: string) => service.document({ schema, path: [name] });
  expect(document('service', 'desiredCount')).toContain('API_CreateService.html');
  expect(document('run-task', 'count')).toContain('API_RunTask.html');
  expect(document('run-task', 'desiredCount')).toBe('');
  expect(document('service', 'loadBalancers')).toContain('| Classic Load Balancer | never');
});

describe('what only looks like a request', () => {
  it.each([
    ['package.json', '{ "name": "web", "scripts": { "taskDefinition": "x" }, "desiredCount": 1, | }'],
    ['compose.yaml', 'services:\n  web:\n    image: nginx\ntaskDefinition: web\n|\n'],
    ['service.yaml', 'apiVersion: v1\nkind: Service\nloadBalancers: []\ndesiredCount: 1\n|\n'],
    ['values.yaml', 'taskDefinition: web\nreplicas: 3\n|\n'],
    ['deploy.yaml', 'on: push\njobs: {}\ntaskDefinition: web\ncluster: |\n'],
    ['described.json', '{ "services": [{ "serviceName": "web", "taskDefinition": "web:1", | }] }'],
  ])('%s stays untouched', (name, marked) => {
    const { snapshot, offset } = openAt(marked, `file:///w/${name}`);
    expect(service.complete(snapshot, offset, workspace)).toEqual([]);
    for (let at = 0; at <= snapshot.document.getText().length; at++)
      expect(service.hover(snapshot, at, workspace)).toBeUndefined();
    expect(service.symbols(snapshot)).toEqual([]);
    expect(links(snapshot)).toEqual([]);
    expect(folding(snapshot)).toBeUndefined();
    expect(format(snapshot, { tabSize: 2, insertSpaces: true })).toBeUndefined();
  });
});

it.each(requestDialects)(
  'answers for a service in $name that is cut off',
  ({ uri, write }) => {
    const whole = write(request);
    for (let cut = 0; cut <= whole.length; cut++) {
      const text = whole.slice(0, cut);
      const snapshot = service.open(uri, text);
      for (const { replace } of service.complete(snapshot, cut, workspace)) {
        expect(replace.offset).toBeLessThanOrEqual(cut);
        expect(replace.end).toBeLessThanOrEqual(text.length);
      }
      service.hover(snapshot, cut, workspace);
      service.symbols(snapshot);
      links(snapshot);
      folding(snapshot);
    }
  },
  60_000,
);
