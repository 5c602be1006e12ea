import type { Fix } from '../problem';
import { type SchemaFinding, subjectOf } from '../schema/finding';
import { defineRule, placeOf, type Rule, replace, report, suggestion } from './rule';

/** A rule about a limit that the schema states: its row in a family. */
export interface LimitRow
  extends Pick<Rule, 'id' | 'title' | 'why' | 'source' | 'bad' | 'good' | 'fixed' | 'notIn' | 'narrows' | 'optIn'> {
  readonly category?: Rule['category'];
  /** Members, without indices: `containerDefinitions.healthCheck.interval`. */
  readonly at: string | readonly string[];
  /** What to say; the schema's own sentence when absent. */
  readonly message?: (finding: SchemaFinding) => string;
  readonly fix?: (finding: SchemaFinding) => Fix | undefined;
}

/** Makes the rule that puts a broken limit of the schema (a range, a length, a pattern) into words. */
export function limitRule({ at, message, fix, category = 'correctness', narrows = [], ...row }: LimitRow): Rule {
  const places = new Set([at].flat());
  return defineRule({
    ...row,
    category,
    severity: 'error',
    narrows: ['invalid-value', ...narrows],
    *checkSchema(findings) {
      for (const finding of findings) {
        if (finding.keyword !== 'limit' || !places.has(memberOf(finding))) continue;
        const mend = fix?.(finding);
        yield report(placeOf(finding.node), message?.(finding) ?? brokenLimit(finding), mend && { fix: mend });
      }
    },
  });
}

/** The path of a finding without its indices. */
export function memberOf({ path }: SchemaFinding): string {
  return path.filter((step) => typeof step === 'string').join('.');
}

/** Changes a number to the nearest one that the schema allows. */
export function clamp({ node, nearest }: SchemaFinding): Fix | undefined {
  return nearest === undefined ? undefined : suggestion(`Change to ${nearest}`, replace(placeOf(node), nearest));
}

/** What a broken limit is, in words. */
export function brokenLimit(finding: SchemaFinding): string {
  return `ECS does not accept this value of ${subjectOf(finding)}${finding.limit ? `: ${finding.limit}` : '.'}`;
}
