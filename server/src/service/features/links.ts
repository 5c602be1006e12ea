import { parseImage } from '../model/container';
import type { Field, Place } from '../model/field';
import { parseArn, parseEcrHost, partitionOf } from '../model/resource-names';
import type { Span } from '../problem';
import type { Definition, Request, Snapshot } from '../snapshot';
import type { ASTNode } from '../syntax/ast';
import { keyOf, memberOf, spanOf } from '../syntax/ast';
import {
  arnPage,
  clusterPage,
  ecrPage,
  efsPage,
  imagePage,
  logGroupPage,
  type Page,
  parameterPage,
  secretPage,
  securityGroupPage,
  subnetPage,
} from './link-pages';

export interface DocumentLink {
  readonly span: Span;
  /** An https address. */
  readonly target: string;
  readonly tooltip: string;
}

/** Links from names of resources and images to their pages; none for placeholders and where the region cannot be known. */
export function links({ definitions, requests }: Snapshot): readonly DocumentLink[] {
  const found = [
    ...definitions.flatMap((definition) => [...linksOf(definition)]),
    ...requests.flatMap((request) => [...linksOfRequest(request)]),
  ];
  // What YAML aliases repeat stands in the text once.
  const places = new Map(found.map((link) => [link.span.offset, link]));
  return [...places.values()].toSorted((a, b) => a.span.offset - b.span.offset);
}

function* linksOf(definition: Definition): Generator<DocumentLink> {
  const { node, task } = definition;
  const region = regionOf(definition);
  for (const value of strings(node))
    yield* link(value, arnPage(value.value.replace(/^credentialspec(?:domainless)?:(?=arn:)/, '')));
  for (const { image, logConfiguration, secrets, repositoryCredentials } of task.containerDefinitions.items) {
    yield* linkOf(image, (name) => (isEcr(name) ? ecrPage(name) : imagePage(name)));
    const driver = logConfiguration.logDriver.literal;
    const logRegion = driver === 'awslogs' ? logConfiguration.options.get('awslogs-region').literal : undefined;
    if (logRegion)
      yield* linkOf(logConfiguration.options.get('awslogs-group'), (name) => logGroupPage(name, logRegion));
    if (!region) continue;
    for (const { valueFrom } of [...secrets.items, ...logConfiguration.secretOptions.items])
      yield* linkOf(valueFrom, (name) => parameterPage(name, region));
    yield* linkOf(repositoryCredentials.credentialsParameter, (name) => secretPage(name, region));
  }
  if (!region) return;
  for (const { efsVolumeConfiguration } of task.volumes.items)
    yield* linkOf(efsVolumeConfiguration.fileSystemId, (id) => efsPage(id, region));
}

function* linksOfRequest({ node, input }: Request): Generator<DocumentLink> {
  const values = [...strings(node)];
  for (const value of values) yield* link(value, arnPage(value.value));
  const region = onlyRegion(values.map(({ value }) => parseArn(value)?.region));
  if (!region) return;
  const { subnets, securityGroups } = input.networkConfiguration.awsvpcConfiguration;
  for (const subnet of subnets.items) yield* linkOf(subnet, (id) => subnetPage(id, region));
  for (const group of securityGroups.items) yield* linkOf(group, (id) => securityGroupPage(id, region));
  yield* linkOf(input.cluster, (name) => clusterPage(name, region));
}

function isEcr(image: string): boolean {
  return parseEcrHost(parseImage(image).host ?? '') !== undefined;
}

function* linkOf({ literal, node }: Field<string> & Place, page: (text: string) => Page | undefined) {
  if (literal !== undefined && node) yield* link(node, page(literal));
}

function* link(node: ASTNode, page: Page | undefined): Generator<DocumentLink> {
  if (page) yield { span: spanOf(node), ...page };
}

/**
 * The region of the task: that of a described definition's own ARN, else the only one among its images, secrets and logs. Two
 * different ones leave it open.
 */
function regionOf({ node, task }: Definition): string | undefined {
  const own = memberOf(node, 'taskDefinitionArn')?.valueNode;
  const described = own?.type === 'string' ? parseArn(own.value)?.region : undefined;
  if (described) return described;
  const regions = task.containerDefinitions.items.flatMap(({ image, secrets, logConfiguration }) => [
    parseEcrHost(parseImage(image.literal ?? '').host ?? '')?.region,
    ...secrets.items.map(({ valueFrom }) => parseArn(valueFrom.literal ?? '')?.region),
    logConfiguration.logDriver.literal === 'awslogs'
      ? logConfiguration.options.get('awslogs-region').literal
      : undefined,
  ]);
  return onlyRegion(regions);
}

function onlyRegion(regions: readonly (string | undefined)[]): string | undefined {
  const known = new Set(regions.filter((region) => region && partitionOf(region)));
  return known.size === 1 ? [...known][0] : undefined;
}

/** All string values below a node. The document's depth is limited before it is parsed. */
function* strings(node: ASTNode): Generator<ASTNode & { readonly type: 'string' }> {
  if (node.type === 'string' && keyOf(node) !== node) yield node;
  for (const child of node.children ?? []) yield* strings(child);
}
