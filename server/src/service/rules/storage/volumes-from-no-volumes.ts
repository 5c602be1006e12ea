import { byName } from '../../model/known';
import { defineRule, report } from '../rule';
import { containerWith, definition } from '../storage-example';

const from = (members: string, marks = '') =>
  definition({
    containers: `${containerWith('"mountPoints": [{ "sourceVolume": "data", "containerPath": "/data" }]', 'db')},
${containerWith(`"volumesFrom": [{ "sourceContainer": "side" }]${marks}`)},
${containerWith(members, 'side')}`,
  });

export const rule = defineRule({
  id: 'volumes-from-no-volumes',
  category: 'storage',
  severity: 'warning',
  title: 'A container that shares its volumes has some',
  why: 'volumesFrom takes over what the source container mounts. Where it mounts nothing, only what its image declares as VOLUME is shared, if anything.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_VolumeFrom.html',
  bad: [from('"essential": false', '\n//                                   ^^^^^^')],
  good: [
    from('"mountPoints": [{ "sourceVolume": "data", "containerPath": "/data" }]'),
    from('"mountPoints": "{{ mounts }}"'),
    from('"volumesFrom": [{ "sourceContainer": "db" }]'),
  ],

  *check({ containerDefinitions }) {
    const users = containerDefinitions.items.filter(({ volumesFrom }) => volumesFrom.items.length > 0);
    if (users.length === 0) return;
    const containers = byName(containerDefinitions);
    for (const { name, volumesFrom } of users) {
      for (const { sourceContainer } of volumesFrom.items) {
        const source = containers.get(sourceContainer.literal);
        if (!source || sourceContainer.literal === undefined || sourceContainer.literal === name.literal) continue;
        const has = [source.mountPoints, source.volumesFrom].some(
          ({ node, items }) => items.length > 0 || (node !== undefined && node.type !== 'array'),
        );
        if (has) continue;
        yield report(
          sourceContainer,
          `'${sourceContainer.literal}' mounts nothing, so only what its image declares as VOLUME is shared. Give it mount points, or mount the volumes here.`,
          { related: [{ place: source.name, message: 'This container has no mount points' }] },
        );
      }
    }
  },
});
