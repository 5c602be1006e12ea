import { example } from '../example';
import { refusedValueRule } from '../refused-rule';
import { remove, replace, suggestion } from '../rule';

export const rule = refusedValueRule({
  id: 'external-network-mode',
  title: 'A task on an external instance does not use the network mode awsvpc',
  why: 'Network interfaces of a VPC exist in AWS only. External instances run Linux tasks in the modes bridge, host and none, and Windows tasks in the default mode.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-anywhere.html',
  narrows: ['windows-network-mode'],
  platform: 'EXTERNAL',
  member: 'networkMode',
  places: ({ networkMode }) => [networkMode],
  message: (_, { isWindows }) =>
    isWindows
      ? "External instances do not have the network mode 'awsvpc'. Remove it: Windows tasks use the default mode there."
      : "External instances do not have the network mode 'awsvpc'. Use 'bridge', 'host' or 'none'.",
  fix: (mode, { isWindows }) =>
    isWindows
      ? suggestion("Remove 'networkMode'", remove(mode))
      : suggestion("Change to 'bridge'", replace(mode, 'bridge')),
  bad: [example('EXTERNAL', '\n  "networkMode": "awsvpc",\n//               ^^^^^^^^')],
  fixed: [example('EXTERNAL', '\n  "networkMode": "bridge",')],
  good: [
    example('EXTERNAL', '\n  "networkMode": "host",'),
    example('EXTERNAL', '\n  "networkMode": "${MODE}",'),
    example('EC2', '\n  "networkMode": "awsvpc",'),
  ],
});
