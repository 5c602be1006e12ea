import { describe, expect, it, test } from 'vitest';
import { explainStop, type StopFacts, whyStopped } from '../../server/src/service';
import { exitCodes, finishedInService, otherExit } from '../../server/src/service/data/stop-causes/exit-codes';
import { stopGroups } from '../../server/src/service/data/stop-causes/groups';
import { stopCodes } from '../../server/src/service/data/stop-causes/stop-codes';
import { dialects } from '../support/marked-dialects';
import { service } from '../support/service';

const definition = JSON.stringify({
  family: 'web',
  executionRoleArn: 'arn:aws:iam::111122223333:role/web-execution',
  taskRoleArn: 'arn:aws:iam::111122223333:role/web-task',
  networkMode: 'awsvpc',
  requiresCompatibilities: ['FARGATE'],
  runtimePlatform: { cpuArchitecture: 'ARM64' },
  cpu: '256',
  memory: '512',
  volumes: [
    { name: 'data', efsVolumeConfiguration: { fileSystemId: 'fs-0123456789abcdef0', rootDirectory: '/data' } },
    { name: 'other', efsVolumeConfiguration: { fileSystemId: 'fs-0fedcba9876543210' } },
    { name: 'scratch', configuredAtLaunch: true },
  ],
  containerDefinitions: [
    {
      name: 'app',
      image: '111122223333.dkr.ecr.us-east-1.amazonaws.com/web:1.4',
      memory: 384,
      entryPoint: ['/bin/serve'],
      command: ['--port', '8080'],
      workingDirectory: '/srv',
      user: 'deploy',
      portMappings: [{ containerPort: 8080, hostPort: 80 }],
      secrets: [
        { name: 'DB', valueFrom: 'arn:aws:secretsmanager:us-east-1:111122223333:secret:prod/db-AbCdEf:password::' },
        { name: 'API', valueFrom: 'arn:aws:secretsmanager:us-east-1:111122223333:secret:prod/api-GhIjKl' },
        { name: 'MODE', valueFrom: '/web/mode' },
        { name: 'MODEL', valueFrom: 'arn:aws:ssm:us-east-1:111122223333:parameter/web/model' },
      ],
      environmentFiles: [{ type: 's3', value: 'arn:aws:s3:::web-settings/web.env' }],
      logConfiguration: {
        logDriver: 'awslogs',
        options: { 'awslogs-group': '/ecs/web', 'awslogs-region': 'us-east-1', 'awslogs-stream-prefix': 'app' },
      },
      healthCheck: { command: ['CMD-SHELL', 'curl -f http://localhost:8080/'] },
      dependsOn: [{ containerName: 'proxy', condition: 'HEALTHY' }],
      startTimeout: 60,
    },
    { name: 'proxy', image: 'nginx', essential: false },
  ],
});

type Case = readonly [name: string, facts: Partial<StopFacts>, cause: string, token: string];

const start = (reason: string, container = 'app'): Partial<StopFacts> => ({
  stopCode: 'TaskFailedToStart',
  stoppedReason: 'Task failed to start',
  containers: [
    { name: 'app', ...(container === 'app' && { reason }) },
    { name: 'proxy', ...(container === 'proxy' && { reason }) },
  ],
});
const task = (stoppedReason: string): Partial<StopFacts> => ({ stopCode: 'TaskFailedToStart', stoppedReason });
const exit = (app: number, proxy?: number): Partial<StopFacts> => ({
  stopCode: 'EssentialContainerExited',
  stoppedReason: 'Essential container in task exited',
  containers: [
    { name: 'app', exitCode: app },
    { name: 'proxy', ...(proxy !== undefined && { exitCode: proxy }) },
  ],
});
const pull = (rest: string, image = '111122223333.dkr.ecr.us-east-1.amazonaws.com/web:1.4') =>
  `CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref ${image}: ${rest}`;
const secrets = (rest: string) =>
  `ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: ${rest}`;
const executor = 'User: arn:aws:sts::111122223333:assumed-role/web-execution/0a1b is not authorized to perform:';

const ecr = '111122223333.dkr.ecr.us-east-1.amazonaws.com/web:1.4';
const db = 'arn:aws:secretsmanager:us-east-1:111122223333:secret:prod/db-AbCdEf:password::';
const api = 'arn:aws:secretsmanager:us-east-1:111122223333:secret:prod/api-GhIjKl';

const cases: readonly Case[] = [
  ['a tag that is not there', task(pull('not found')), 'image-not-found', ecr],
  [
    'a manifest that is not there',
    start(
      'CannotPullContainerError: Error response from daemon: manifest for nginx:9 not found: manifest unknown',
      'proxy',
    ),
    'image-not-found',
    'nginx',
  ],
  [
    'an image among several, by its name',
    task(pull('not found', 'docker.io/library/nginx:latest')),
    'image-not-found',
    'nginx',
  ],
  ['no right to pull', task(pull('unexpected status code [manifests 1.4]: 403 Forbidden')), 'image-denied', ecr],
  [
    'a private repository',
    start(
      "CannotPullContainerError: Error response from daemon: pull access denied for nginx, repository does not exist or may require 'docker login'",
      'proxy',
    ),
    'image-denied',
    'nginx',
  ],
  [
    'the limit of Docker Hub',
    start(
      'CannotPullContainerError: inspect image has been retried 5 time(s): httpReaderSeeker: failed open: unexpected status code https://registry-1.docker.io/v2/library/nginx/manifests/latest: 429 Too Many Requests - Server message: toomanyrequests: You have reached your pull rate limit.',
      'proxy',
    ),
    'image-rate-limit',
    'nginx',
  ],
  [
    'no route to the registry',
    task(
      pull(
        'failed to do request: Head "https://111122223333.dkr.ecr.us-east-1.amazonaws.com/v2/web/manifests/1.4": dial tcp 10.0.3.17:443: i/o timeout',
      ),
    ),
    'image-unreachable',
    ecr,
  ],
  [
    'no route, as AWS says it today',
    task(
      `CannotPullContainerError: The task cannot pull ${ecr} from the registry. There is a connection issue between the task and the registry. Check your task network configuration.`,
    ),
    'image-unreachable',
    ecr,
  ],
  [
    'a registry without an address',
    start(
      'CannotPullContainerError: Error response from daemon: Get "https://registry.invalid/v2/": dial tcp: lookup registry.invalid on 10.0.0.2:53: no such host',
      'proxy',
    ),
    'image-host-unknown',
    'nginx',
  ],
  [
    'a full disk',
    start('CannotPullContainerError: write /var/lib/docker/tmp/GetImageBlob111111111: no space left on device'),
    'image-no-space',
    ecr,
  ],
  [
    'an image of another platform',
    task(
      "CannotPullContainerError: pull image manifest has been retried 7 time(s): image Manifest does not contain descriptor matching platform 'linux/arm64'",
    ),
    'image-platform',
    'web',
  ],
  [
    'an image of another platform, from Docker',
    start(
      'CannotPullContainerError: no matching manifest for linux/arm64/v8 in the manifest list entries: no match for platform in manifest: not found',
      'proxy',
    ),
    'image-platform',
    'nginx',
  ],
  [
    'no right to a secret',
    task(
      secrets(
        `unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret ${api} from secrets manager: AccessDeniedException: ${executor} secretsmanager:GetSecretValue on resource: ${api} because no identity-based policy allows the secretsmanager:GetSecretValue action`,
      ),
    ),
    'secret-denied',
    api,
  ],
  [
    'a secret that is not there',
    start(
      `Fetching secret data from AWS Secrets Manager in region us-east-1: secret ${api}: ResourceNotFoundException: Secrets Manager can't find the specified secret.`,
    ),
    'secret-not-found',
    api,
  ],
  [
    'a JSON key that is not there',
    task(
      secrets(
        'unable to retrieve secret from asm: service call has been retried 1 time(s): retrieved secret from Secrets Manager did not contain json key password',
      ),
    ),
    'secret-json-key',
    db,
  ],
  [
    'a secret without a value',
    task(
      secrets(
        `unable to retrieve secret from asm: failed to fetch secret ${api} from secrets manager: ResourceNotFoundException: Secrets Manager can't find the specified secret value for staging label: AWSCURRENT`,
      ),
    ),
    'secret-no-value',
    api,
  ],
  [
    'no route to Secrets Manager',
    task(
      `ResourceInitializationError: unable to pull secrets or registry auth: unable to retrieve secret from asm: There is a connection issue between the task and AWS Secrets Manager. Check your task network configuration. failed to fetch secret ${api} from secrets manager: operation error Secrets Manager: GetSecretValue, https response error StatusCode: 0, RequestID: , canceled, context deadline exceeded`,
    ),
    'secret-unreachable',
    api,
  ],
  [
    'a parameter that is not there',
    task(
      secrets(
        'unable to retrieve secrets from ssm: service call has been retried 1 time(s): invalid ssm parameters: /web/mode',
      ),
    ),
    'parameter-not-found',
    '/web/mode',
  ],
  [
    'no right to a parameter',
    task(
      secrets(
        `unable to retrieve secrets from ssm: service call has been retried 1 time(s): AccessDeniedException: ${executor} ssm:GetParameters on resource: arn:aws:ssm:us-east-1:111122223333:parameter/web/model because no identity-based policy allows the ssm:GetParameters action`,
      ),
    ),
    'parameter-denied',
    'arn:aws:ssm:us-east-1:111122223333:parameter/web/model',
  ],
  [
    'no right to sign in to ECR',
    task(
      secrets(
        `unable to retrieve ecr registry auth: service call has been retried 1 time(s): AccessDeniedException: ${executor} ecr:GetAuthorizationToken on resource: *`,
      ),
    ),
    'registry-access-denied',
    'arn:aws:iam::111122223333:role/web-execution',
  ],
  [
    'a log group that is not there',
    task(
      'ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log stream: ResourceNotFoundException: The specified log group does not exist. : exit status 1',
    ),
    'log-group-missing',
    '/ecs/web',
  ],
  [
    'the same from Docker',
    start(
      'CannotStartContainerError: Error response from daemon: failed to initialize logging driver: failed to create Cloudwatch log stream: ResourceNotFoundException: The specified log group does not exist.',
    ),
    'log-group-missing',
    '/ecs/web',
  ],
  [
    'no right to make a log group',
    task(
      `ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log group: AccessDeniedException: ${executor} logs:CreateLogGroup on resource: arn:aws:logs:us-east-1:111122223333:log-group:/ecs/web:log-stream:`,
    ),
    'log-group-denied',
    '/ecs/web',
  ],
  [
    'no route to the logs',
    task(
      'ResourceInitializationError: failed to validate logger args: The task cannot find the Amazon CloudWatch log group defined in the task definition. There is a connection issue between the task and Amazon CloudWatch. Check your network configuration. : signal: killed',
    ),
    'logs-unreachable',
    '/ecs/web',
  ],
  [
    'a log option',
    task(
      'ResourceInitializationError: failed to validate logger args: unable to get awslogs driver arguments: awslogs-stream-prefix is required',
    ),
    'log-option',
    'app',
  ],
  [
    'an environment file',
    task(
      'ResourceInitializationError: failed to download env files: service call has been retried 1 time(s): operation error S3: HeadObject, https response error StatusCode: 403, api error Forbidden: Forbidden.',
    ),
    'environment-file-denied',
    'arn:aws:s3:::web-settings/web.env',
  ],
  [
    'a file system without an address',
    task(
      'ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: Failed to resolve "fs-0fedcba9876543210.efs.us-east-1.amazonaws.com" - check that your file system ID is correct',
    ),
    'efs-not-found',
    'fs-0fedcba9876543210',
  ],
  [
    'a file system that refuses',
    task(
      "ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: b'mount.nfs4: access denied by server while mounting 127.0.0.1:/data' args.fs_id fs-0123456789abcdef0",
    ),
    'efs-denied',
    'fs-0123456789abcdef0',
  ],
  [
    'an EBS volume',
    task('ECS timed out while configuring the EBS volume attachment to your Task.'),
    'ebs-timeout',
    'scratch',
  ],
  [
    'a role',
    task(
      "ECS was unable to assume the role 'arn:aws:iam::111122223333:role/web-task' that was provided for this task. Please verify that the role being passed has the proper trust relationship and permissions and that your IAM user has permissions to pass this role.",
    ),
    'role-not-assumed',
    'arn:aws:iam::111122223333:role/web-task',
  ],
  [
    'out of memory',
    {
      ...exit(137),
      containers: [{ name: 'app', exitCode: 137, reason: 'OutOfMemoryError: Container killed due to memory usage' }],
    },
    'out-of-memory',
    '384',
  ],
  [
    'another processor',
    start(
      'CannotStartContainerError: Error response from daemon: failed to create task for container: exec /bin/serve: exec format error',
    ),
    'architecture',
    'ARM64',
  ],
  [
    'a program that is not there',
    start(
      'CannotStartContainerError: Error response from daemon: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: "--port": executable file not found in $PATH: unknown',
    ),
    'command-not-found',
    '--port',
  ],
  [
    'a program that cannot be executed',
    start(
      'CannotStartContainerError: Error response from daemon: OCI runtime create failed: runc create failed: unable to start container process: exec: "/bin/serve": permission denied: unknown',
    ),
    'command-not-executable',
    '/bin/serve',
  ],
  [
    'a directory',
    start(
      'CannotStartContainerError: Error response from daemon: OCI runtime create failed: runc create failed: unable to start container process: chdir to cwd ("/srv") set in config.json failed: no such file or directory: unknown',
    ),
    'working-directory',
    '/srv',
  ],
  [
    'a user',
    start(
      'CannotStartContainerError: Error response from daemon: unable to find user deploy: no matching entries in passwd file',
    ),
    'user-unknown',
    'deploy',
  ],
  [
    'a host port',
    start(
      'CannotStartContainerError: Error response from daemon: driver failed programming external connectivity on endpoint ecs-web: Bind for 0.0.0.0:80 failed: port is already allocated',
    ),
    'port-taken',
    '80',
  ],
  [
    'a slow start',
    start('ContainerRuntimeTimeoutError: Could not transition to running; timed out after waiting 1m: <reason>'),
    'start-timeout',
    '60',
  ],
  [
    'a dependency',
    task(
      'dependency graph: failed to resolve container ordering dependency [proxy(nginx) (STOPPED->STOPPED)] for target [app(web) (PULLED->RUNNING)] as dependency did not exit successfully.',
    ),
    'dependency-failed',
    'dependsOn',
  ],
  [
    'a health check',
    {
      stopCode: 'ServiceSchedulerInitiated',
      stoppedReason: 'Task failed container health checks',
      containers: [
        { name: 'app', exitCode: 137, health: 'UNHEALTHY' },
        { name: 'proxy', exitCode: 0 },
      ],
    },
    'health-check',
    'command',
  ],
  [
    'a load balancer',
    {
      stopCode: 'ServiceSchedulerInitiated',
      stoppedReason:
        'Task failed ELB health checks in (target-group arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/web/0123456789abcdef)',
    },
    'health-load-balancer',
    '8080',
  ],
  ['an exit code', exit(1), 'exit-code', 'app'],
  ['exit code 127', exit(127), 'exit-127', '/bin/serve'],
  ['exit code 137', exit(137, 0), 'exit-137', '384'],
  ['exit code 139', exit(139), 'exit-139', ecr],
  ['a failure among containers that were ended for it', exit(3, 143), 'exit-code', 'app'],
  [
    'no addresses',
    task(
      "Unexpected EC2 error while attempting to Create Network Interface in subnet 'subnet-0a1b2c3d': InsufficientFreeAddressesInSubnet",
    ),
    'network-addresses',
    'awsvpc',
  ],
  [
    'no interface',
    task('Timeout waiting for network interface provisioning to complete.'),
    'network-interface',
    'awsvpc',
  ],
  [
    'no capacity',
    task('Capacity is unavailable at this time. Please try again later or in a different availability zone'),
    'no-fargate-capacity',
    '256',
  ],
  ['no memory on an instance', task('RESOURCE:MEMORY'), 'no-instance-memory', '512'],
  ['no instance', task('No Container Instances were found in your cluster.'), 'no-instance', 'requiresCompatibilities'],
];

const facts = (some: Partial<StopFacts>): StopFacts => ({ containers: [{ name: 'app' }, { name: 'proxy' }], ...some });
const whole = { containers: [] };

describe.each(dialects)('in $name', (dialect) => {
  const text = dialect.write(definition);
  const snapshot = service.open(dialect.uri, text);

  test.each(cases)('%s', (_, some, cause, token) => {
    const found = whyStopped(snapshot, { family: 'web' }, facts(some));
    const written = text.slice(found?.span.offset, found?.span.end).replace(/^["']|["']$/g, '');
    expect({ cause: found?.cause, written: dialect.isTemplate ? written.toLowerCase() : written }).toEqual({
      cause,
      written: dialect.isTemplate ? token.toLowerCase() : token,
    });
  });
});

const snapshot = service.open('file:///w/task-definition.json', definition);
const asked = (some: Partial<StopFacts>) => whyStopped(snapshot, { index: 0 }, facts(some));

it('names the container, what to do, the page, the pointer and the words of AWS', () => {
  const said = pull('not found');
  expect(asked(task(said))).toMatchObject({
    severity: 'error',
    sentence: "The image of container 'app' is not in its registry.",
    fix: expect.stringContaining('tag'),
    url: expect.stringMatching(/^https:\/\/docs\.aws\.amazon\.com\//),
    pointer: '/containerDefinitions/0/image',
    container: 'app',
    said,
  });
});

it('catches the JSON key that is missing', () => {
  const found = asked(
    task(
      secrets(
        'unable to retrieve secret from asm: retrieved secret from Secrets Manager did not contain json key user-name',
      ),
    ),
  );
  expect(found?.sentence).toContain("'user-name'");
});

it.each([
  'Somebody pulled the plug',
  'The image says CannotPullContainerError: not found',
  'Task stopped: OutOfMemoryError was seen elsewhere',
  'failed to download env files',
])('shows unknown words as they are: %s', (stoppedReason) => {
  expect(asked({ stoppedReason })).toMatchObject({ cause: 'unknown', sentence: stoppedReason, said: stoppedReason });
  expect(asked({ stoppedReason })).not.toHaveProperty('fix');
});

it.each(cases.flatMap(([name, some]) => (some.stopCode === 'TaskFailedToStart' ? [[name, some] as const] : [])))(
  'takes words for AWS’s own only at the beginning: %s',
  (_, { stoppedReason, containers = [] }) => {
    const said = (reason: string | undefined) => `I read that ${reason}`;
    const quoted = containers.map((it) => ({ ...it, ...(it.reason !== undefined && { reason: said(it.reason) }) }));
    expect(asked({ stoppedReason: said(stoppedReason), containers: quoted })?.cause).toBe('unknown');
  },
);

it('does not read names as words', () => {
  const host = 'registry.example.com/no-such-host/manifest-unknown:denied';
  expect(asked(task(pull('unexpected status code 500', host)))?.cause).toBe('image-pull');
});

it.each([
  [{ stopCode: 'UserInitiated', stoppedReason: 'CannotPullContainerError: tried by hand' }, 'stopped-by-user'],
  [
    {
      stopCode: 'ServiceSchedulerInitiated',
      stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/1234567890123456789)',
    },
    'scaled',
  ],
  [
    {
      stopCode: 'ServiceSchedulerInitiated',
      stoppedReason: 'Service web: ECS is performing maintenance on the underlying infrastructure hosting the task',
    },
    'maintenance',
  ],
  [{ stopCode: 'SpotInterruption', stoppedReason: 'Your Spot Task was interrupted.' }, 'spot-interruption'],
  [
    { stopCode: 'TerminationNotice', stoppedReason: 'Host EC2 (instance i-0123456789abcdef0) terminated.' },
    'host-gone',
  ],
  [
    {
      stopCode: 'EssentialContainerExited',
      containers: [
        { name: 'app', exitCode: 0 },
        { name: 'proxy', exitCode: 137 },
      ],
    },
    'exit-0',
  ],
])('is no fault of the definition: %o', (some, cause) => {
  const containers = [{ name: 'app', exitCode: 137 }];
  expect(asked({ containers, ...some })).toMatchObject({ cause, severity: 'information' });
});

it('warns of a container that ends in a service', () => {
  expect(asked({ ...exit(0), service: true })).toMatchObject({ cause: 'exit-0-service', severity: 'warning' });
});

it('blames no container of the file for one that ECS added', () => {
  const containers = [
    { name: 'ecs-agent-of-aws', exitCode: 137, reason: 'OutOfMemoryError: Container killed due to memory usage' },
  ];
  expect(asked({ ...whole, containers })).toMatchObject({
    cause: 'out-of-memory',
    container: 'ecs-agent-of-aws',
    pointer: '/memory',
  });
});

it('points at the container or the family where nothing nearer is written', () => {
  const bare = service.open(
    'file:///w/task-definition.json',
    '{"family":"web","containerDefinitions":[{"name":"app"}]}',
  );
  const at = (some: Partial<StopFacts>) => whyStopped(bare, {}, { ...whole, ...some })?.pointer;
  expect(at(task(pull('not found')))).toBe('/containerDefinitions/0/name');
  expect(at(task('Timeout waiting for network interface provisioning to complete.'))).toBe('/family');
});

it('knows the definition by its family, wherever it stands, and takes no other for it', () => {
  const list = `[{"name":"app","image":"a"}]`;
  const other = service.open(
    'file:///w/task-definition.json',
    '{"family":"api","containerDefinitions":[{"name":"app","image":"a"}]}',
  );
  const stopped = { ...whole, stoppedReason: pull('not found') };
  expect(whyStopped(other, { family: 'web', index: 0 }, stopped)).toBeUndefined();
  expect(whyStopped(other, { family: 'api', index: 7 }, stopped)?.pointer).toBe('/containerDefinitions/0/image');
  const containers = service.open('file:///w/task-definition.json', list);
  expect(whyStopped(containers, { family: 'web', index: 0 }, stopped)?.pointer).toBe('/0/image');
});

it('tells that a value has changed, and not that only its layout has', () => {
  const at = (text: string) =>
    whyStopped(service.open('file:///w/task-definition.json', text), {}, { ...whole, stoppedReason: pull('not found') })
      ?.value;
  const first = at('{"family":"web","containerDefinitions":[{"name":"app","image":"a:1"}]}');
  expect(at('{ "family": "web", "containerDefinitions": [ { "name": "app", "image": "a:1" } ] }')).toBe(first);
  expect(at('{"family":"web","containerDefinitions":[{"name":"app","image":"a:2"}]}')).not.toBe(first);
});

it('explains without a document, and says nothing of a task of which nothing is told', () => {
  expect(explainStop(facts(exit(137)))).toMatchObject({ cause: 'exit-137', container: 'app' });
  expect(explainStop(whole)).toBeUndefined();
});

describe('the causes', () => {
  const all = [
    ...stopGroups.flatMap(({ causes }) => causes),
    ...Object.values(stopCodes),
    ...Object.values(exitCodes),
    finishedInService,
    otherExit,
  ];

  it('are told in whole sentences, with a page of AWS or Docker', () => {
    for (const { id, sentence, fix, url } of all) {
      expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
      for (const words of [sentence, fix]) expect(words).toMatch(/^[A-Z{].*\.$/);
      expect(url).toMatch(/^https:\/\/docs\.(?:aws\.amazon|docker)\.com\//);
    }
  });

  it('end each group with one that needs no further words', () => {
    for (const { causes } of stopGroups) {
      expect(causes.slice(0, -1).every(({ says }) => says !== undefined)).toBe(true);
      expect(causes.at(-1)?.says).toBeUndefined();
    }
  });
});
