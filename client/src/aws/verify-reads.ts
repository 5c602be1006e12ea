import type { EcsGateway } from '../live/ports';
import type { VerifyReads } from '../live/verify/reads';
import { answered } from './answered';
import { noneOf } from './none-of';
import { allPages } from './pages';
import { registryReads } from './registry-reads';
import type { Send } from './send';

/** What tells whether roles, secrets, parameters, log groups and target groups are there, without the value of any. */
export function verifyReads(send: Send): Pick<EcsGateway, keyof VerifyReads> {
  return {
    ...registryReads(send),
    rolePolicy: (name, signal) =>
      send({ service: 'iam', operation: 'GetRole', signal }, async (clients, options) => {
        const [client, sdk] = [await clients.iam(), await import('@aws-sdk/client-iam')];
        const answer = await client
          .send(new sdk.GetRoleCommand({ RoleName: name }), options)
          .catch(noneOf('NoSuchEntity', 'NoSuchEntityException'));
        return answer && decodeURIComponent(answered(answer, 'Role').Role.AssumeRolePolicyDocument ?? '');
      }),
    secretFacts: (id, signal) =>
      send({ service: 'secretsmanager', operation: 'DescribeSecret', signal }, async (clients, options) => {
        const [client, sdk] = [await clients.secretsManager(), await import('@aws-sdk/client-secrets-manager')];
        const answer = await client
          .send(new sdk.DescribeSecretCommand({ SecretId: id }), options)
          .catch(noneOf('ResourceNotFoundException'));
        return (
          answer && {
            deleted: answer.DeletedDate !== undefined,
            stages: Object.values(answer.VersionIdsToStages ?? {}).flat(),
          }
        );
      }),
    parameterExists: async (names, signal) => {
      // A page may be empty and have a next one.
      const found = await allPages<string>(
        (name) => name,
        (token) =>
          send({ service: 'ssm', operation: 'DescribeParameters', signal }, async (clients, options) => {
            const [client, sdk] = [await clients.ssm(), await import('@aws-sdk/client-ssm')];
            const request = new sdk.DescribeParametersCommand({
              ParameterFilters: [{ Key: 'Name', Option: 'Equals', Values: [...names] }],
              ...(token ? { NextToken: token } : {}),
            });
            const { Parameters = [], NextToken } = await client.send(request, options);
            return { items: Parameters.flatMap(({ Name }) => Name ?? []), nextToken: NextToken };
          }),
      );
      return found.length > 0;
    },
    logGroupExists: (name, signal) =>
      send({ service: 'logs', operation: 'DescribeLogGroups', signal }, async (clients, options) => {
        const [client, sdk] = [await clients.logs(), await import('@aws-sdk/client-cloudwatch-logs')];
        // In the order of their names, in which a name comes before those that begin with it: the first page has it.
        const request = new sdk.DescribeLogGroupsCommand({ logGroupNamePrefix: name });
        const { logGroups = [] } = await client.send(request, options);
        return logGroups.some(({ logGroupName }) => logGroupName === name);
      }),
    targetType: (arn, signal) =>
      send({ service: 'elasticloadbalancing', operation: 'DescribeTargetGroups', signal }, async (clients, options) => {
        const [client, sdk] = [await clients.elb(), await import('@aws-sdk/client-elastic-load-balancing-v2')];
        const answer = await client
          .send(new sdk.DescribeTargetGroupsCommand({ TargetGroupArns: [arn] }), options)
          .catch(noneOf('TargetGroupNotFound', 'TargetGroupNotFoundException'));
        const [group] = answer ? answered(answer, 'TargetGroups').TargetGroups : [];
        return group && (group.TargetType ?? '');
      }),
  };
}
