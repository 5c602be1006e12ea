import { describe, expect, it } from 'vitest';
import { definition, type RequestDialect, requestDialects } from '../support/request-dialects';
import { openAt, service } from '../support/service';

const workspace = {
  snapshots: [service.open('file:///w/web.task-definition.json', JSON.stringify(definition))],
};
const base = { serviceName: 'web', taskDefinition: 'web:7', desiredCount: 2 };

/** What is said at the `|` of a request, without what is said of its member. */
function hovered(dialect: RequestDialect, request: object): string | undefined {
  const { snapshot, offset } = openAt(dialect.write(request), dialect.uri);
  return service.hover(snapshot, offset, workspace)?.markdown;
}

const group = (name: string) =>
  `arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/${name}/0123456789abcdef`;
const balanced = (members: object) => ({
  ...base,
  loadBalancers: [{ targetGroupArn: group('web'), containerName: 'app', containerPort: 8080, ...members }],
});
const connected = (members: object) => ({
  ...base,
  serviceConnectConfiguration: { enabled: true, namespace: 'local', services: [{ portName: 'http', ...members }] },
});

const cases: readonly (readonly [what: string, request: object, said: readonly string[]])[] = [
  [
    'a load balancer in words',
    balanced({ containerName: 'a|pp' }),
    ['listener → target group `web` → container `app` port `8080`', 'target type `ip`'],
  ],
  [
    'the parts of an ARN',
    balanced({ targetGroupArn: `${group('w|eb')}` }),
    ['listener → target group `web` → container `app`', '| Account | `111122223333` |'],
  ],
  ['a Classic Load Balancer', balanced({ loadBalancerName: 'ol|d' }), ['Classic Load Balancer → container `app`']],
  [
    'where clients reach a port',
    connected({ portName: 'ht|tp', clientAliases: [{ port: 80, dnsName: 'shop' }] }),
    ['Other services of the namespace `local` reach container `app` port `8080` at `http://shop:80`.'],
  ],
  ['the name that a port has by itself', connected({ portName: 'ht|tp' }), ['at `http://http.local`.']],
  [
    'what mounts a volume',
    { ...base, volumeConfigurations: [{ name: 'di|sk' }] },
    ['Volume `disk`, made for each task · mounted in container `app` at `/data`'],
  ],
  ['a launch type', { ...base, launchType: 'FAR|GATE' }, ['**FARGATE** · Tasks run on capacity of AWS']],
  [
    'an option of a log driver',
    {
      ...base,
      serviceConnectConfiguration: {
        enabled: true,
        logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': '/ec|s/web' } },
      },
    },
    ['**awslogs-group** · option of `awslogs`'],
  ],
  [
    'which load balancer to take',
    { ...base, 'load|Balancers': [] },
    ['| Application Load Balancer | HTTP and HTTPS', '| Network Load Balancer |', '| Classic Load Balancer | never'],
  ],
  ['what a member is', { ...base, 'desired|Count': 2 }, ['· integer', 'API_CreateService.html']],
];

describe.each(requestDialects)('hover in a service in $name', (dialect) => {
  it.each(cases)('tells %s', (_, request, said) => {
    for (const sentence of said) expect(hovered(dialect, request)).toContain(sentence);
  });

  it.each([
    { ...base, cluster: '${CLU|STER}' },
    { ...base, tags: [{ key: 'team', value: 'we|b' }] },
  ])('says of other values what their member is: %j', (request) => {
    expect(hovered(dialect, request)).toMatch(/^\*\*(?:cluster|value|Cluster|Value)\*\* · string/);
  });
});

it.each(requestDialects)('tells the task definition of a service in $name', (dialect) => {
  const text = dialect
    .write({ ...base, taskDefinition: 'we|b:7' })
    .replace(/("?TaskDefinition"?: ?\{?\s*"?Ref"?: "?Ta)(?=sk)/, '$1|');
  const { snapshot, offset } = openAt(text, dialect.uri);
  const said = service.hover(snapshot, offset, workspace)?.markdown;
  const place = dialect.isTemplate ? 'in this file' : 'in `web.task-definition.json`';
  expect(said).toContain(`**Task definition \`web\`** ${place} · Fargate, awsvpc, 0.5 vCPU, 1 GiB`);
  expect(said).toContain('- `app` · `nginx:1.27` · ports `8080`, `9090`\n- `sidecar` · `envoy:1`');
  expect(said?.includes('Revision 7 is as it was registered')).toBe(!dialect.isTemplate);
});

it('tells the container that a run overrides', () => {
  const { snapshot, offset } = openAt(
    'cluster: c\ntaskDefinition: web\noverrides:\n  containerOverrides:\n    - name: ap|p\n',
    'file:///w/run.yaml',
  );
  expect(service.hover(snapshot, offset, workspace)?.markdown).toMatch(
    /^Container `app` of `nginx:1.27` · In the task definition its command is `serve --all`\./,
  );
});

it('says nothing of a task definition that is not known', () => {
  const { snapshot, offset } = openAt('cluster: c\ntaskDefinition: oth|er:3\n', 'file:///w/run.yaml');
  expect(service.hover(snapshot, offset, workspace)?.markdown).toMatch(/^\*\*taskDefinition\*\* · string/);
  expect(service.hover(snapshot, offset)?.markdown).toMatch(/^\*\*taskDefinition\*\* · string/);
});
