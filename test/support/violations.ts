import type { Container, Definition } from './valid-definition';

/** One way to break a sound definition, and the rule that must tell of it. */
export interface Violation {
  readonly rule: string;
  /** Whether the definition has what is broken. */
  readonly fits?: (definition: Definition) => boolean;
  readonly plant: (definition: Definition) => Definition;
}

const isFargate = ({ requiresCompatibilities }: Definition) => requiresCompatibilities.includes('FARGATE');
const isEc2 = (definition: Definition) => !isFargate(definition);
const hasTwo = ({ containerDefinitions }: Definition) => containerDefinitions.length > 1;
const hasVolume = ({ volumes }: Definition) => volumes.length > 0;

/** Members on the task. */
function task(rule: string, members: object, fits?: Violation['fits']): Violation {
  return { rule, plant: (it) => ({ ...it, ...members }), ...(fits && { fits }) };
}

/** Members on the last container. */
function last(
  rule: string,
  members: object | ((it: Container, all: Definition) => object),
  fits?: Violation['fits'],
): Violation {
  return {
    rule,
    plant: (it) => {
      const [first, ...others] = it.containerDefinitions;
      const broken = others.at(-1) ?? first;
      const change = typeof members === 'function' ? members(broken, it) : members;
      const changed = { ...broken, ...change };
      return {
        ...it,
        containerDefinitions: others.length === 0 ? [changed] : [first, ...others.slice(0, -1), changed],
      };
    },
    ...(fits && { fits }),
  };
}

export const violations: readonly Violation[] = [
  task('unknown-property', { containerDefinition: [] }),
  task('family-invalid', { family: 'my family' }),
  task('family-required', { family: undefined }),
  task('task-cpu-memory-not-string', { cpu: 1024 }),
  task('fargate-network-mode', { networkMode: 'bridge' }, isFargate),
  task('fargate-cpu-required', { cpu: undefined }, isFargate),
  task('fargate-memory-required', { memory: undefined }, isFargate),
  task('fargate-cpu-memory-combination', { memory: '513' }, isFargate),
  task('fargate-ipc-mode', { ipcMode: 'task' }, isFargate),
  task('fargate-pid-mode', { pidMode: 'host' }, isFargate),
  task(
    'fargate-placement-constraints',
    { placementConstraints: [{ type: 'memberOf', expression: 'a == b' }] },
    isFargate,
  ),
  task('ephemeral-storage-range', { ephemeralStorage: { sizeInGiB: 20 } }, isFargate),
  task('ephemeral-storage-non-fargate', { ephemeralStorage: { sizeInGiB: 30 } }, isEc2),
  task('invalid-enum-value', { pidMode: 'Task' }),
  task('container-definitions-empty', { containerDefinitions: [] }),
  task('requires-compatibilities-duplicate', { requiresCompatibilities: ['FARGATE', 'FARGATE'] }, isFargate),
  task('duplicate-volume-name', { volumes: [{ name: 'twice' }, { name: 'twice' }] }, (it) => !hasVolume(it)),
  task('unused-volume', { volumes: [{ name: 'unused' }] }, (it) => !hasVolume(it)),
  task('volume-name-invalid', { volumes: [{ name: 'a.b' }] }, (it) => !hasVolume(it)),
  task('proxy-configuration-network-mode', { proxyConfiguration: { type: 'APPMESH', containerName: 'x' } }, isEc2),
  last('container-name-invalid', { name: 'a.b' }),
  last('container-name-required', { name: undefined }),
  last('duplicate-container-name', (_, all) => ({ name: all.containerDefinitions[0].name }), hasTwo),
  last('image-required', { image: '' }),
  last('image-uppercase-repository', { image: 'Example/app:1' }),
  last('container-cpu-memory-not-integer', { memory: '64' }),
  last('container-memory-required', { memory: undefined }, isEc2),
  last('memory-reservation-exceeds-memory', { memoryReservation: 65 }),
  last('container-cpu-negative', { cpu: -1 }),
  last('environment-value-not-string', { environment: [{ name: 'PORT', value: 80 }] }),
  last('plaintext-secret', { environment: [{ name: 'DB_PASSWORD', value: 'hunter2' }] }),
  last('fargate-privileged', { privileged: true }, isFargate),
  last('fargate-log-driver', { logConfiguration: { logDriver: 'json-file' } }, isFargate),
  last('fargate-stop-timeout', { stopTimeout: 121 }, isFargate),
  last('fargate-devices', { linuxParameters: { devices: [{ hostPath: '/dev/fuse' }] } }, isFargate),
  last('fargate-docker-security-options', { dockerSecurityOptions: ['no-new-privileges'] }, isFargate),
  last('awsvpc-hostname', { hostname: 'web' }, isFargate),
  last('awsvpc-extra-hosts', { extraHosts: [{ hostname: 'a', ipAddress: '10.0.0.1' }] }, isFargate),
  last('awsvpc-host-port-mismatch', { portMappings: [{ containerPort: 80, hostPort: 8080 }] }, isFargate),
  last(
    'links-require-bridge',
    (_, all) => ({ links: [all.containerDefinitions[0].name] }),
    (it) => isFargate(it) && hasTwo(it),
  ),
  last('reserved-host-port', { portMappings: [{ containerPort: 80, hostPort: 22 }] }, isEc2),
  last('container-port-invalid', { portMappings: [{ containerPort: 0 }] }),
  last('host-port-invalid', { portMappings: [{ containerPort: 80, hostPort: 70_000 }] }, isEc2),
  last('protocol-invalid', { portMappings: [{ containerPort: 80, protocol: 'tcpX' }] }),
  last('port-mapping-name-invalid', { portMappings: [{ containerPort: 80, name: 'Web' }] }),
  last('ulimit-soft-exceeds-hard', { ulimits: [{ name: 'nofile', softLimit: 2, hardLimit: 1 }] }),
  last('ulimit-duplicate', { ulimits: [1, 1].map((limit) => ({ name: 'core', softLimit: limit, hardLimit: limit })) }),
  last(
    'unknown-source-volume',
    { mountPoints: [{ sourceVolume: 'nowhere', containerPath: '/x' }] },
    (it) => !hasVolume(it),
  ),
  last(
    'mount-point-path-invalid',
    (_, { volumes }) => ({ mountPoints: volumes.map((it) => ({ sourceVolume: it.name, containerPath: 'relative' })) }),
    hasVolume,
  ),
  last('depends-on-unknown-container', { dependsOn: [{ containerName: 'nobody', condition: 'START' }] }),
  last('depends-on-cycle', ({ name }) => ({ dependsOn: [{ containerName: name, condition: 'START' }] })),
  last('volumes-from-unknown-container', { volumesFrom: [{ sourceContainer: 'nobody' }] }),
  last('swappiness-range', { linuxParameters: { maxSwap: 1, swappiness: 101 } }, isEc2),
  last('capability-unknown', { linuxParameters: { capabilities: { drop: ['CAP_KILL'] } } }),
  last('awslogs-required-options', {
    logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-stream-prefix': 'a' } },
  }),
];
