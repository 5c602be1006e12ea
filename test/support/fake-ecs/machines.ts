import { ApiError } from './api-error';
import { type QueryOperation, valuesOf } from './ec2';
import { account } from './world';

/** EC2 by action: the machines behind the container instances of all clusters. */
export const machineOperations: Readonly<Record<string, QueryOperation>> = {
  DescribeInstances: (world, form) => ({
    reservationSet: valuesOf(form, 'InstanceId.').map((id) => {
      const all = [...world.clusters.values()].flatMap(({ instances }) => [...instances.values()]);
      const found = all.find(({ ec2InstanceId }) => ec2InstanceId === id && id.startsWith('i-'));
      if (!found) throw new ApiError('InvalidInstanceID.NotFound', `The instance ID '${id}' does not exist`);
      const { profile = 'ecsInstanceRole' } = found;
      const iamInstanceProfile = { arn: `arn:aws:iam::${account}:instance-profile/${profile}`, id: 'AIPAEXAMPLE' };
      return {
        reservationId: 'r-00000000000000001',
        instancesSet: [
          {
            instanceId: id,
            instanceState: { code: 16, name: 'running' },
            launchTime: found.registeredAt?.toISOString(),
            ...(profile === '' ? {} : { iamInstanceProfile }),
          },
        ],
      };
    }),
  }),
};
