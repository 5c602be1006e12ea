import { isBucketVolume } from '../../model/bucket-driver';
import type { Container } from '../../model/container';
import type { Place } from '../../model/field';
import type { TaskDefinition } from '../../model/task-definition';
import { example } from '../example';
import { type RefusedMemberRow, refusedMemberRule } from '../refused-rule';
import { defineRules } from '../rule';

const mounted = `
      "mountPoints": [{ "sourceVolume": "data", "containerPath": "/data" }],`;

type Row = Omit<RefusedMemberRow, 'platform'>;

/** Members that a definition for Fargate cannot have. */
const table: readonly Row[] = [
  {
    id: 'fargate-docker-volume',
    title: 'No volume on Fargate is a Docker volume',
    why: 'Docker volumes belong to the Docker daemon of an instance, and Fargate lets nobody reach one.',
    answer: 'Fargate compatible task definitions do not support dockerVolumeConfiguration',
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DockerVolumeConfiguration.html',
    member: 'volumes.dockerVolumeConfiguration',
    // What mounts a bucket has a finding of its own.
    places: ({ volumes }) =>
      volumes.items
        .map((volume) => volume.dockerVolumeConfiguration)
        .flatMap((it) => (isBucketVolume(it) ? [] : [it.at])),
    message: () =>
      'Fargate has no Docker volumes. Without this member the volume is storage that lives as long as the task; for data that must stay use EFS.',
    bad: [
      example(
        'FARGATE',
        `
  "volumes": [
    {
      "name": "data",
      "dockerVolumeConfiguration": { "scope": "shared", "driver": "local" }
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^
    }
  ],`,
        mounted,
      ),
    ],
    fixed: [
      example(
        'FARGATE',
        `
  "volumes": [
    {
      "name": "data"
    }
  ],`,
        mounted,
      ),
    ],
    good: [
      example(
        'EC2',
        `
  "volumes": [{ "name": "data", "dockerVolumeConfiguration": { "scope": "shared", "driver": "local" } }],`,
        mounted,
      ),
      example('FARGATE', '\n  "volumes": [{ "name": "data" }],', mounted),
    ],
  },
  {
    id: 'fargate-placement-constraints',
    title: 'A task on Fargate is not placed by constraints',
    why: 'Constraints choose among the instances of a cluster, and on Fargate there are none.',
    answer: 'Fargate compatible task definitions do not support constraints',
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-placement-constraints.html',
    member: 'placementConstraints',
    places: ({ placementConstraints }) => [placementConstraints],
    message: () => 'Fargate has no instances to choose from, and ECS refuses placement constraints. Remove them.',
    bad: [
      example(
        'FARGATE',
        `
  "placementConstraints": [{ "type": "memberOf", "expression": "attribute:ecs.availability-zone == eu-west-1a" }],
//^^^^^^^^^^^^^^^^^^^^^^`,
      ),
    ],
    fixed: [example('FARGATE')],
    good: [
      example(
        'EC2',
        `
  "placementConstraints": [{ "type": "memberOf", "expression": "attribute:ecs.availability-zone == eu-west-1a" }],`,
      ),
      example('FARGATE', '\n  "placementConstraints": [],'),
    ],
  },
  {
    id: 'fargate-ipc-mode',
    title: 'A task on Fargate has no IPC mode',
    why: 'Fargate decides how containers share IPC resources, and refuses every value, the default ones as well.',
    answer: 'Fargate compatible task definitions do not support ipcMode',
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
    narrows: ['windows-unsupported-parameter'],
    member: 'ipcMode',
    places: ({ ipcMode }) => [ipcMode],
    message: () => "Fargate accepts no 'ipcMode', whatever its value. Remove it.",
    bad: [
      example(
        'FARGATE',
        `
  "ipcMode": "task",
//           ^^^^^^`,
      ),
    ],
    fixed: [example('FARGATE')],
    good: [example('EC2', '\n  "ipcMode": "task",'), example('FARGATE', '\n  "ipcMode": "${IPC_MODE}",')],
  },
  {
    id: 'fargate-docker-security-options',
    title: 'No container on Fargate has security options of Docker',
    why: 'SELinux, AppArmor and credential specs are set up on an instance, which on Fargate is not yours.',
    answer: 'Fargate compatible task definitions do not support dockerSecurityOptions',
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
    member: 'containerDefinitions.dockerSecurityOptions',
    places: each((container) => container.dockerSecurityOptions),
    message: () => "Fargate has no Docker daemon to give these options to. Remove 'dockerSecurityOptions'.",
    bad: [
      example(
        'FARGATE',
        '',
        `
      "dockerSecurityOptions": ["no-new-privileges"],
//    ^^^^^^^^^^^^^^^^^^^^^^^`,
      ),
    ],
    fixed: [example('FARGATE')],
    good: [
      example('EC2', '', '\n      "dockerSecurityOptions": ["no-new-privileges"],'),
      example('FARGATE', '', '\n      "dockerSecurityOptions": [],'),
    ],
  },
  {
    id: 'fargate-devices',
    title: 'No container on Fargate has a device of the host',
    why: 'Fargate gives no access to the devices of the machine under a task.',
    answer: 'Fargate compatible task definitions do not support devices',
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinuxParameters.html',
    member: 'containerDefinitions.linuxParameters.devices',
    places: linuxParameter((container) => [container.linuxParameters.devices]),
    message: () => "Fargate has no devices to hand to a container. Remove 'devices', or run this task on EC2.",
    bad: [
      example(
        'FARGATE',
        '',
        `
      "linuxParameters": {
        "devices": [{ "hostPath": "/dev/fuse" }],
//      ^^^^^^^^^
        "initProcessEnabled": true
      },`,
      ),
    ],
    fixed: [
      example(
        'FARGATE',
        '',
        `
      "linuxParameters": {
        "initProcessEnabled": true
      },`,
      ),
    ],
    good: [
      example('EC2', '', '\n      "linuxParameters": { "devices": [{ "hostPath": "/dev/fuse" }] },'),
      example('FARGATE', '', '\n      "linuxParameters": { "devices": [] },'),
    ],
  },
  {
    id: 'fargate-shared-memory-size',
    title: 'No container on Fargate sets the size of /dev/shm',
    why: 'Browsers and databases ask for more shared memory than the usual 64 MiB, but Fargate has no setting for it.',
    answer: 'Fargate compatible task definitions do not support sharedMemorySize',
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinuxParameters.html',
    member: 'containerDefinitions.linuxParameters.sharedMemorySize',
    places: linuxParameter((container) => [container.linuxParameters.sharedMemorySize]),
    message: () =>
      "Fargate accepts no 'sharedMemorySize'. Remove it; a tmpfs at /dev/shm gives the container shared memory of a size of its own.",
    bad: [
      example(
        'FARGATE',
        '',
        `
      "linuxParameters": {
        "sharedMemorySize": 256,
//                          ^^^
        "initProcessEnabled": true
      },`,
      ),
    ],
    fixed: [
      example(
        'FARGATE',
        '',
        `
      "linuxParameters": {
        "initProcessEnabled": true
      },`,
      ),
    ],
    good: [
      example('EC2', '', '\n      "linuxParameters": { "sharedMemorySize": 256 },'),
      example('FARGATE', '', '\n      "linuxParameters": { "initProcessEnabled": true },'),
    ],
  },
  {
    id: 'fargate-max-swap',
    title: 'No container on Fargate swaps',
    why: 'Tasks on Fargate have no swap space, so there is nothing to set.',
    answer: 'Fargate compatible task definitions do not support maxSwap',
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/container-swap.html',
    narrows: ['swappiness-range', 'max-swap-negative', 'swappiness-without-max-swap'],
    member: 'containerDefinitions.linuxParameters.maxSwap',
    // The table says the same of both members.
    places: linuxParameter(({ linuxParameters }) => [linuxParameters.maxSwap, linuxParameters.swappiness]),
    message: ({ name }) => `Tasks on Fargate have no swap space. Remove '${name}'.`,
    bad: [
      example(
        'FARGATE',
        '',
        `
      "linuxParameters": {
        "maxSwap": 0,
//                 ^
        "swappiness": 10,
//                    ^^
        "initProcessEnabled": true
      },`,
      ),
    ],
    fixed: [
      example(
        'FARGATE',
        '',
        `
      "linuxParameters": {
        "initProcessEnabled": true
      },`,
      ),
    ],
    good: [
      example('EC2', '', '\n      "linuxParameters": { "maxSwap": 0, "swappiness": 10 },'),
      example('FARGATE', '', '\n      "linuxParameters": { "initProcessEnabled": true },'),
    ],
  },
];

export const rules = defineRules(table, (row) => refusedMemberRule({ ...row, platform: 'FARGATE' }));

function each(place: (container: Container) => Place): (task: TaskDefinition) => readonly Place[] {
  return ({ containerDefinitions }) => containerDefinitions.items.map(place);
}

/** On Windows there are no Linux parameters at all, which another rule tells. */
function linuxParameter(places: (container: Container) => readonly Place[]): Row['places'] {
  return ({ isWindows, containerDefinitions }) => (isWindows ? [] : containerDefinitions.items.flatMap(places));
}
