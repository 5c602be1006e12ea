import { secretArn } from '../data/placeholder-arns';
import { dataOf } from '../syntax/ast';
import { intrinsicAt } from '../syntax/placeholder';
import { tagged } from '../syntax/yaml-node';
import type { Place } from './field';

/**
 * True where CloudFormation fills in a secret, in the text itself or within a function.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html
 */
export function isDynamicSecret({ node }: Place): boolean {
  if (!node) return false;
  const call = intrinsicAt(node) ?? tagged(node)?.argument ?? node;
  return /\{\{resolve:(?:secretsmanager|ssm-secure):/.test(JSON.stringify(dataOf(call)) ?? '');
}

/** What names the secret in `valueFrom` where it is all that a place holds; undefined where that cannot be told. */
export function secretReferenceOf({ node }: Place): string | undefined {
  if (node?.type !== 'string' || tagged(node)) return undefined;
  const [, service, reference = ''] = /^\{\{resolve:(secretsmanager|ssm-secure):([^{}]+)\}\}$/.exec(node.value) ?? [];
  if (service === 'ssm-secure') return reference.replace(/:\d+$/, '');
  const [, secret = '', key = '', stage = '', id = ''] =
    /^(arn:(?:[^:]*:){5}[^:]+|[^:]+)(?::(?:SecretString)?(?::([^:]*)(?::([^:]*)(?::([^:]*))?)?)?)?$/.exec(reference) ??
    [];
  if (secret === '') return undefined;
  const arn = secret.startsWith('arn:') ? secret : secretArn(secret);
  return key || stage || id ? `${arn}:${key}:${stage}:${id}` : arn;
}
