import { isKnown, knownNames, named } from '../../model/known';
import { nearest } from '../../model/nearest';
import type { RequestInput } from '../../model/request';
import type { TaskDefinition } from '../../model/task-definition';
import { serviceExample, taskExample } from '../request-example';
import { defineRule, fix, type Report, replace, report } from '../rule';

const configured = (name: string) =>
  serviceExample(`"volumeConfigurations": [
  {
    "managedEBSVolume": { "roleArn": "arn:aws:iam::111122223333:role/ecsInfrastructureRole", "sizeInGiB": 20 },
    "name": ${name}
  }
]`);

export const rule = defineRule({
  id: 'service-volume-not-configured-at-launch',
  category: 'storage',
  severity: 'error',
  title: 'The volumes that are configured at launch are those of the task definition',
  why: "A task definition says that a volume is configured at launch, and the service or run says how; ECS refuses one without the other: “The volume name 'x' in your request does not have a matching volume in your Task Definition”.",
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceVolumeConfiguration.html',
  about: 'request',
  beside: taskExample('\n  "volumes": [{ "name": "data", "configuredAtLaunch": true }, { "name": "cache" }],'),
  bad: [
    configured(`"dta"
            ^^^^^`),
    configured(`"cache"
            ^^^^^^^`),
    '  { "serviceName": "web", "taskDefinition": "web" }\n//^',
  ],
  fixed: [configured('"data"')],
  good: [
    configured('"data"'),
    configured('"${VOLUME}"'),
    serviceExample('"volumeConfigurations": "${VOLUMES}"'),
    '{ "serviceName": "web", "taskDefinition": "unknown-here", "volumeConfigurations": [{ "name": "x" }] }',
  ],

  *checkRequest(request, { task, action }) {
    const names = task && knownNames(task.volumes);
    if (!task || !names || task.volumes.items.some(({ configuredAtLaunch: it }) => it.unresolved)) return;
    yield* wrongNames(request, task, names);
    // An update keeps what it does not name.
    if (action !== 'UpdateService') yield* unconfigured(request, task);
  },
});

function* wrongNames(
  { volumeConfigurations }: RequestInput,
  { volumes }: TaskDefinition,
  names: readonly string[],
): Iterable<Report> {
  const atLaunch = volumes.items.flatMap((it) => (it.configuredAtLaunch.literal ? (it.name.literal ?? []) : []));
  for (const { name } of volumeConfigurations.items) {
    const { literal } = name;
    if (literal === undefined || atLaunch.includes(literal)) continue;
    const there = named(volumes, literal);
    const meant = nearest(literal, atLaunch);
    yield report(
      name,
      there
        ? `The volume '${literal}' of the task definition is not configured at launch. Set its configuredAtLaunch to true and remove its other configuration.`
        : `The task definition has no volume '${literal}' that is configured at launch. ${atLaunch.length > 0 ? `It has '${atLaunch.join("', '")}'.` : 'It has no such volume.'}`,
      {
        ...(meant !== undefined && !there && { fix: fix(`Change to '${meant}'`, replace(name, meant)) }),
        ...((there || names.length > 0) && {
          related: [{ place: there?.at ?? volumes, message: 'In the task definition.', elsewhere: true }],
        }),
      },
    );
  }
}

function* unconfigured({ volumeConfigurations }: RequestInput, { volumes }: TaskDefinition): Iterable<Report> {
  if (!isKnown(volumeConfigurations)) return;
  // A configuration of a wrong name is told already.
  const configured = volumeConfigurations.items.length;
  for (const { name, configuredAtLaunch } of volumes.items) {
    if (!configuredAtLaunch.literal || name.literal === undefined || configured > 0) continue;
    yield report(
      volumeConfigurations,
      `The volume '${name.literal}' is configured at launch, and nothing configures it here. Add it to 'volumeConfigurations'.`,
      { related: [{ place: configuredAtLaunch, message: 'In the task definition.', elsewhere: true }] },
    );
  }
}
