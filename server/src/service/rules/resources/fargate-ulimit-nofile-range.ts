import { fargateMaxOpenFiles } from '../../data/fargate-limits';
import { nameOf } from '../../model/container';
import { example } from '../example';
import { defineRule, replace, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'fargate-ulimit-nofile-range',
  category: 'compatibility',
  severity: 'warning',
  title: 'A container on Fargate opens 1048576 files at most',
  why: 'AWS documents this number as the most for the nofile limits on Fargate. A container that asks for more may not start.',
  source:
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#container_definition_limits',
  bad: [
    example(
      'FARGATE',
      '',
      `
      "ulimits": [{ "name": "nofile", "softLimit": 65535, "hardLimit": 2000000 }],
//                                                                     ^^^^^^^`,
    ),
  ],
  fixed: [
    example('FARGATE', '', '\n      "ulimits": [{ "name": "nofile", "softLimit": 65535, "hardLimit": 1048576 }],'),
  ],
  good: [
    example('FARGATE', '', '\n      "ulimits": [{ "name": "nofile", "softLimit": 65535, "hardLimit": 1048576 }],'),
    example('EC2', '', '\n      "ulimits": [{ "name": "nofile", "softLimit": 65535, "hardLimit": 2000000 }],'),
    example('FARGATE', '', '\n      "ulimits": [{ "name": "memlock", "softLimit": 2000000, "hardLimit": 2000000 }],'),
  ],

  *check({ launchType, isWindows, containerDefinitions }) {
    if (!launchType('FARGATE') || isWindows) return;
    for (const container of containerDefinitions.items)
      for (const { name, softLimit, hardLimit } of container.ulimits.items) {
        if (name.literal !== 'nofile') continue;
        for (const limit of [softLimit, hardLimit]) {
          if (limit.literal === undefined || limit.literal <= fargateMaxOpenFiles) continue;
          yield report(
            limit,
            `The container ${nameOf(container)} asks for ${limit.literal} open files; Fargate allows ${fargateMaxOpenFiles} at most.`,
            { fix: suggestion(`Change to ${fargateMaxOpenFiles}`, replace(limit, fargateMaxOpenFiles)) },
          );
        }
      }
  },
});
