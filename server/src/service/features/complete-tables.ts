import { memberOrder, requestOrder, runOrder, serviceOrder } from '../data/member-order';
import { requestSkeletons } from '../data/request-skeletons';
import { requestMeanings } from '../data/request-value-meanings';
import { type Skeleton, skeletons } from '../data/skeletons';
import { valueMeanings } from '../data/value-meanings';
import type { SchemaName } from '../schema/schemas';

/** What is known of the members of a schema beside itself, by member path without indices. */
export interface Tables {
  /** The members used most, first. */
  readonly order: Readonly<Record<string, readonly string[]>>;
  readonly meanings: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly skeletons: Readonly<Record<string, readonly Skeleton[]>>;
}

export const tablesOf: Readonly<Record<SchemaName, Tables>> = {
  'task-definition': { order: memberOrder, meanings: valueMeanings, skeletons },
  service: {
    order: { ...requestOrder, '': serviceOrder },
    meanings: requestMeanings,
    skeletons: requestSkeletons,
  },
  'run-task': { order: { ...requestOrder, '': runOrder }, meanings: requestMeanings, skeletons: requestSkeletons },
};
