/**
 * Members that CloudFormation requires, by the path of the object that lacks them; without those whose absence a rule of their own
 * tells in a template as everywhere.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ecs-taskdefinition-logconfiguration.html
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ecs-taskdefinition-resourcerequirement.html
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ecs-taskdefinition-fsxwindowsfileservervolumeconfiguration.html
 */
export const cloudFormationRequired: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^containerDefinitions\/\d+\/logConfiguration$/, ['logDriver']],
  [/^containerDefinitions\/\d+\/resourceRequirements\/\d+$/, ['type']],
  [/^volumes\/\d+\/fsxWindowsFileServerVolumeConfiguration$/, ['fileSystemId', 'rootDirectory']],
];
