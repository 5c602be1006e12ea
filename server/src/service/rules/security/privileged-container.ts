import { nameOf } from '../../model/container';
import { example } from '../example';
import { defineRule, remove, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'privileged-container',
  category: 'security',
  severity: 'warning',
  controls: ['ECS.4'],
  title: 'No container is privileged',
  why: 'A privileged container has every capability and every device of its host: whoever breaks into it is root on the instance. Most programs need a capability or a device at most, which can be given one by one.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html',
  bad: [example('EC2', '', '\n      "privileged": true,\n//                  ^^^^')],
  fixed: [example('EC2')],
  good: [
    example('EC2', '', '\n      "privileged": false,'),
    example('EC2', '', '\n      "privileged": "${PRIVILEGED}",'),
    // Refused there, which other rules tell.
    example('FARGATE', '', '\n      "privileged": true,'),
    example('WINDOWS', '', '\n      "privileged": true,'),
  ],

  *check({ launchType, isWindows, containerDefinitions }) {
    if (launchType('FARGATE') || isWindows !== false) return;
    for (const container of containerDefinitions.items) {
      const { privileged } = container;
      if (privileged.literal !== true) continue;
      yield report(
        privileged,
        `The container ${nameOf(container)} is as good as root on its host. Remove 'privileged', and give it the capability or the device that it needs.`,
        { fix: suggestion("Remove 'privileged'", remove(privileged)) },
      );
    }
  },
});
