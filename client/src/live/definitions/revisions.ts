import { LiveFailure } from '../failure';
import type { Choice, EcsGateway, Translate } from '../ports';
import type { RevisionDetails } from '../records';
import { revisionName, shortName } from './revision-name';

type Reads = Pick<EcsGateway, 'revision' | 'revisions'>;

/** A revision that has to be there. Throws `LiveFailure`, also where it is gone. */
export async function readRevision(arn: string, gateway: Reads, t: Translate): Promise<RevisionDetails> {
  const found = await gateway.revision(arn);
  if (found) return found;
  throw new LiveFailure('not-found', t('{0} is not there any more.', shortName(arn)), 'retry');
}

/** The revision before one, inactive ones too; undefined when it is the first that is left. Throws `LiveFailure`. */
export async function previousRevision(
  { family, revision }: RevisionDetails,
  gateway: Reads,
): Promise<RevisionDetails | undefined> {
  // Deleted revisions leave gaps, which the lists know.
  const next = revision > 1 ? await gateway.revision(`${family}:${revision - 1}`) : undefined;
  if (next || revision <= 2) return next;
  const before = (await allRevisions(family, gateway)).find(({ number }) => number < revision);
  return before && gateway.revision(before.arn);
}

/** The revisions of a family to choose from, newest first, but for `except`. Throws `LiveFailure`. */
export async function revisionChoices(
  family: string,
  gateway: Reads,
  t: Translate,
  except?: string,
): Promise<readonly Choice<string>[]> {
  const all = await allRevisions(family, gateway);
  return all
    .filter(({ arn }) => arn !== except)
    .map(({ arn, active }) => ({
      label: shortName(arn),
      value: arn,
      ...(active ? {} : { description: t('inactive') }),
    }));
}

interface Listed {
  readonly arn: string;
  readonly number: number;
  readonly active: boolean;
}

async function allRevisions(family: string, gateway: Reads): Promise<readonly Listed[]> {
  const [active, inactive] = await Promise.all([
    gateway.revisions(family, 'ACTIVE'),
    gateway.revisions(family, 'INACTIVE'),
  ]);
  const listed = (isActive: boolean) => (arn: string) => ({
    arn,
    number: revisionName(arn)?.revision ?? 0,
    active: isActive,
  });
  return [...active.map(listed(true)), ...inactive.map(listed(false))].toSorted((a, b) => b.number - a.number);
}
