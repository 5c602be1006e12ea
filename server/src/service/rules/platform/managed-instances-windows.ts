import { example } from '../example';
import { refusedValueRule } from '../refused-rule';
import { replace, shown, suggestion } from '../rule';

export const rule = refusedValueRule({
  id: 'managed-instances-windows',
  severity: 'warning',
  title: 'A task on Managed Instances runs on Linux',
  why: 'AWS documents Managed Instances for Linux containers only.',
  source:
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters-managed-instances.html',
  platform: 'MANAGED_INSTANCES',
  member: 'operatingSystemFamily',
  places: ({ runtimePlatform }) => [runtimePlatform.operatingSystemFamily],
  message: (family) =>
    `AWS documents no Windows for Managed Instances, so a task for ${shown(family)} may never be placed. Use LINUX, or run it on EC2 or Fargate.`,
  fix: (family) => suggestion("Change to 'LINUX'", replace(family, 'LINUX')),
  bad: [
    example(
      'MANAGED_INSTANCES',
      `
  "runtimePlatform": { "operatingSystemFamily": "WINDOWS_SERVER_2022_CORE" },
//                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^`,
    ),
  ],
  fixed: [example('MANAGED_INSTANCES', '\n  "runtimePlatform": { "operatingSystemFamily": "LINUX" },')],
  good: [
    example('MANAGED_INSTANCES', '\n  "runtimePlatform": { "operatingSystemFamily": "LINUX" },'),
    example('WINDOWS'),
  ],
});
