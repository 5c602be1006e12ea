import { engineSocket } from '../../data/sensitive-paths';
import { nameOf } from '../../model/container';
import { defineRule, report } from '../rule';
import { containerWith, definition, onFargate, onWindows } from '../storage-example';

const socket = (path: string, marks = '') =>
  `{\n  "name": "data",\n  "host": {\n    "sourcePath": "${path}"${marks}\n  }\n}`;

export const rule = defineRule({
  id: 'docker-socket-mount',
  category: 'security',
  severity: 'warning',
  title: 'No container has the socket of the container engine',
  why: 'Who reaches the socket starts any container with any part of the instance in it, and so is root on the instance, whatever user the container has and even where the mount is read-only.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html',
  bad: [
    definition({ volumes: socket('/var/run/docker.sock', '\n                  ^^^^^^^^^^^^^^^^^^^^^^') }),
    definition({
      task: onWindows,
      volumes: socket('//./pipe/docker_engine', '\n                  ^^^^^^^^^^^^^^^^^^^^^^^^'),
    }),
  ],
  good: [
    definition({ volumes: socket('/var/run/dbus') }),
    // Nobody mounts it, which is another finding.
    definition({ volumes: socket('/var/run/docker.sock'), containers: containerWith('"essential": true') }),
    // Refused there, which is another finding.
    definition({ task: onFargate, volumes: socket('/var/run/docker.sock') }),
  ],

  *check({ launchType, volumes, mountsByVolume }) {
    if (launchType('FARGATE')) return;
    for (const { name, host } of volumes.items) {
      const path = host.sourcePath.literal?.replaceAll('\\', '/');
      if (!path || !engineSocket.test(path)) continue;
      const mounts = mountsByVolume?.get(name.literal ?? '') ?? [];
      const [first] = mounts;
      if (!first) continue;
      yield report(
        host.sourcePath,
        `Through this socket the container ${nameOf(first.container)} starts any other with any rights, and so owns the instance. Do without, or put a proxy before it that allows only what is needed.`,
        { related: mounts.map(({ mountPoint }) => ({ place: mountPoint.at, message: 'Mounted here' })) },
      );
    }
  },
});
