/** What an ARN of a task definition says. */
export interface RevisionName {
  readonly region: string;
  readonly account: string;
  readonly family: string;
  readonly revision: number;
}

/** Undefined for what is not the ARN of one revision. */
export function revisionName(arn: string): RevisionName | undefined {
  const match = /^arn:[^:]*:ecs:([^:]*):([^:]*):task-definition\/([^:/]+):(\d+)$/.exec(arn);
  if (!match) return undefined;
  const [, region = '', account = '', family = '', revision = ''] = match;
  return { region, account, family, revision: Number(revision) };
}

/** `family:revision`, or the ARN itself where it says something else. */
export function shortName(arn: string): string {
  const name = revisionName(arn);
  return name ? `${name.family}:${name.revision}` : arn;
}
