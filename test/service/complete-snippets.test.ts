import { describe, expect, it } from 'vitest';
import { accepted, proposals } from '../support/accept';
import { service } from '../support/service';

const json = 'file:///w/app.task-definition.json';
const yaml = 'file:///w/app.task-definition.yaml';
const snippets = (marked: string, uri: string) =>
  proposals(marked, uri).flatMap(({ kind, label }) => (kind === 'snippet' ? [label] : []));

async function errorsIn(uri: string, text: string): Promise<readonly string[]> {
  const problems = await service.diagnose(service.open(uri, text));
  // A volume is mounted, and a log router used, once it is there.
  const later = ['unused-volume', 'firelens-router-unused'];
  const errors = problems.filter(({ severity, rule }) => severity === 'error' && !later.includes(rule));
  return errors.map(({ rule, message }) => `${rule}: ${message}`);
}

const fargate = `family: web
requiresCompatibilities: [FARGATE]
networkMode: awsvpc
cpu: '1024'
memory: '2048'
executionRoleArn: arn:aws:iam::111122223333:role/ecsTaskExecutionRole
taskRoleArn: arn:aws:iam::111122223333:role/webTaskRole
`;
const ec2 = `family: web
requiresCompatibilities: [EC2]
networkMode: bridge
executionRoleArn: arn:aws:iam::111122223333:role/ecsTaskExecutionRole
taskRoleArn: arn:aws:iam::111122223333:role/webTaskRole
`;
const app = `containerDefinitions:
  - name: app
    image: nginx:1.27
    memory: 512
    portMappings:
      - containerPort: 8080
`;

const places: readonly (readonly [string, string])[] = [
  ['a container', `${app}  - |\n`],
  ['a container without its dash', `${app}  |\n`],
  ['containers in brackets', `containerDefinitions: [{ name: app, image: nginx:1.27, memory: 512 }, |]\n`],
  ['the parts of a container', `${app}    |\n`],
  ['a volume', `${app}volumes:\n  - |\n`],
  ['the list of volumes', `${app}volumes: |\n`],
  ['a health check', `${app}    healthCheck:\n      |\n`],
  ['a health check behind its key', `${app}    healthCheck: |\n`],
  ['a secret', `${app}    secrets:\n      - |\n`],
  ['a variable', `${app}    environment: [|]\n`],
  ['a port', `${app}      - |\n`],
  ['a restart policy', `${app}    restartPolicy: |\n`],
  ['a log', `${app}    logConfiguration:\n      |\n`],
  ['limits', `${app}    ulimits:\n      |\n`],
];

describe.each([
  ['Fargate', fargate],
  ['EC2', ec2],
])('on %s', (_, head) => {
  it.each(places)('whatever is accepted for %s has no error', async (_place, body) => {
    const marked = head + body;
    const found = snippets(marked, yaml);
    expect(found.length).toBeGreaterThan(0);
    for (const label of found) expect(await errorsIn(yaml, accepted(marked, label, yaml)), label).toEqual([]);
  });

  it('templates take the same', async () => {
    const spelled = `${head}${app}  - |\n`
      .replace(/^(\s*(?:- )?)([a-z])/gm, (_all, indent: string, first: string) => indent + first.toUpperCase())
      .replace(/^(?=.)/gm, '      ');
    const marked = `Resources:\n  Task:\n    Type: AWS::ECS::TaskDefinition\n    Properties:\n${spelled}`;
    const template = 'file:///w/template.yaml';
    const found = snippets(marked, template);
    expect(found).toEqual(snippets(`${head}${app}  - |\n`, yaml));
    for (const label of found) expect(await errorsIn(template, accepted(marked, label, template)), label).toEqual([]);
  });
});

describe('snippets', () => {
  it('are proposed only where they fit', () => {
    expect(snippets(`${fargate}${app}volumes:\n  - |\n`, yaml)).not.toContain('Bind mount of the host');
    expect(snippets(`${ec2}${app}volumes:\n  - |\n`, yaml)).toContain('Bind mount of the host');
    expect(snippets(`${fargate}${app}    resourceRequirements:\n      - |\n`, yaml)).toEqual([]);
    expect(snippets(`${ec2}${app}    resourceRequirements:\n      - |\n`, yaml)).toEqual(['GPU']);
    expect(snippets(`${app}    firelensConfiguration: { type: fluentbit }\n  - |\n`, yaml)).not.toContain(
      'FireLens log router',
    );
    expect(snippets(`${app}  - name: other\n    |\n`, yaml)).not.toContain('Web container');
    expect(snippets(`${app}volumes:\n  - name: data\n    |\n`, yaml)).toEqual([]);
  });

  it('check the health of what the image is', () => {
    const check = (image: string) => snippets(`containerDefinitions:\n  - image: ${image}\n    healthCheck: |\n`, yaml);
    expect(check('public.ecr.aws/docker/library/postgres:17')[0]).toBe('PostgreSQL');
    expect(check('nginx:1.27')[0]).toBe('HTTP with curl');
  });

  it('take names and ports that are free, and the region of the log', () => {
    const text = accepted(`${app}  - |\n`, 'Web container', yaml);
    expect(text).toContain('name: app-2\n');
    expect(text).toContain('containerPort: 8081');
    const logs = `containerDefinitions:
  - name: app
    logConfiguration:
      logDriver: awslogs
      options: { awslogs-region: eu-west-1 }
  - name: other
    logConfiguration: |
`;
    expect(accepted(logs, 'CloudWatch Logs', yaml)).toContain('awslogs-region: eu-west-1\n');
  });

  it('are indented like the file', () => {
    const marked = '{\n\t"family": "a",\n\t"containerDefinitions": [\n\t\t|\n\t]\n}';
    expect(accepted(marked, 'Init container', json)).toContain(
      '[\n\t\t{\n\t\t\t"name": "init",\n\t\t\t"image": "public.ecr.aws/docker/library/busybox:1.36",\n',
    );
  });
});

describe.each([
  ['JSON', json],
  ['YAML', yaml],
])('a blank file in %s', (_, uri) => {
  it.each(['|', '\n|\n', 'Task|'])('completes to whole definitions at %j', async (marked) => {
    const found = snippets(marked, uri);
    expect(found.slice(0, 2)).toEqual(['Task definition for Fargate', 'Task definition for EC2']);
    for (const label of found) expect(await errorsIn(uri, accepted(marked, label, uri)), label).toEqual([]);
  });

  it('completes to nothing where its name says nothing', () => {
    expect(proposals('|', uri.replace('app.task-definition', 'settings'))).toEqual([]);
  });
});

it('fills the braces of a file that has nothing else', async () => {
  const text = accepted('{|}', 'Task definition for Fargate', json);
  expect(await errorsIn(json, text)).toEqual([]);
  expect(text.startsWith('{\n  "family": "app",\n  "requiresCompatibilities"')).toBe(true);
});
