import { ephemeralStorageGiB } from '../../data/ephemeral-storage';
import type { TaskDefinition } from '../../model/task-definition';
import type { Fix } from '../../problem';
import { defineRule, fix, remove, replace, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'ephemeral-storage-range',
  category: 'correctness',
  severity: 'error',
  title: 'Ephemeral storage on Fargate is 21 to 200 GiB',
  why: 'Every task on Fargate has 20 GiB; the member is for more, in whole GiB up to 200. ECS refuses other values, 20 included.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EphemeralStorage.html',
  narrows: ['invalid-value', 'invalid-type'],
  bad: [
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "requiresCompatibilities": ["FARGATE"],
  "cpu": "256",
  "memory": "512",
  "ephemeralStorage": { "sizeInGiB": 20 },
//                                   ^^
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27"
    }
  ]
}`,
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "requiresCompatibilities": ["FARGATE"],
  "cpu": "256",
  "memory": "512",
  "ephemeralStorage": { "sizeInGiB": 500 },
//                                   ^^^
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27"
    }
  ]
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "requiresCompatibilities": ["FARGATE"],
  "cpu": "256",
  "memory": "512",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27"
    }
  ]
}`,
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "requiresCompatibilities": ["FARGATE"],
  "cpu": "256",
  "memory": "512",
  "ephemeralStorage": { "sizeInGiB": 200 },
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27"
    }
  ]
}`,
  ],
  good: [
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "requiresCompatibilities": ["FARGATE"],
  "cpu": "256",
  "memory": "512",
  "ephemeralStorage": { "sizeInGiB": 21 },
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27"
    }
  ]
}`,
  ],

  *check(task) {
    const { sizeInGiB } = task.ephemeralStorage;
    const size = sizeInGiB.literal;
    const { least, most } = ephemeralStorageGiB;
    if (!task.launchType('FARGATE') || size === undefined) return;
    if (size >= least && size <= most && Number.isInteger(size)) return;
    yield report(
      sizeInGiB,
      size === ephemeralStorageGiB.default
        ? `Tasks on Fargate have ${size} GiB without this member, and ECS refuses ${size} here. Remove 'ephemeralStorage', or use ${least} to ${most}.`
        : `Ephemeral storage must be a whole number of GiB from ${least} to ${most}, not ${size}.`,
      { fix: mend(task, size) },
    );
  },
});

function mend({ ephemeralStorage }: TaskDefinition, size: number): Fix {
  const { least, most } = ephemeralStorageGiB;
  if (size === ephemeralStorageGiB.default)
    return fix("Remove 'ephemeralStorage': 20 GiB is the default", remove(ephemeralStorage.at));
  const nearby = Math.min(Math.max(Math.ceil(size), least), most);
  return suggestion(`Change to ${nearby}`, replace(ephemeralStorage.sizeInGiB, nearby));
}
