import type { Connection } from '../ports';

/** What the user picked; what is absent is left to the SDK's default chain. */
export interface ConnectionChoice {
  readonly profile?: string;
  readonly region?: string;
}

/** What ids of rows begin with, one text for each choice: the region, behind `PROFILE@` when a profile is named. */
export function scopeOf({ profile, region = '' }: ConnectionChoice): string {
  return profile === undefined ? region : `${profile}@${region}`;
}

export function isSameChoice(a: ConnectionChoice, b: ConnectionChoice): boolean {
  return scopeOf(a) === scopeOf(b);
}

/** The choice that leads to a connection whatever the environment says. */
export function pairOf({ profile, region }: Connection): ConnectionChoice {
  return { ...(profile === undefined ? {} : { profile }), region };
}
