import { managedPolicies } from '../data/execution-permissions';
import type { ASTNode } from '../syntax/ast';
import { type Place, placeAt } from './field';
import { type Allowance, allowancesOf } from './policy';
import { propertyAt, type Resource, type Template, textAt } from './resources';

/** The role of a template that a member refers to. */
export function roleReferred(place: Place, template: Template | undefined): Resource | undefined {
  const resource = template?.referred(place);
  return resource?.type === 'AWS::IAM::Role' ? resource : undefined;
}

/** Where a role says who may take it on. */
export function trustPolicyOf({ properties }: Resource): Place {
  return propertyAt(properties, 'AssumeRolePolicyDocument');
}

/**
 * What a role of a template is allowed, by its own policies and by those of the template that are attached to it; undefined where
 * that cannot be told.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-role.html
 */
export function roleAllowances(role: Resource, template: Template): readonly Allowance[] | undefined {
  return joined([
    ...itemsAt(propertyAt(role.properties, 'Policies')).map((policy) => policy && documentOf(placeAt(policy))),
    ...itemsAt(propertyAt(role.properties, 'ManagedPolicyArns')).map((arn) => arn && managed(arn, template)),
    ...template.resources
      .filter(({ type }) => policyTypes.includes(type))
      .map((policy) => {
        const attached = isAttached(policy, role, template);
        return attached === false ? [] : attached && documentOf(policy.properties);
      }),
  ]);
}

const policyTypes = ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::RolePolicy'];

/** Undefined where it is not known. */
function isAttached({ properties }: Resource, role: Resource, template: Template): boolean | undefined {
  const one = propertyAt(properties, 'RoleName');
  const named = one.node ? [one.node] : itemsAt(propertyAt(properties, 'Roles'));
  const referred = named.map((node) => node && template.referred(placeAt(node)));
  if (referred.includes(role)) return true;
  return referred.includes(undefined) ? undefined : false;
}

function managed(node: ASTNode, template: Template): readonly Allowance[] | undefined {
  const own = template.referred(placeAt(node));
  if (own) return own.type === 'AWS::IAM::ManagedPolicy' ? documentOf(own.properties) : undefined;
  const name = textAt(node)?.split('/').at(-1) ?? '';
  const actions = managedPolicies.get(name);
  return actions && [{ actions, services: [] }];
}

function documentOf(policy: Place): readonly Allowance[] | undefined {
  return allowancesOf(propertyAt(policy, 'PolicyDocument'));
}

/** The items of a list; one unknown item where it is none. */
function itemsAt({ node }: Place): readonly (ASTNode | undefined)[] {
  if (!node) return [];
  return node.type === 'array' ? node.items : [undefined];
}

function joined(parts: readonly (readonly Allowance[] | undefined)[]): readonly Allowance[] | undefined {
  return parts.includes(undefined) ? undefined : parts.flatMap((part) => part ?? []);
}
