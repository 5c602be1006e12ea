import type {
  DescribeImagesRequest,
  DescribeImagesResponse,
  DescribePullThroughCacheRulesResponse,
} from '@aws-sdk/client-ecr';
import type { DescribeSecretRequest, DescribeSecretResponse } from '@aws-sdk/client-secrets-manager';
import type { DescribeParametersRequest, DescribeParametersResult } from '@aws-sdk/client-ssm';
import { ApiError } from './api-error';
import type { QueryOperation } from './ec2';
import { account, type World } from './world';

/** What definitions refer to, in other services than ECS. */
export interface Belongings {
  /** Trust policies of roles by name. */
  readonly roles: Map<string, object>;
  /** Tags and digests by repository, of the fake's account or `ACCOUNT/NAME`. */
  readonly images: Map<string, readonly string[]>;
  readonly cachedPrefixes: string[];
  /** By name, as ARNs have it with its six characters. */
  readonly secrets: Map<string, { readonly deleted?: boolean; readonly stages?: readonly string[] }>;
  readonly parameters: Set<string>;
}

export function newBelongings(): Belongings {
  return { roles: new Map(), images: new Map(), cachedPrefixes: [], secrets: new Map(), parameters: new Set() };
}

/** A trust policy as the console writes it for tasks. */
export const tasksMayAssume = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'ecs-tasks.amazonaws.com' }, Action: 'sts:AssumeRole' }],
};

/** IAM by action; the policy comes encoded as a part of a URL. */
export const roleOperations: Readonly<Record<string, QueryOperation>> = {
  GetRole: ({ belongings, clock }, { RoleName = '' }) => {
    const policy = belongings.roles.get(RoleName);
    if (!policy) throw new ApiError('NoSuchEntity', `The role with name ${RoleName} cannot be found.`, 404);
    return {
      Role: {
        Path: '/',
        RoleName,
        RoleId: 'AROAEXAMPLEEXAMPLEEXA',
        Arn: `arn:aws:iam::${account}:role/${RoleName}`,
        CreateDate: new Date(clock.now()).toISOString(),
        AssumeRolePolicyDocument: encodeURIComponent(JSON.stringify(policy)),
      },
    };
  },
};

/** ECR, Secrets Manager and Systems Manager by operation. There is none that answers a value. */
export const belongingOperations = {
  DescribeImages: (
    { belongings }: World,
    { registryId = account, repositoryName = '', imageIds = [] }: DescribeImagesRequest,
  ): DescribeImagesResponse => {
    const own = registryId === account;
    const images = belongings.images.get(own ? repositoryName : `${registryId}/${repositoryName}`);
    if (!images) throw new ApiError('RepositoryNotFoundException', `The repository ${repositoryName} does not exist.`);
    const missing = imageIds.find(({ imageTag, imageDigest }) => !images.includes(imageDigest ?? imageTag ?? ''));
    if (missing) throw new ApiError('ImageNotFoundException', 'The image requested does not exist.');
    return { imageDetails: imageIds.map((it) => ({ registryId, repositoryName, imageDigest: it.imageDigest })) };
  },
  DescribePullThroughCacheRules: ({ belongings }: World): DescribePullThroughCacheRulesResponse => ({
    pullThroughCacheRules: belongings.cachedPrefixes.map((ecrRepositoryPrefix) => ({ ecrRepositoryPrefix })),
  }),
  DescribeSecret: (
    { belongings, clock, region }: World,
    { SecretId = '' }: DescribeSecretRequest,
  ): DescribeSecretResponse => {
    const asked = SecretId.replace(/^arn:aws:secretsmanager:[^:]+:\d+:secret:/, '');
    const name = [...belongings.secrets.keys()].find((it) => it === asked || it.replace(/-\w{6}$/, '') === asked);
    const secret = name === undefined ? undefined : belongings.secrets.get(name);
    if (!secret) {
      throw new ApiError('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
    }
    return {
      ARN: `arn:aws:secretsmanager:${region}:${account}:secret:${name}`,
      ...(secret.deleted ? { DeletedDate: new Date(clock.now()) } : {}),
      VersionIdsToStages: { '00000000-0000-4000-8000-000000000000': [...(secret.stages ?? ['AWSCURRENT'])] },
    };
  },
  /** The first page is empty, as it may be. */
  DescribeParameters: (
    { belongings }: World,
    { ParameterFilters = [], NextToken }: DescribeParametersRequest,
  ): DescribeParametersResult => {
    if (NextToken === undefined) return { Parameters: [], NextToken: 'second' };
    const values = ParameterFilters.flatMap(({ Values = [] }) => Values);
    return { Parameters: values.filter((it) => belongings.parameters.has(it)).map((Name) => ({ Name })) };
  },
};
