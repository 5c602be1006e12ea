import type { Signal } from '../ports';

/** An image of a private registry of ECR. */
export interface ImageName {
  readonly account: string;
  readonly repository: string;
  /** Comes before the tag. */
  readonly digest?: string;
  readonly tag: string;
}

/** What Secrets Manager tells of a secret without its value. */
export interface SecretFacts {
  /** It is scheduled for deletion. */
  readonly deleted: boolean;
  /** The labels of its versions, e.g. `AWSCURRENT`. */
  readonly stages: readonly string[];
}

/**
 * What is read to find out whether the things that a definition names are there. No value of a secret or parameter is read by
 * any of these, in the region of the connection all of them. Throws `LiveFailure`.
 */
export interface VerifyReads {
  /** The trust policy of a role by its name, as JSON; undefined when there is no such role. */
  rolePolicy(name: string, signal?: Signal): Promise<string | undefined>;
  /** False too when there is no such repository. */
  imageExists(image: ImageName, signal?: Signal): Promise<boolean>;
  /** The beginnings of names for which ECR fetches what it does not have from elsewhere; `ROOT` stands for all. */
  cachedPrefixes(signal?: Signal): Promise<readonly string[]>;
  /** By name or ARN; undefined when there is none. */
  secretFacts(id: string, signal?: Signal): Promise<SecretFacts | undefined>;
  /** Whether there is a parameter of one of these names in the account's own region. */
  parameterExists(names: readonly string[], signal?: Signal): Promise<boolean>;
  logGroupExists(name: string, signal?: Signal): Promise<boolean>;
  /** `ip`, `instance`, `lambda` or `alb`; undefined when there is no such target group. */
  targetType(arn: string, signal?: Signal): Promise<string | undefined>;
}
