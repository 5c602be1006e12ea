import { nameOf } from '../../model/container';
import { isRoot } from '../../model/user';
import { example } from '../example';
import { defineRule, report, set, suggestion } from '../rule';

const inHostMode = '\n  "networkMode": "host",';

export const rule = defineRule({
  id: 'host-network-root-user',
  category: 'security',
  severity: 'warning',
  title: 'Containers in the network of their host do not run as root',
  why: 'In host mode a container is in the network of its instance, with all that listens there for local processes only. Root can use it all, and AWS Config asks that nobody gets there by default: a user that is not root, or privileged said out loud.',
  source: 'https://docs.aws.amazon.com/config/latest/developerguide/ecs-task-definition-user-for-host-mode-check.html',
  narrows: ['container-runs-as-root'],
  bad: [
    example('EC2', inHostMode, '\n      "user": "0:0",\n//            ^^^^^'),
    `{
  "family": "web",
  "networkMode": "host",
  "containerDefinitions": [
    {
      "name": "app",
//            ^^^^^
      "image": "nginx:1.27",
      "memory": 512
    }
  ]
}`,
  ],
  fixed: [example('EC2', inHostMode, '\n      "user": "1000:1000",')],
  good: [
    example('EC2', inHostMode, '\n      "user": "1000:1000",'),
    example('EC2', inHostMode, '\n      "user": "${APP_USER}",'),
    example('EC2', inHostMode, '\n      "privileged": true,'),
    example('EC2', '\n  "networkMode": "bridge",', '\n      "user": "0:0",'),
  ],

  *check({ networkMode, launchType, isWindows, containerDefinitions }) {
    if (networkMode.literal !== 'host' || launchType('FARGATE') || isWindows !== false) return;
    for (const container of containerDefinitions.items) {
      const { at, name, user, privileged } = container;
      if (at.node?.type !== 'object' || (privileged.present && privileged.literal !== false)) continue;
      const decided = user.present && user.literal !== '';
      if (decided && !(user.literal && isRoot(user.literal))) continue;
      yield report(
        user.present ? user : name,
        `The container ${nameOf(container)} is in the network of its host and runs as root${decided ? '' : ', unless its image says otherwise'}. Name a user that is not root.`,
        {
          fix: suggestion("Set 'user' to '1000:1000'", set(at, 'user', '1000:1000')),
          related: [{ place: networkMode, message: 'The network of the host' }],
        },
      );
    }
  },
});
