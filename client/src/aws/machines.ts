import { DescribeInstancesCommand, type Instance } from '@aws-sdk/client-ec2';
import type { EcsGateway } from '../live/ports';
import type { Machine } from '../live/records';
import { answered } from './answered';
import { defined } from './members';
import type { Send } from './send';

/** What EC2 knows of container instances. */
export function machineReads(send: Send): Pick<EcsGateway, 'machine'> {
  return {
    machine: (id, signal) =>
      send({ service: 'ec2', operation: 'DescribeInstances', signal }, async ({ ec2 }, options) => {
        const request = new DescribeInstancesCommand({ InstanceIds: [id] });
        const answer = await ec2.send(request, options).catch(thereIsNone);
        const [found] = answer ? answered(answer, 'Reservations').Reservations : [];
        const [instance] = found?.Instances ?? [];
        return instance && toMachine(instance);
      }),
  };
}

function toMachine({ IamInstanceProfile, State, LaunchTime }: Instance): Machine {
  return defined({ profileArn: IamInstanceProfile?.Arn, state: State?.Name, launchedAt: LaunchTime?.toISOString() });
}

// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html
function thereIsNone(error: unknown): undefined {
  if (error instanceof Error && error.name === 'InvalidInstanceID.NotFound') return;
  throw error;
}
