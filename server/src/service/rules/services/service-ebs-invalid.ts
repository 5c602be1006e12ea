import { ebsThroughput, ebsVolumeTypes } from '../../data/ebs-volumes';
import { launchTypeOf, type RequestInput } from '../../model/request';
import { serviceExample } from '../request-example';
import { defineRule, type Report, report } from '../rule';

const role = '"roleArn": "arn:aws:iam::111122223333:role/ecsInfrastructureRole"';
const volume = (members: string, mark = '') =>
  serviceExample(`"volumeConfigurations": [
  {
    "name": "data",
    "managedEBSVolume": {${mark}
      ${members}
    }
  }
]`);
const whole = `
    ^^^^^^^^^^^^^^^^^^`;

export const rule = defineRule({
  id: 'service-ebs-invalid',
  category: 'storage',
  severity: 'error',
  title: 'The EBS volumes of tasks are such that EBS makes them',
  why: 'ECS creates a volume for every task when it starts. It needs a role for that, a size or a snapshot, and what the type of volume requires; otherwise the request is refused or no task starts.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceManagedEBSVolumeConfiguration.html',
  about: 'request',
  narrows: ['required-member-missing'],
  bad: [
    volume('"sizeInGiB": 20', whole),
    volume(role, whole),
    volume(`${role}, "volumeType": "io2", "sizeInGiB": 10`, whole),
    volume(`${role}, "volumeType": "st1",
      "sizeInGiB": 20
                   ^^`),
    volume(`${role}, "sizeInGiB": 20, "volumeType": "gp2",
      "throughput": 500
                    ^^^`),
  ],
  good: [
    volume(`${role}, "sizeInGiB": 20`),
    volume(`${role}, "snapshotId": "snap-0123456789abcdef0", "volumeInitializationRate": 100`),
    volume(`${role}, "volumeType": "io2", "sizeInGiB": 10, "iops": 1000`),
    volume(`${role}, "volumeType": "\${TYPE}", "sizeInGiB": "\${SIZE}", "throughput": 500`),
    volume(`${role}, "volumeType": "gp3", "sizeInGiB": 16384, "throughput": 1000`),
    serviceExample('"volumeConfigurations": [{ "name": "data", "managedEBSVolume": "${VOLUME}" }]'),
  ],

  *checkRequest(request) {
    const onFargate = launchTypeOf(request) === 'FARGATE';
    for (const { managedEBSVolume } of request.volumeConfigurations.items) {
      if (managedEBSVolume.at.node?.type !== 'object') continue;
      yield* missing(managedEBSVolume);
      yield* wrongForType(managedEBSVolume);
      const { volumeType } = managedEBSVolume;
      if (onFargate && volumeType.literal === 'standard')
        yield report(volumeType, "Fargate has no magnetic volumes. Use 'gp3', or 'st1' and 'sc1' for large cold data.");
    }
  },
});

type ManagedVolume = RequestInput['volumeConfigurations']['items'][number]['managedEBSVolume'];

function* missing({ roleArn, sizeInGiB, snapshotId, volumeInitializationRate: rate }: ManagedVolume): Iterable<Report> {
  if (!roleArn.present)
    yield report(
      roleArn,
      "ECS needs a role to create and attach the volume: set 'roleArn' to your ECS infrastructure role.",
    );
  if (!sizeInGiB.present && !snapshotId.present)
    yield report(sizeInGiB, "A volume has a size or comes from a snapshot: set 'sizeInGiB' or 'snapshotId'.");
  if (rate.literal !== undefined && !snapshotId.present)
    yield report(
      rate,
      "Only a volume from a snapshot is initialized: set 'snapshotId', or remove 'volumeInitializationRate'.",
    );
}

function* wrongForType({ volumeType, sizeInGiB, iops, throughput }: ManagedVolume): Iterable<Report> {
  const type = volumeType.literal;
  const known = type === undefined ? undefined : ebsVolumeTypes.get(type);
  const size = sizeInGiB.literal;
  if (known && size !== undefined && (size < known.least || size > known.most))
    yield report(
      sizeInGiB,
      `A volume of type ${type} has ${known.least} to ${known.most} GiB, not ${size}.`,
      // EBS itself makes larger ones by now, and ECS may have followed.
      type === 'gp3' && size > known.most ? { severity: 'warning' } : {},
    );
  if (known?.iops === 'required' && !iops.present)
    yield report(iops, `A volume of type ${type} is made for a number of operations per second: set 'iops'.`);
  if (known?.iops === 'refused' && iops.literal !== undefined)
    yield report(iops, `A volume of type ${type} has no settable number of operations per second. Remove 'iops'.`);
  if (throughput.literal === undefined) return;
  if (known && type !== ebsThroughput.type)
    yield report(
      throughput,
      `Only volumes of type ${ebsThroughput.type} have a settable throughput. Remove 'throughput'.`,
    );
  else if (throughput.literal > ebsThroughput.most)
    yield report(
      throughput,
      `The throughput of a volume is at most ${ebsThroughput.most} MiB per second, not ${throughput.literal}.`,
      { severity: 'warning' },
    );
}
