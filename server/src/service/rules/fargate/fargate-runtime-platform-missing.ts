import { example } from '../example';
import { defineRule, report, set, suggestion } from '../rule';

const platform = { cpuArchitecture: 'X86_64', operatingSystemFamily: 'LINUX' };

export const rule = defineRule({
  id: 'fargate-runtime-platform-missing',
  category: 'style',
  severity: 'hint',
  title: 'A task definition for Fargate says which platform its images are for',
  why: 'Without runtimePlatform the task runs on Linux and x86-64. An image that was built on another machine, such as a Mac with an Apple processor, then stops at once with “exec format error”.',
  source:
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#runtime-platform',
  bad: [`  ${example('FARGATE')}`.replace('\n', '\n//^\n')],
  fixed: [
    `  ${example('FARGATE')}`.replace(
      / {2}\]\n}$/,
      '  ],\n  "runtimePlatform": {\n    "cpuArchitecture": "X86_64",\n    "operatingSystemFamily": "LINUX"\n  }\n}',
    ),
  ],
  good: [
    example('FARGATE', '\n  "runtimePlatform": { "cpuArchitecture": "ARM64" },'),
    example('FARGATE', '\n  "runtimePlatform": "${PLATFORM}",'),
    example('EC2'),
  ],

  *check({ launchType, runtimePlatform, at }) {
    if (!launchType('FARGATE') || runtimePlatform.present) return;
    yield report(
      runtimePlatform.at,
      'Without runtimePlatform the task runs on Linux and x86-64; an image for another processor stops with "exec format error". State the platform.',
      { fix: suggestion('Add runtimePlatform for Linux on x86-64', set(at, 'runtimePlatform', platform)) },
    );
  },
});
