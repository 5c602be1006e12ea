import {
  DescribeTaskDefinitionCommand,
  type DescribeTaskDefinitionCommandOutput,
  ListTaskDefinitionFamiliesCommand,
  ListTaskDefinitionsCommand,
} from '@aws-sdk/client-ecs';
import type { EcsGateway, Signal } from '../live/ports';
import { lastPart } from './members';
import { allPages, pageInput } from './pages';
import { parts, whole } from './parts';
import { toRevision, toRevisionDetails } from './revision-records';
import { ecsCalls, type Send } from './send';

type Reads = Pick<EcsGateway, 'families' | 'revisions' | 'revisionPages' | 'revision' | 'newestRevision'>;

/** Families and revisions of task definitions. */
export function definitionReads(send: Send): Reads {
  const call = ecsCalls(send);
  const describe = (
    taskDefinition: string,
    signal: Signal | undefined,
  ): Promise<DescribeTaskDefinitionCommandOutput | undefined> =>
    call('DescribeTaskDefinition', signal, (ecs, options) =>
      ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition, include: ['TAGS'] }), options).catch(thereIsNone),
    );
  const revisionPages: Reads['revisionPages'] = (family, status) =>
    parts({
      batch: 100,
      describe: async (items) => ({ items, failures: [] }),
      list: (token, signal) =>
        call('ListTaskDefinitions', signal, async (ecs, options) => {
          const input = { familyPrefix: family, status, sort: 'DESC', ...pageInput(token) } as const;
          const { taskDefinitionArns = [], nextToken } = await ecs.send(new ListTaskDefinitionsCommand(input), options);
          // Some endpoints take the name for the beginning of one, and do not sort.
          const own = taskDefinitionArns.filter((arn) => lastPart(arn).startsWith(`${family}:`));
          return { items: own.toSorted((a, b) => revisionOf(b) - revisionOf(a)), nextToken };
        }),
    });
  return {
    revisionPages,
    families: (status, signal) =>
      allPages<string>(
        (name) => name,
        (token) =>
          call('ListTaskDefinitionFamilies', signal, async (ecs, options) => {
            const request = new ListTaskDefinitionFamiliesCommand({ status, ...pageInput(token) });
            const { families: items, nextToken } = await ecs.send(request, options);
            return { items, nextToken };
          }),
      ),
    revisions: async (family, status, signal) => (await whole(revisionPages(family, status), signal)).items,
    revision: async (name, signal) => {
      const answer = await describe(name, signal);
      return answer?.taskDefinition && toRevisionDetails(answer.taskDefinition, answer.tags);
    },
    newestRevision: async (family, signal) => {
      const answer = await describe(family, signal);
      const found = answer?.taskDefinition;
      return found && found.status !== 'INACTIVE' ? toRevision(found, answer.tags) : undefined;
    },
  };
}

function revisionOf(arn: string): number {
  return Number(arn.slice(arn.lastIndexOf(':') + 1));
}

// ECS has no error of its own for a family without an active revision, nor for a revision that was never there.
function thereIsNone(error: unknown): undefined {
  if (error instanceof Error && error.name === 'ClientException' && /unable to describe/i.test(error.message)) return;
  throw error;
}
