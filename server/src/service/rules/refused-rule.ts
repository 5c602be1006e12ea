import type { Field, Place } from '../model/field';
import { asksFor } from '../model/known';
import { type Platform, refusesMember, refusesValue } from '../model/support';
import type { TaskDefinition } from '../model/task-definition';
import type { Fix } from '../problem';
import { defineRule, type Rule, remove, report, suggestion } from './rule';

/** A rule about something that a platform does not have: its row in a family. */
interface Row<P extends Place>
  extends Pick<Rule, 'id' | 'title' | 'why' | 'source' | 'bad' | 'good' | 'fixed' | 'narrows'> {
  readonly category?: Rule['category'];
  readonly severity?: Rule['severity'];
  readonly platform: Platform;
  /** Its row in the table of launch types: a member's path without indices, or the bare name of a member with such values. */
  readonly member: string;
  /** What ECS has been seen to answer. */
  readonly answer?: string;
  /** Where a definition can ask for it. */
  readonly places: (task: TaskDefinition) => readonly P[];
  readonly message: (place: P, task: TaskDefinition) => string;
  /** Removal when absent; null where a person has to decide. */
  readonly fix?: ((place: P, task: TaskDefinition) => Fix | undefined) | null;
}

export type RefusedMemberRow = Row<Place>;
export type RefusedValueRow = Row<Field<string>>;

/** Makes the rule that reports a member on a platform without it. */
export function refusedMemberRule(row: RefusedMemberRow): Rule {
  return refusedRule(row, (task) =>
    refusesMember(row.platform, row.member, task) ? row.places(task).filter(asksFor) : [],
  );
}

/** Makes the rule that reports a value of a member on a platform without that value. */
export function refusedValueRule(row: RefusedValueRow): Rule {
  return refusedRule(row, (task) =>
    row.places(task).filter(({ literal }) => refusesValue(row.platform, row.member, literal, task)),
  );
}

function refusedRule<P extends Place>(
  { platform, member, answer, places, message, fix = removal, why, ...row }: Row<P>,
  find: (task: TaskDefinition) => readonly P[],
): Rule {
  return defineRule({
    category: 'compatibility',
    severity: 'error',
    ...row,
    why: answer === undefined ? why : `${why} ECS answers: “${answer}”`,
    *check(task) {
      for (const place of find(task)) {
        const mend = fix?.(place, task);
        yield report(place, message(place, task), mend && { fix: mend });
      }
    },
  });
}

function removal(place: Place): Fix {
  return suggestion(`Remove '${place.name}'`, remove(place));
}
