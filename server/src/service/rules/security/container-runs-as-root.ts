import { nameOf } from '../../model/container';
import { isRoot } from '../../model/user';
import { example } from '../example';
import { defineRule, report, set, shown, suggestion } from '../rule';

export const rule = defineRule({
  id: 'container-runs-as-root',
  category: 'security',
  severity: 'warning',
  controls: ['ECS.20'],
  title: 'Containers on Linux run as a user that is not root',
  why: 'Who breaks into a process of root owns the container, and has more ways out of it. Without a user the image decides, and most images run as root; Security Hub takes a missing user for root, and so this is a hint there.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html',
  bad: [
    example('EC2', '', '\n      "user": "root",\n//            ^^^^^^'),
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
//            ^^^^^
      "image": "nginx:1.27",
      "memory": 512
    },
    { "name": "side", "image": "busybox:1.36", "memory": 64, "user": "0:1000" }
//                                                                   ^^^^^^^^
  ]
}`,
  ],
  fixed: [
    example('EC2', '', '\n      "user": "1000:1000",'),
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 512,
      "user": "1000:1000"
    },
    { "name": "side", "image": "busybox:1.36", "memory": 64, "user": "1000:1000" }
  ]
}`,
  ],
  good: [
    example('EC2', '', '\n      "user": "nginx:0",'),
    example('EC2', '', '\n      "user": "${APP_USER}",'),
    example('WINDOWS'),
  ],

  *check({ isWindows, containerDefinitions }) {
    if (isWindows !== false) return;
    for (const container of containerDefinitions.items) {
      const { at, name, user, firelensConfiguration } = container;
      if (at.node?.type !== 'object') continue;
      const decided = user.present && user.literal !== '';
      if (decided && !(user.literal && isRoot(user.literal))) continue;
      const fix = suggestion("Set 'user' to '1000:1000'", set(at, 'user', '1000:1000'));
      if (!decided)
        yield report(
          user.present ? user : name,
          `No 'user' says whom the container ${nameOf(container)} runs as, which is root unless its image says otherwise. Name a user that is not root.`,
          { severity: 'hint', fix },
        );
      // Log routers are set up with root in AWS's own examples.
      else if (firelensConfiguration.present)
        yield report(
          user,
          `The log router runs as ${shown(user)}. If its image allows, name a user that is not root.`,
          {
            severity: 'hint',
            fix,
          },
        );
      else
        yield report(
          user,
          `The container ${nameOf(container)} runs as ${shown(user)}, which is root. Name another user, one that its files and ports allow.`,
          { fix },
        );
    }
  },
});
