import { example } from '../example';
import { refusedValueRule } from '../refused-rule';
import { replace, shown, suggestion } from '../rule';

export const rule = refusedValueRule({
  id: 'fargate-os-family',
  title: 'Fargate runs the version of Windows that the task asks for',
  why: 'Fargate has Windows Server 2019 and 2022. Older versions run only on instances of that version.',
  source:
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#runtime-platform',
  narrows: ['managed-instances-windows'],
  platform: 'FARGATE',
  member: 'operatingSystemFamily',
  places: ({ runtimePlatform }) => [runtimePlatform.operatingSystemFamily],
  message: (family) =>
    `Fargate does not run ${shown(family)}. Use Windows Server 2022 or 2019, and an image with the same base.`,
  fix: (family) => suggestion("Change to 'WINDOWS_SERVER_2022_CORE'", replace(family, 'WINDOWS_SERVER_2022_CORE')),
  bad: [
    example('WINDOWS_FARGATE').replace(
      '"WINDOWS_SERVER_2022_CORE" },',
      '"WINDOWS_SERVER_2016_FULL" },\n//                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^',
    ),
  ],
  fixed: [example('WINDOWS_FARGATE')],
  good: [
    example('WINDOWS_FARGATE').replace('2022_CORE', '2019_FULL'),
    example('WINDOWS_FARGATE').replace('2022_CORE', '2025_CORE'),
    example('WINDOWS').replace('2022_CORE', '2016_FULL'),
  ],
});
