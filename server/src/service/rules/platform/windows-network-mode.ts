import { refusesValue } from '../../model/support';
import { example } from '../example';
import { defineRule, remove, report, shown, suggestion } from '../rule';

const withoutAwsvpc = 'WINDOWS_SERVER_2016_FULL';

export const rule = defineRule({
  id: 'windows-network-mode',
  category: 'compatibility',
  severity: 'error',
  title: 'A task on Windows uses the default network mode or awsvpc',
  why: 'The modes bridge, host and none are those of Linux. Without networkMode, Windows containers are behind the NAT network of Docker; awsvpc works with Windows Server 2019 and later.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking.html',
  narrows: ['host-mode-multiple-copies'],
  bad: [
    example('WINDOWS', '\n  "networkMode": "bridge",\n//               ^^^^^^^^'),
    example('WINDOWS', '\n  "networkMode": "awsvpc",\n//               ^^^^^^^^').replace('2022_CORE', '2016_FULL'),
  ],
  fixed: [example('WINDOWS'), example('WINDOWS').replace('2022_CORE', '2016_FULL')],
  good: [
    example('WINDOWS', '\n  "networkMode": "awsvpc",'),
    example('WINDOWS', '\n  "networkMode": "${MODE}",'),
    example('EC2', '\n  "networkMode": "host",'),
  ],

  *check(task) {
    const { networkMode, runtimePlatform, launchType } = task;
    const family = runtimePlatform.operatingSystemFamily;
    // Fargate has no Windows Server 2016 at all, which another rule tells.
    const tooOld = networkMode.literal === 'awsvpc' && family.literal === withoutAwsvpc && !launchType('FARGATE');
    if (!tooOld && !refusesValue('WINDOWS', 'networkMode', networkMode.literal, task)) return;
    yield report(
      networkMode,
      tooOld
        ? "Windows Server 2016 does not support the network mode 'awsvpc'. Remove it for the default mode, or use a later version."
        : `Windows has no network mode ${shown(networkMode)}. Remove it for the default mode (NAT), or use 'awsvpc'.`,
      {
        fix: suggestion("Remove 'networkMode'", remove(networkMode)),
        related: [{ place: family, message: 'The operating system' }],
      },
    );
  },
});
