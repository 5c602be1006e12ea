import { describe, expect, it } from 'vitest';
import { proposals } from '../support/accept';

const yaml = 'file:///w/app.task-definition.yaml';
const labels = (marked: string) => proposals(marked, yaml).map(({ label }) => label);
const detail = (marked: string, label: string) => proposals(marked, yaml).find((it) => it.label === label)?.detail;
const container = (text: string) => `family: web\ncontainerDefinitions:\n  - name: app\n    ${text}\n`;

describe('keys', () => {
  it('are those used most before the others', () => {
    const found = proposals(container('|'), yaml).flatMap(({ kind, label }) => (kind === 'member' ? [label] : []));
    expect(found.slice(0, 5)).toEqual(['image', 'essential', 'cpu', 'memory', 'memoryReservation']);
    expect(found.indexOf('healthCheck')).toBeLessThan(found.indexOf('dockerSecurityOptions'));
  });

  it('that the launch types refuse are last, with the reason', () => {
    const onFargate = `requiresCompatibilities: [FARGATE]\n${container('|')}`;
    expect(labels(onFargate).slice(-8)).toContain('privileged');
    expect(detail(onFargate, 'privileged')).toBe('not on Fargate · boolean');
    expect(detail(container('|'), 'privileged')).toBe('boolean');
    expect(labels('requiresCompatibilities: [FARGATE]\n|\ncontainerDefinitions: []\n').at(-1)).toBe(
      'inferenceAccelerators',
    );
  });

  it('of Windows tasks tell what only Linux has', () => {
    const onWindows = `runtimePlatform: { operatingSystemFamily: WINDOWS_SERVER_2022_CORE }\n${container('|')}`;
    expect(detail(onWindows, 'ulimits')).toMatch(/^not on Windows/);
    expect(detail(`requiresCompatibilities: [FARGATE]\n${onWindows}`, 'ulimits')).toMatch(
      /^not on Fargate with Windows/,
    );
  });

  it('are the options of the chosen log driver, required ones first', () => {
    const options = (driver: string) =>
      container(`logConfiguration:\n      logDriver: ${driver}\n      options:\n        mode: blocking\n        |`);
    expect(labels(options('awslogs')).slice(0, 2)).toEqual(['awslogs-group', 'awslogs-region']);
    expect(labels(options('awslogs'))).not.toContain('mode');
    expect(labels(options('splunk'))).toContain('splunk-url');
    expect(labels(options('splunk'))).not.toContain('awslogs-group');
    expect(labels(container('firelensConfiguration:\n      type: fluentbit\n      options:\n        |'))).toContain(
      'config-file-type',
    );
  });
});

describe('sizes', () => {
  it('of the CPU are told in vCPU; those that cannot have the memory are last', () => {
    const marked = `cpu: |\nmemory: '1024'\n${container('image: a')}`;
    expect(labels(marked).slice(0, 3)).toEqual(['256', '512', '1024']);
    expect(detail(marked, '256')).toBe('0.25 vCPU, with 0.5 GiB to 2 GiB');
    expect(detail(marked, '1024')).toBe('not with 1 GiB · 1 vCPU, with 2 GiB to 8 GiB');
  });

  it('of the memory are those that the CPU can have', () => {
    expect(labels(`cpu: '256'\nmemory: |\n${container('image: a')}`)).toEqual(['512', '1024', '2048']);
    expect(labels(`cpu: 1 vCPU\nmemory: |\n${container('image: a')}`).at(-1)).toBe('8192');
    expect(detail(`memory: |\n${container('image: a')}`, '2048')).toBe('2 GiB, with 0.25 vCPU or 0.5 vCPU or 1 vCPU');
  });

  it('are those of Windows for Windows, and none where Fargate is not meant', () => {
    const windows = `cpu: |\nruntimePlatform: { operatingSystemFamily: WINDOWS_SERVER_2022_CORE }\n${container('image: a')}`;
    expect(labels(windows)).toEqual(['1024', '2048', '4096']);
    expect(labels(`cpu: |\nrequiresCompatibilities: [EC2]\n${container('image: a')}`)).toEqual([]);
  });
});

describe('values', () => {
  it('that the launch types refuse are last, with the reason', () => {
    const onFargate = (text: string) => `requiresCompatibilities: [FARGATE]\n${text}`;
    expect(labels(onFargate(`networkMode: |\n${container('image: a')}`))[0]).toBe('awsvpc');
    expect(detail(onFargate(`networkMode: |\n${container('image: a')}`), 'bridge')).toMatch(/^not on Fargate · /);
    const drivers = labels(onFargate(container('logConfiguration:\n      logDriver: |')));
    expect(drivers.slice(0, 3).toSorted()).toEqual(['awsfirelens', 'awslogs', 'splunk']);
    expect(labels(onFargate(container('linuxParameters:\n      capabilities:\n        add:\n          - |')))[0]).toBe(
      'SYS_PTRACE',
    );
  });

  it('of the log driver tell the log router', () => {
    const marked = container('logConfiguration:\n      logDriver: |');
    expect(detail(marked, 'awsfirelens')).toMatch(/^needs a log router in this task · /);
    const routed = `${marked}  - name: router\n    firelensConfiguration: { type: fluentbit }\n`;
    expect(detail(routed, 'awsfirelens')).toMatch(/^through 'router' of this file · /);
  });

  it('of a list leave out what it has', () => {
    expect(labels(`requiresCompatibilities: [EC2, |]\n${container('image: a')}`)).not.toContain('EC2');
  });

  it('of log options are those they can have; regions have names', () => {
    const option = (text: string) =>
      container(`logConfiguration:\n      logDriver: awslogs\n      options:\n        ${text}`);
    expect(labels(option('mode: |')).toSorted()).toEqual(['blocking', 'non-blocking']);
    expect(detail(option('awslogs-region: |'), 'eu-central-1')).toBe('Europe (Frankfurt)');
    expect(labels(option('awslogs-group: |'))).toEqual(['/ecs/web']);
    expect(proposals(option('awslogs-create-group: |'), yaml)[0]?.insert).toBe('"true"');
  });

  it('are namespaces of the kernel that the task has for itself', () => {
    const marked = container('systemControls:\n      - namespace: |');
    expect(labels(marked)).toContain('net.core.somaxconn');
    expect(detail(`networkMode: host\n${marked}`, 'net.core.somaxconn')).toMatch(/^not in host network mode/);
    expect(labels(`networkMode: host\n${marked}`)[0]).toBe('kernel.msgmax');
  });

  it('are the forms of references, to be filled in', () => {
    const secret = proposals(container('secrets:\n      - name: A\n        valueFrom: |'), yaml);
    expect(secret.map(({ insert }) => insert)).toContain(
      'arn:aws:ssm:${2:us-east-1}:${1:111122223333}:parameter/${3:app/name}',
    );
    expect(secret).toHaveLength(6);
    expect(labels(container('image: |')).filter((it) => it.includes('.dkr.ecr.'))).toHaveLength(2);
    expect(labels(`executionRoleArn: |\n${container('image: a')}`)).toEqual([
      'arn:aws:iam::111122223333:role/ecsTaskExecutionRole',
    ]);
  });
});

describe('dependencies', () => {
  const file = (dependsOn: string) => `family: web
containerDefinitions:
  - name: app
    dependsOn:
      - ${dependsOn}
  - name: migrate
    essential: false
  - name: db
    healthCheck: { command: [CMD, pg_isready] }
  - name: late
    dependsOn:
      - containerName: app
        condition: START
  - name: later
    dependsOn:
      - containerName: late
        condition: START
`;
  const conditions = (name: string) => labels(file(`containerName: ${name}\n        condition: |`));

  it('wait for what can happen; what cannot is last, with the reason', () => {
    expect(conditions('migrate')).toEqual(['COMPLETE', 'START', 'SUCCESS', 'HEALTHY']);
    expect(conditions('db')).toEqual(['HEALTHY', 'START', 'COMPLETE', 'SUCCESS']);
    expect(detail(file('containerName: migrate\n        condition: |'), 'HEALTHY')).toBe(
      "never: 'migrate' has no healthCheck",
    );
    expect(detail(file('containerName: db\n        condition: |'), 'SUCCESS')).toMatch(/^never: 'db' is essential/);
    expect(conditions('unknown')).toHaveLength(4);
  });

  it('on containers that wait themselves are last', () => {
    const marked = file('containerName: |');
    expect(labels(marked)).toEqual(['migrate', 'db', 'late', 'later']);
    expect(detail(marked, 'later')).toBe('would wait in a circle');
    expect(detail(marked, 'db')).toBe('in this file');
  });
});
