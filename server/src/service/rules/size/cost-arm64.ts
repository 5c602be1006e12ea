import { example } from '../example';
import { defineRule, report, set, suggestion } from '../rule';

export const rule = defineRule({
  id: 'cost-arm64',
  category: 'cost',
  severity: 'hint',
  optIn: true,
  title: 'Linux tasks on Fargate run on ARM64',
  why: 'Fargate bills Linux tasks on ARM64 (Graviton) at a lower price than on x86-64. The images must be built for it.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-arm64.html',
  bad: [
    example('FARGATE', '\n  "runtimePlatform": { "cpuArchitecture": "X86_64" },\n//^^^^^^^^^^^^^^^^^'),
    `  ${example('FARGATE')}`.replace('\n', '\n//^\n'),
  ],
  fixed: [
    example('FARGATE', '\n  "runtimePlatform": { "cpuArchitecture": "ARM64" },'),
    `  ${example('FARGATE')}`.replace(
      / {2}\]\n}$/,
      '  ],\n  "runtimePlatform": {\n    "cpuArchitecture": "ARM64",\n    "operatingSystemFamily": "LINUX"\n  }\n}',
    ),
  ],
  good: [
    example('FARGATE', '\n  "runtimePlatform": { "cpuArchitecture": "ARM64" },'),
    example('FARGATE', '\n  "runtimePlatform": { "cpuArchitecture": "${ARCHITECTURE}" },'),
    example('EC2'),
    example('WINDOWS_FARGATE'),
  ],

  *check({ launchType, isWindows, runtimePlatform, at }) {
    const { cpuArchitecture } = runtimePlatform;
    if (!launchType('FARGATE') || isWindows !== false) return;
    if (cpuArchitecture.present && cpuArchitecture.literal !== 'X86_64') return;
    yield report(
      runtimePlatform.at,
      'This task runs on x86-64; ARM64 costs less on Fargate. Build the images for ARM64 to use it.',
      {
        fix: suggestion(
          'Change to ARM64',
          runtimePlatform.present
            ? set(runtimePlatform.at, 'cpuArchitecture', 'ARM64')
            : set(at, 'runtimePlatform', { cpuArchitecture: 'ARM64', operatingSystemFamily: 'LINUX' }),
        ),
      },
    );
  },
});
