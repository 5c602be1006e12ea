import type { SecurityGroup, Subnet, Vpc } from '@aws-sdk/client-ec2';
import { ApiError } from './api-error';
import { type PageFault, pageOf } from './paging';
import type { World } from './world';

/** The members of a query request: `Filter.1.Name` → value. */
export type QueryForm = Readonly<Record<string, string>>;
/** An XML element's content: text, children, or a list of `<item>`s. */
export type Xml = string | number | boolean | undefined | readonly Xml[] | { readonly [name: string]: Xml };

export type QueryOperation = (world: World, form: QueryForm, page: PageFault) => Xml;

/** EC2 by action: what the network pickers read. Filters: `vpc-id` and the id lists. */
export const ec2Operations: Readonly<Record<string, QueryOperation>> = {
  DescribeVpcs: (world, form, page) => {
    const { items, next } = select(world.network.vpcs, form, 'VpcId', page);
    return { vpcSet: items.map(vpc), ...next };
  },
  DescribeSubnets: (world, form, page) => {
    const { items, next } = select(world.network.subnets, form, 'SubnetId', page);
    return { subnetSet: items.map(subnet), ...next };
  },
  DescribeSecurityGroups: (world, form, page) => {
    const { items, next } = select(world.network.securityGroups, form, 'GroupId', page);
    return { securityGroupInfo: items.map(securityGroup), ...next };
  },
};

function select<T extends { VpcId?: string | undefined }>(
  all: readonly T[],
  form: QueryForm,
  idKey: keyof T & string,
  page: PageFault,
) {
  const ids = valuesOf(form, `${idKey}.`);
  const vpcs = filterValues(form, 'vpc-id');
  const missing = ids.find((id) => !all.some((item) => item[idKey] === id));
  if (missing) throw new ApiError(`Invalid${idKey.replace('Id', 'ID')}.NotFound`, `The ID '${missing}' does not exist`);
  const wanted = all
    .filter((item) => ids.length === 0 || ids.includes(String(item[idKey])))
    .filter((item) => vpcs === undefined || vpcs.includes(item.VpcId ?? ''));
  const maxResults = form.MaxResults === undefined ? undefined : Number(form.MaxResults);
  return pageOf(
    wanted,
    { maxResults, nextToken: form.NextToken },
    { scope: `${idKey}${vpcs}`, defaultSize: 1000, maxSize: 1000, fault: page },
  );
}

function filterValues(form: QueryForm, name: string): readonly string[] | undefined {
  const key = Object.keys(form).find((it) => /^Filter\.\d+\.Name$/.test(it) && form[it] === name);
  return key === undefined ? undefined : valuesOf(form, key.replace('Name', 'Value.'));
}

/** The values of the keys that begin so. */
export function valuesOf(form: QueryForm, prefix: string): readonly string[] {
  return Object.entries(form)
    .filter(([key]) => key.startsWith(prefix))
    .map(([, value]) => value);
}

function vpc(it: Vpc): Xml {
  return { vpcId: it.VpcId, cidrBlock: it.CidrBlock, isDefault: it.IsDefault, state: it.State, tagSet: tags(it.Tags) };
}

function subnet(it: Subnet): Xml {
  return {
    subnetId: it.SubnetId,
    vpcId: it.VpcId,
    availabilityZone: it.AvailabilityZone,
    cidrBlock: it.CidrBlock,
    mapPublicIpOnLaunch: it.MapPublicIpOnLaunch,
    defaultForAz: it.DefaultForAz,
    state: it.State,
    availableIpAddressCount: it.AvailableIpAddressCount,
    tagSet: tags(it.Tags),
  };
}

function securityGroup(it: SecurityGroup): Xml {
  return {
    groupId: it.GroupId,
    groupName: it.GroupName,
    groupDescription: it.Description,
    vpcId: it.VpcId,
    tagSet: tags(it.Tags),
  };
}

function tags(list: Vpc['Tags']): Xml {
  return (list ?? []).map((tag) => ({ key: tag.Key, value: tag.Value }));
}
