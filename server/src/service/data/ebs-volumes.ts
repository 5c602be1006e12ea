/** What ECS documents of a type of EBS volume. */
export interface EbsVolumeType {
  /** Sizes in GiB, both included. */
  readonly least: number;
  readonly most: number;
  readonly iops: 'required' | 'optional' | 'refused';
}

const most = 16_384;

/**
 * The types of volumes that tasks get.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceManagedEBSVolumeConfiguration.html
 */
export const ebsVolumeTypes: ReadonlyMap<string, EbsVolumeType> = new Map([
  ['gp2', { least: 1, most, iops: 'optional' }],
  ['gp3', { least: 1, most, iops: 'optional' }],
  ['io1', { least: 4, most, iops: 'required' }],
  ['io2', { least: 4, most, iops: 'required' }],
  ['st1', { least: 125, most, iops: 'refused' }],
  ['sc1', { least: 125, most, iops: 'refused' }],
  ['standard', { least: 1, most: 1024, iops: 'refused' }],
]);

/** MiB per second that a volume can be given at most, and the only type that can be given it. */
export const ebsThroughput = { most: 1000, type: 'gp3' } as const;
