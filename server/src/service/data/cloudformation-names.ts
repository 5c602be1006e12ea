/**
 * Property names of `AWS::ECS::TaskDefinition` and `AWS::ECS::Service` that are not the API's name with a capital first letter, by the API's member and the
 * structure around it.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-taskdefinition.html
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-service.html
 */
const irregular: Readonly<Record<string, string>> = {
  efsVolumeConfiguration: 'EFSVolumeConfiguration',
  'efsVolumeConfiguration.fileSystemId': 'FilesystemId',
  'authorizationConfig.iam': 'IAM',
  fsxWindowsFileServerVolumeConfiguration: 'FSxWindowsFileServerVolumeConfiguration',
  s3filesVolumeConfiguration: 'S3FilesVolumeConfiguration',
  placementStrategy: 'PlacementStrategies',
  'proxyConfiguration.properties': 'ProxyConfigurationProperties',
};

/** The property of CloudFormation for a member of the API; `around` is the member that holds it. */
export function cloudFormationName(name: string, around: string | undefined): string {
  return irregular[`${around}.${name}`] ?? irregular[name] ?? name.charAt(0).toUpperCase() + name.slice(1);
}

/** The member of the API that a property means, among those of its structure; undefined when it means none. */
export function apiMember(written: string, around: string | undefined, members: readonly string[]): string | undefined {
  // Case apart the names are the API's; a wrong case is another finding's matter.
  const folded = written.toLowerCase();
  return members.find(
    (name) => name.toLowerCase() === folded || cloudFormationName(name, around).toLowerCase() === folded,
  );
}
