import { example } from '../example';
import { type RefusedMemberRow, refusedMemberRule } from '../refused-rule';
import { defineRules, remove, rename, suggestion } from '../rule';

const files = `
  "volumes": [
    {
      "name": "files",
      "efsVolumeConfiguration": { "fileSystemId": "fs-0123456789abcdef0" }
//    ^^^^^^^^^^^^^^^^^^^^^^^^
    }
  ],`;
const filesUnmarked = files.replace(/\n\/\/.*/, '');
const mounted = (path: string) => `
      "mountPoints": [{ "sourceVolume": "files", "containerPath": "${path}" }],`;

/** Members that a definition for Windows, or for External, cannot have. */
const table: readonly RefusedMemberRow[] = [
  {
    id: 'windows-efs',
    title: 'No volume of a task on Windows is an EFS file system',
    why: 'EFS is mounted over NFS by Linux instances only. Tasks on Windows that run on EC2 share files with FSx for Windows File Server.',
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/efs-volumes.html',
    narrows: ['efs-transit-encryption-disabled'],
    platform: 'WINDOWS',
    member: 'volumes.efsVolumeConfiguration',
    places: ({ volumes }) => volumes.items.map(({ efsVolumeConfiguration }) => efsVolumeConfiguration.at),
    message: (_, { launchType }) =>
      launchType('FARGATE')
        ? 'Windows containers cannot mount EFS, and on Fargate there is no other shared file system for them: run this task on EC2 with FSx for Windows File Server.'
        : 'Windows containers cannot mount EFS. Use FSx for Windows File Server.',
    fix: null,
    bad: [example('WINDOWS', files, mounted('C:\\\\files'))],
    good: [
      example('EC2', filesUnmarked, mounted('/files')),
      example(
        'EC2',
        `\n  "runtimePlatform": { "operatingSystemFamily": "\${OS}" },${filesUnmarked}`,
        mounted('/files'),
      ),
    ],
  },
  {
    id: 'windows-memory-reservation',
    severity: 'warning',
    title: 'A container on Windows has a hard limit of memory, not a reservation',
    why: 'AWS documents memoryReservation for Linux containers only: Windows cannot hold a container to a soft limit.',
    source:
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#container_definition_memory',
    platform: 'WINDOWS',
    member: 'containerDefinitions.memoryReservation',
    places: ({ containerDefinitions }) => containerDefinitions.items.map((container) => container.memoryReservation),
    message: () => "Windows containers do not support 'memoryReservation'. Use 'memory', the hard limit.",
    fix: (reservation, { containerDefinitions }) => {
      const container = containerDefinitions.items.find(
        ({ memoryReservation }) => memoryReservation.node === reservation.node,
      );
      return container?.memory.present
        ? suggestion("Remove 'memoryReservation'", remove(reservation))
        : suggestion("Change to 'memory'", ...rename(reservation, 'memory'));
    },
    bad: [
      example('WINDOWS', '', '\n      "memoryReservation": 256,\n//                         ^^^'),
      example('WINDOWS').replace('"memory": 512', '"memoryReservation": 512\n//                         ^^^'),
    ],
    fixed: [example('WINDOWS'), example('WINDOWS')],
    good: [example('EC2', '', '\n      "memoryReservation": 256,'), example('WINDOWS')],
  },
  {
    id: 'external-efs',
    title: 'No volume of a task on an external instance is an EFS file system',
    why: 'AWS does not support EFS volumes on servers outside of AWS that are registered through ECS Anywhere.',
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-anywhere.html',
    narrows: ['windows-efs', 'efs-transit-encryption-disabled'],
    platform: 'EXTERNAL',
    member: 'volumes.efsVolumeConfiguration',
    places: ({ volumes }) => volumes.items.map(({ efsVolumeConfiguration }) => efsVolumeConfiguration.at),
    message: () =>
      'External instances do not support EFS volumes. Use a directory of the host, or run this task on AWS.',
    fix: null,
    bad: [example('EXTERNAL', files, mounted('/files'))],
    good: [example('EC2', filesUnmarked, mounted('/files'))],
  },
  {
    id: 'external-app-mesh',
    title: 'A task on an external instance has no App Mesh proxy',
    why: 'App Mesh needs the network mode awsvpc, which external instances do not have.',
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-anywhere.html',
    narrows: [
      'windows-unsupported-parameter',
      'proxy-configuration-network-mode',
      'proxy-configuration-properties',
      'app-mesh-deprecated',
    ],
    platform: 'EXTERNAL',
    member: 'proxyConfiguration',
    places: ({ proxyConfiguration }) => [proxyConfiguration.at],
    message: () => "External instances do not support App Mesh. Remove 'proxyConfiguration'.",
    bad: [
      example(
        'EXTERNAL',
        `
  "proxyConfiguration": { "containerName": "app" },
//^^^^^^^^^^^^^^^^^^^^`,
      ),
    ],
    fixed: [example('EXTERNAL')],
    good: [
      example('EC2', '\n  "networkMode": "awsvpc",\n  "proxyConfiguration": { "containerName": "app" },'),
      example('EXTERNAL'),
    ],
  },
];

export const rules = defineRules(table, refusedMemberRule);
