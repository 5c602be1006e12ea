import { isKnown } from '../../model/known';
import { refusesMember } from '../../model/support';
import { example } from '../example';
import { defineRule, remove, report, suggestion } from '../rule';

const platforms = { EC2: 'EC2', EXTERNAL: 'external', MANAGED_INSTANCES: 'managed', FARGATE: 'Fargate' };

export const rule = defineRule({
  id: 'ephemeral-storage-non-fargate',
  category: 'compatibility',
  severity: 'error',
  title: 'Only tasks on Fargate set the size of their ephemeral storage',
  why: 'Elsewhere tasks use the disk of their instance. ECS answers: “Tasks using the EC2 launch type do not support EphemeralStorage.”',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EphemeralStorage.html',
  narrows: ['invalid-value'],
  bad: [
    example('EC2', '\n  "ephemeralStorage": { "sizeInGiB": 30 },\n//^^^^^^^^^^^^^^^^^^'),
    example('MANAGED_INSTANCES', '\n  "ephemeralStorage": { "sizeInGiB": 10 },\n//^^^^^^^^^^^^^^^^^^'),
  ],
  fixed: [example('EC2'), example('MANAGED_INSTANCES')],
  good: [
    example('FARGATE', '\n  "ephemeralStorage": { "sizeInGiB": 30 },'),
    example('EC2', '\n  "ephemeralStorage": { "sizeInGiB": 30 },').replace('"EC2"', '"EC2", "FARGATE"'),
    example('EC2', '\n  "ephemeralStorage": { "sizeInGiB": 30 },').replace('"EC2"', '"EC2", "${OTHER}"'),
    example('EC2', '\n  "ephemeralStorage": { "sizeInGiB": 30 },').replace(/.*requiresCompatibilities.*\n/, ''),
  ],

  *check(task) {
    const { launchTypes, ephemeralStorage, requiresCompatibilities } = task;
    if (!ephemeralStorage.present || launchTypes.includes('FARGATE') || !isKnown(requiresCompatibilities)) return;
    if (requiresCompatibilities.items.some(({ literal }) => literal === undefined)) return;
    const refusing = launchTypes.find((name) => refusesMember(name, 'ephemeralStorage', task));
    if (!refusing) return;
    yield report(
      ephemeralStorage.at,
      `A task on ${platforms[refusing]} instances has the disk of its instance, and ECS refuses 'ephemeralStorage'. Remove it.`,
      {
        fix: suggestion("Remove 'ephemeralStorage'", remove(ephemeralStorage.at)),
        covers: [ephemeralStorage.sizeInGiB],
      },
    );
  },
});
