import { templateExample } from '../request-example';
import { defineRule, fix, placeOf, rename, report } from '../rule';

const withVolume = (configuration: string, containers = 'ContainerDefinitions') =>
  templateExample(`"Task": {
  "Type": "AWS::ECS::TaskDefinition",
  "Properties": {
    "Family": "web",
    "${containers}": [{ "Name": "app", "Image": "nginx:1.27", "Memory": 512 }],
    "Volumes": [
      {
        "Name": "data",
        ${configuration}
      }
    ]
  }
}`);
const efs = (key: string, id: string, more = '') => `"${key}": {${more}
          "${id}": "fs-0123456789abcdef0",
          "TransitEncryption": "ENABLED"
        }`;

export const rule = defineRule({
  id: 'cfn-property-name',
  category: 'correctness',
  severity: 'error',
  title: 'Properties are written as CloudFormation writes them',
  why: 'CloudFormation minds the case of every letter and refuses other names: “Encountered unsupported property”. Its names are those of the API with a capital first letter, but for a few: EFSVolumeConfiguration and its FilesystemId, FSxWindowsFileServerVolumeConfiguration, S3FilesVolumeConfiguration, IAM, ProxyConfigurationProperties and, of a service, PlacementStrategies.',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-taskdefinition.html',
  about: 'template',
  bad: [
    withVolume(`"EFSVolumeConfiguration": {
          "FileSystemId": "fs-0123456789abcdef0",
          ^^^^^^^^^^^^^^
          "TransitEncryption": "ENABLED"
        }`),
    withVolume(
      efs(
        'EfsVolumeConfiguration',
        'FilesystemId',
        `
        ^^^^^^^^^^^^^^^^^^^^^^^^`,
      ),
    ),
    templateExample(`"Service": {
  "Type": "AWS::ECS::Service",
  "Properties": {
    "TaskDefinition": "web",
    "PlacementStrategy": [{ "Type": "random" }]
    ^^^^^^^^^^^^^^^^^^^
  }
}`),
  ],
  fixed: [
    withVolume(efs('EFSVolumeConfiguration', 'FilesystemId')),
    withVolume(efs('EFSVolumeConfiguration', 'FilesystemId')),
    templateExample(`"Service": {
  "Type": "AWS::ECS::Service",
  "Properties": {
    "TaskDefinition": "web",
    "PlacementStrategies": [{ "Type": "random" }]
  }
}`),
  ],
  good: [
    withVolume(efs('EFSVolumeConfiguration', 'FilesystemId')),
    withVolume('"DockerVolumeConfiguration": { "Driver": "local", "DriverOpts": { "type": "nfs" } }'),
    withVolume('"Host": { "Ref": "Host" }'),
  ],

  *checkSchema(findings) {
    for (const { keyword, node, member, expected } of findings) {
      const [right] = expected;
      if (keyword !== 'spelling' || right === undefined) continue;
      const place = placeOf(node);
      yield report(
        place,
        `CloudFormation calls this property '${right}', not '${member}', and refuses any other case.`,
        {
          atKey: true,
          fix: fix(`Rename to '${right}'`, ...rename(place, right)),
        },
      );
    }
  },
});
