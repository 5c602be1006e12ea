import { type ASTNode, memberOf, type ObjectASTNode } from '../syntax/ast';

/** What a request does with a task definition. */
export type Action = 'CreateService' | 'UpdateService' | 'RunTask';

/** A request about a task definition found in a document, and how the document holds it. */
export interface LocatedRequest {
  readonly action: Action;
  readonly shape: 'plain' | 'cloudformation';
  readonly node: ObjectASTNode;
}

/** File names that say "ECS service" or "run of an ECS task" by themselves. */
const serviceName = /(?:ecs-service|service-def(?:inition)?)[^/\\]*\.(?:jsonc?|ya?ml)$/i;
const runName = /run-task[^/\\]*\.(?:jsonc?|ya?ml)$/i;

/** What a file's name claims to be, so that even an empty file is one. */
export function requestNamed(uri: string): Action | undefined {
  if (runName.test(uri)) return 'RunTask';
  return serviceName.test(uri) ? 'CreateService' : undefined;
}

/** Members that only the inputs of CreateService and UpdateService have, among all formats of this shape. */
const ofServices = [
  'deploymentConfiguration',
  'deploymentController',
  'desiredCount',
  'enableECSManagedTags',
  'forceNewDeployment',
  'healthCheckGracePeriodSeconds',
  'loadBalancers',
  'schedulingStrategy',
  'serviceConnectConfiguration',
  'serviceName',
  'serviceRegistries',
  'vpcLatticeConfigurations',
];

/** Members that services and runs share. */
const ofBoth = [
  'capacityProviderStrategy',
  'cluster',
  'enableExecuteCommand',
  'launchType',
  'networkConfiguration',
  'placementConstraints',
  'placementStrategy',
  'platformVersion',
  'propagateTags',
  'volumeConfigurations',
];

/** Members that only the input of RunTask has. */
const ofRuns = ['count', 'group', 'overrides', 'referenceId', 'startedBy'];

/** Members of manifests, Compose files, packages, schemas, workflows and described services, whose other members can look alike. */
const foreign = [
  '$ref',
  'Resources',
  'apiVersion',
  'containerDefinitions',
  'dependencies',
  'jobs',
  'kind',
  'properties',
  'scripts',
  'services',
  'version',
];

/**
 * Finds the inputs of CreateService, UpdateService and RunTask in a document: one that names a task definition beside another
 * member of a request, or that has two members which together nothing else has, as tools keep it that know the names from
 * elsewhere; and the `AWS::ECS::Service` resources of a template. A file whose name claims a request is taken at its word,
 * unless it is plainly something else.
 */
export function locateRequests(root: ASTNode | undefined, named: Action | undefined): readonly LocatedRequest[] {
  if (root?.type !== 'object') return [];
  const resources = memberOf(root, 'Resources')?.valueNode;
  if (resources?.type === 'object') return inTemplate(resources);
  const has = (name: string) => memberOf(root, name) !== undefined;
  if (foreign.some(has) || isOverrides(root)) return [];
  const action = actionOf(root, has) ?? named;
  return action ? [{ action, shape: 'plain', node: root }] : [];
}

/** True for overrides of containers alone. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskOverride.html */
export function isOverrides(root: ASTNode): root is ObjectASTNode {
  return memberOf(root, 'containerOverrides')?.valueNode?.type === 'array' && !memberOf(root, 'taskDefinition');
}

function actionOf(root: ObjectASTNode, has: (name: string) => boolean): Action | undefined {
  const definition = memberOf(root, 'taskDefinition')?.valueNode;
  const isNamed = definition?.type === 'string' && definition.value !== '';
  const service = ofServices.filter(has).length;
  const run = ofRuns.filter(has).length;
  const both = ofBoth.filter(has).length;
  if (isNamed ? service + run + both < 1 : service < 1 || service + both < 2) return undefined;
  if (has('service') && !has('serviceName')) return 'UpdateService';
  return service === 0 && (run > 0 || isNamed) ? 'RunTask' : 'CreateService';
}

function inTemplate(resources: ObjectASTNode): readonly LocatedRequest[] {
  return resources.properties.flatMap(({ valueNode }): readonly LocatedRequest[] => {
    const type = memberOf(valueNode, 'Type')?.valueNode;
    const node = memberOf(valueNode, 'Properties')?.valueNode;
    const isOurs = type?.type === 'string' && type.value === 'AWS::ECS::Service' && node?.type === 'object';
    return isOurs ? [{ action: 'CreateService', shape: 'cloudformation', node }] : [];
  });
}

/** A cheap look before any parsing: everything but requests costs this search. */
export function mayHoldRequest(text: string): boolean {
  return /\b(?:taskDefinition|deploymentConfiguration|networkConfiguration|loadBalancers|serviceConnectConfiguration|schedulingStrategy|containerOverrides|service_definition|AWS::ECS::(?:Service|Cluster))\b/.test(
    text,
  );
}
