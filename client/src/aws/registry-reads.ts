import type { EcsGateway } from '../live/ports';
import { noneOf } from './none-of';
import { allPages } from './pages';
import type { Send } from './send';

/** What private registries of ECR have in the region of the connection. */
export function registryReads(send: Send): Pick<EcsGateway, 'imageExists' | 'cachedPrefixes'> {
  return {
    imageExists: ({ account, repository, digest, tag }, signal) =>
      send({ service: 'ecr', operation: 'DescribeImages', signal }, async (clients, options) => {
        const [client, sdk] = [await clients.ecr(), await import('@aws-sdk/client-ecr')];
        const request = new sdk.DescribeImagesCommand({
          registryId: account,
          repositoryName: repository,
          imageIds: [digest === undefined ? { imageTag: tag } : { imageDigest: digest }],
        });
        const missing = noneOf('RepositoryNotFoundException', 'ImageNotFoundException');
        const answer = await client.send(request, options).catch(missing);
        return (answer?.imageDetails ?? []).length > 0;
      }),
    cachedPrefixes: (signal) =>
      allPages<string>(
        (prefix) => prefix,
        (token) =>
          send({ service: 'ecr', operation: 'DescribePullThroughCacheRules', signal }, async (clients, options) => {
            const [client, sdk] = [await clients.ecr(), await import('@aws-sdk/client-ecr')];
            const request = new sdk.DescribePullThroughCacheRulesCommand(token ? { nextToken: token } : {});
            const { pullThroughCacheRules = [], nextToken } = await client.send(request, options);
            return { items: pullThroughCacheRules.flatMap(({ ecrRepositoryPrefix: it }) => it ?? []), nextToken };
          }),
      ),
  };
}
