import type { SecurityGroup, Subnet, Vpc } from '@aws-sdk/client-ec2';

/** What EC2 answers; a test may empty or refill the lists. */
export interface Network {
  readonly vpcs: Vpc[];
  readonly subnets: Subnet[];
  readonly securityGroups: SecurityGroup[];
}

/** A default VPC with two public subnets, a VPC with one private subnet, and a security group or two in each. */
export function defaultNetwork(region: string): Network {
  const home = 'vpc-0a1b2c3d4e5f60001';
  const shop = 'vpc-0a1b2c3d4e5f60002';
  return {
    vpcs: [
      { VpcId: home, CidrBlock: '172.31.0.0/16', IsDefault: true, State: 'available' },
      { VpcId: shop, CidrBlock: '10.0.0.0/16', IsDefault: false, State: 'available', Tags: named('shop') },
    ],
    subnets: [
      subnet('subnet-0a1b2c3d4e5f60001', home, `${region}a`, '172.31.0.0/20', true),
      subnet('subnet-0a1b2c3d4e5f60002', home, `${region}b`, '172.31.16.0/20', true),
      { ...subnet('subnet-0a1b2c3d4e5f60003', shop, `${region}a`, '10.0.1.0/24', false), Tags: named('shop-private') },
    ],
    securityGroups: [
      { GroupId: 'sg-0a1b2c3d4e5f60001', GroupName: 'default', Description: 'default VPC security group', VpcId: home },
      { GroupId: 'sg-0a1b2c3d4e5f60002', GroupName: 'web', Description: 'HTTPS from anywhere', VpcId: home },
      { GroupId: 'sg-0a1b2c3d4e5f60003', GroupName: 'default', Description: 'default VPC security group', VpcId: shop },
    ],
  };
}

function subnet(id: string, vpc: string, zone: string, cidr: string, open: boolean): Subnet {
  return {
    SubnetId: id,
    VpcId: vpc,
    AvailabilityZone: zone,
    CidrBlock: cidr,
    MapPublicIpOnLaunch: open,
    DefaultForAz: open,
    State: 'available',
    AvailableIpAddressCount: 4091,
  };
}

function named(name: string): { Key: string; Value: string }[] {
  return [{ Key: 'Name', Value: name }];
}
