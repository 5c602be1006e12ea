import {
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  type SecurityGroup,
  type Subnet,
} from '@aws-sdk/client-ec2';
import type { EcsGateway } from '../live/ports';
import { answered } from './answered';
import { allPages } from './pages';
import { toSecurityGroup, toSubnet } from './records';
import type { Send } from './send';

/** What the pickers of a network show. */
export function networkReads(send: Send): Pick<EcsGateway, 'subnets' | 'securityGroups'> {
  return {
    subnets: async (signal) => {
      const found = await allPages<Subnet>(
        ({ SubnetId }) => SubnetId,
        (token) =>
          send({ service: 'ec2', operation: 'DescribeSubnets', signal }, async ({ ec2 }, options) => {
            const page = { MaxResults: 1000, ...(token ? { NextToken: token } : {}) };
            const answer = answered(await ec2.send(new DescribeSubnetsCommand(page), options), 'Subnets');
            return { items: answer.Subnets, nextToken: answer.NextToken };
          }),
      );
      return found.map(toSubnet);
    },
    securityGroups: async (vpcId, signal) => {
      const found = await allPages<SecurityGroup>(
        ({ GroupId }) => GroupId,
        (token) =>
          send({ service: 'ec2', operation: 'DescribeSecurityGroups', signal }, async ({ ec2 }, options) => {
            const request = new DescribeSecurityGroupsCommand({
              MaxResults: 1000,
              Filters: [{ Name: 'vpc-id', Values: [vpcId] }],
              ...(token ? { NextToken: token } : {}),
            });
            const answer = answered(await ec2.send(request, options), 'SecurityGroups');
            return { items: answer.SecurityGroups, nextToken: answer.NextToken };
          }),
      );
      return found.map(toSecurityGroup);
    },
  };
}
