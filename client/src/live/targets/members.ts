import type { CapacityShare, Target, TargetNetwork } from '../deploy/target';
import type { Translate } from '../ports';

/** What a value must be, in words that follow “must be”; undefined: it is. */
export type Check = (value: unknown, t: Translate) => string | undefined;

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const text: Check = (value, t) => (typeof value === 'string' && value.trim() !== '' ? undefined : t('a text'));

const flag: Check = (value, t) => (typeof value === 'boolean' ? undefined : t('true or false'));

const object: Check = (value, t) => (isRecord(value) ? undefined : t('an object'));

const account: Check = (value, t) =>
  typeof value === 'string' && /^\d{12}$/.test(value) ? undefined : t('an account of twelve digits, in quotes');

/** Nothing outside of the folder: a repository names its own files only. */
const path: Check = (value, t) =>
  typeof value === 'string' && value !== '' && !/^[/\\]|^[A-Za-z]:|\\|(?:^|\/)\.\.?(?:\/|$)/.test(value)
    ? undefined
    : t('a path below the folder, with /');

const startedBy: Check = (value, t) =>
  typeof value === 'string' && /^[\w/-]{1,128}$/.test(value)
    ? undefined
    : t('at most 128 letters, digits, hyphens, underscores and slashes');

const tags: Check = (value, t) =>
  isRecord(value) && Object.keys(value).length <= 50 && Object.values(value).every((it) => typeof it === 'string')
    ? undefined
    : t('at most 50 texts by name');

function oneOf(...values: readonly string[]): Check {
  return (value, t) => (values.some((it) => it === value) ? undefined : t('one of {0}', values.join(', ')));
}

function number(least: number, most: number): Check {
  return (value, t) =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
      ? undefined
      : t('a whole number from {0} to {1}', least, most);
}

function list(item: Check, least: number, most: number): Check {
  return (value, t) => {
    if (!Array.isArray(value) || value.length < least || value.length > most) {
      return t('a list of {0} to {1}', least, most);
    }
    const wrong = value.flatMap((it, index) => {
      const wanted = item(it, t);
      return wanted === undefined ? [] : [t('{0} at place {1}', wanted, index + 1)];
    });
    return wrong[0];
  };
}

function record(checks: Readonly<Record<string, Check>>, needed: string): Check {
  return (value, t) => {
    if (!isRecord(value) || value[needed] === undefined) return t('an object with {0}', needed);
    for (const [key, it] of Object.entries(value)) {
      const check = Object.hasOwn(checks, key) ? checks[key] : undefined;
      if (!check) return t('an object without {0}', key);
      const wanted = check(it, t);
      if (wanted !== undefined) return t('an object whose {0} is {1}', key, wanted);
    }
    return undefined;
  };
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html */
const share: Readonly<Record<keyof CapacityShare, Check>> = {
  capacityProvider: text,
  weight: number(0, 1_000),
  base: number(0, 100_000),
};

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html */
const network: Readonly<Record<keyof TargetNetwork, Check>> = {
  subnets: list(text, 1, 16),
  securityGroups: list(text, 0, 5),
  assignPublicIp: flag,
};

/** Every member of a target in the setting. The manifest has the same in its schema. */
export const members: Readonly<Record<keyof Omit<Target, 'name'>, Check>> = {
  file: path,
  family: text,
  kind: oneOf('run', 'service'),
  profile: text,
  region: text,
  account,
  cluster: text,
  service: text,
  serviceFile: path,
  launchType: oneOf('FARGATE', 'EC2', 'EXTERNAL'),
  capacityProviderStrategy: list(record(share, 'capacityProvider'), 1, 20),
  network: record(network, 'subnets'),
  platformVersion: text,
  // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html
  count: number(1, 10),
  overrides: object,
  volumeConfigurations: list(object, 1, 1),
  tags,
  propagateTags: oneOf('TASK_DEFINITION', 'SERVICE', 'NONE'),
  enableExecuteCommand: flag,
  startedBy,
  desiredCount: number(0, 1_000_000),
  forceNewDeployment: flag,
};
