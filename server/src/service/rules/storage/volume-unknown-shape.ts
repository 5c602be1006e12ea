import { entries, type Place, text } from '../../model/field';
import type { SchemaFinding } from '../../schema/finding';
import { defineRule, type Json, placeOf, type Report, remove, report, set, suggestion } from '../rule';
import { definition } from '../storage-example';

type Node = SchemaFinding['node'];

/** Members that Docker Compose has directly under a volume, and where ECS has them. */
const homes: ReadonlyMap<string, readonly [configuration: string, member: string] | undefined> = new Map([
  ['sourcePath', ['host', 'sourcePath']],
  ['driver', ['dockerVolumeConfiguration', 'driver']],
  ['driver_opts', ['dockerVolumeConfiguration', 'driverOpts']],
  ['driverOpts', ['dockerVolumeConfiguration', 'driverOpts']],
  ['labels', ['dockerVolumeConfiguration', 'labels']],
  ['external', undefined],
]);

export const rule = defineRule({
  id: 'volume-unknown-shape',
  category: 'storage',
  severity: 'warning',
  title: 'What a volume is stands in its configuration',
  why: 'Docker Compose has the driver and its options directly under the volume. In ECS they are members of dockerVolumeConfiguration, and the directory of an instance is one of host. The AWS CLI and the SDKs refuse them elsewhere, so this is reported as an error.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Volume.html',
  bad: [
    definition({
      volumes: `{
  "name": "data",
  "sourcePath": "/srv/data"
//^^^^^^^^^^^^
}`,
    }),
    definition({
      volumes: `{
  "name": "data",
  "driver": "local",
//^^^^^^^^
  "driver_opts": { "type": "nfs" }
//^^^^^^^^^^^^^
}`,
    }),
    definition({
      volumes: `{
  "name": "data",
  "external": true
//^^^^^^^^^^
}`,
    }),
  ],
  fixed: [
    definition({
      volumes: `{
  "name": "data",
  "host": {
    "sourcePath": "/srv/data"
  }
}`,
    }),
    definition({
      volumes: `{
  "name": "data",
  "dockerVolumeConfiguration": {
    "driver": "local",
    "driverOpts": {
      "type": "nfs"
    }
  }
}`,
    }),
  ],
  good: [
    definition({
      volumes: `{
  "name": "data",
  "dockerVolumeConfiguration": { "driver": "local", "driverOpts": { "type": "nfs" } }
}`,
    }),
  ],
  narrows: ['unknown-property'],

  *checkSchema(findings) {
    for (const [volume, misplaced] of byVolume(findings)) yield* inVolume(volume, misplaced);
  },
});

interface Misplaced {
  readonly name: string;
  readonly node: Node;
}

function byVolume(findings: readonly SchemaFinding[]): ReadonlyMap<Node, readonly Misplaced[]> {
  const volumes = new Map<Node, Misplaced[]>();
  for (const { keyword, node, member, path } of findings) {
    if (keyword !== 'additionalProperties' || path[0] !== 'volumes' || path.length !== 3) continue;
    const name = homes.has(member ?? '') ? member : `${member?.charAt(0).toLowerCase()}${member?.slice(1)}`;
    const volume = node.parent?.parent;
    if (!volume || name === undefined || !homes.has(name)) continue;
    const others = volumes.get(volume);
    if (others) others.push({ name, node });
    else volumes.set(volume, [{ name, node }]);
  }
  return volumes;
}

function inVolume(volume: Node, misplaced: readonly Misplaced[]): readonly Report[] {
  const moved = moveAll(placeOf(volume), misplaced);
  return misplaced.map(({ name, node }, index) => {
    const [configuration, member] = homes.get(name) ?? [];
    return report(
      placeOf(node),
      configuration === undefined
        ? `A volume has no '${name}' in ECS. For a Docker volume that exists already, set the scope of dockerVolumeConfiguration to 'shared'.`
        : `A volume has no '${name}' of its own in ECS. Move it into '${configuration}'${member === name ? '' : ` as '${member}'`}.`,
      // One fix moves all, for each alone would leave the others behind.
      { atKey: true, severity: 'error', ...(index === 0 && moved && { fix: moved }) },
    );
  });
}

function moveAll(volume: Place, misplaced: readonly Misplaced[]) {
  const moved = new Map<string, Record<string, Json>>();
  for (const { name, node } of misplaced) {
    const [configuration, member] = homes.get(name) ?? [];
    const value = jsonOf(node);
    if (configuration === undefined || member === undefined || value === undefined) return undefined;
    moved.set(configuration, { ...moved.get(configuration), [member]: value });
  }
  const present = volume.node?.type === 'object' ? volume.node.properties.map(({ keyNode }) => keyNode.value) : [];
  const [[configuration, value] = [], ...others] = moved;
  // A volume is of one kind; where it is of one already, a person has to choose.
  if (configuration === undefined || value === undefined || others.length > 0 || present.includes(configuration))
    return undefined;
  return suggestion(
    `Move into '${configuration}'`,
    ...misplaced.map(({ node }) => remove(placeOf(node))),
    set(volume, configuration, value),
  );
}

/** A string, or a map of strings; nothing else stands in these members. */
function jsonOf(node: Node): Json | undefined {
  if (node.type === 'string') return node.value;
  const map = entries(text)(placeOf(node));
  const values = map.keys.map((key) => [key, map.get(key).literal] as const);
  if (node.type !== 'object' || values.some(([, value]) => value === undefined)) return undefined;
  return Object.fromEntries(values.map(([key, value]) => [key, value ?? '']));
}
