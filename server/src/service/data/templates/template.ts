import type { Json } from '../../syntax/print';

/** A whole task definition to begin with. `{family}` in its texts stands for the family. */
export interface Template {
  readonly id: string;
  readonly title: string;
  /** What is in it, in one line. */
  readonly detail: string;
  readonly definition: { readonly requiresCompatibilities: readonly string[]; readonly [member: string]: Json };
}
