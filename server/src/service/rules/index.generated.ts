// Generated from the rules' files by `npm run generate`.
import { rule as appMeshDeprecated } from './networking/app-mesh-deprecated';
import { rule as appProtocolUdp } from './networking/app-protocol-udp';
import { rule as appProtocolWithoutName } from './networking/app-protocol-without-name';
import { rule as awslogsRequiredOptions } from './logging/awslogs-required-options';
import { rule as awslogsStreamPrefix } from './logging/awslogs-stream-prefix';
import { rules as networkingAwsvpcRefused } from './networking/awsvpc-refused';
import { rule as awsvpcHostPortMismatch } from './networking/awsvpc-host-port-mismatch';
import { rule as awsvpcHostPortZero } from './networking/awsvpc-host-port-zero';
import { rule as capabilitiesWithPrivileged } from './resources/capabilities-with-privileged';
import { rule as capabilityAddDropConflict } from './resources/capability-add-drop-conflict';
import { rule as capabilityUnknown } from './resources/capability-unknown';
import { rule as commandNotArray } from './shape/command-not-array';
import { rule as commandSingleString } from './shape/command-single-string';
import { rule as configuredAtLaunchMultiple } from './storage/configured-at-launch-multiple';
import { rule as containerCpuMemoryNotInteger } from './shape/container-cpu-memory-not-integer';
import { rules as resourcesLimits } from './resources/limits';
import { rule as containerCpuSumExceedsTask } from './size/container-cpu-sum-exceeds-task';
import { rule as containerDefinitionsEmpty } from './shape/container-definitions-empty';
import { rule as containerMemoryExceedsTask } from './size/container-memory-exceeds-task';
import { rule as containerMemoryMinimum } from './size/container-memory-minimum';
import { rule as containerMemoryRequired } from './size/container-memory-required';
import { rule as containerMemorySumExceedsTask } from './size/container-memory-sum-exceeds-task';
import { rules as shapeInvalidNames } from './shape/invalid-names';
import { rule as containerNameRequired } from './shape/container-name-required';
import { rule as containerPortInvalid } from './networking/container-port-invalid';
import { rule as containerPortTwoProtocols } from './networking/container-port-two-protocols';
import { rule as costArm64 } from './size/cost-arm64';
import { rule as costEphemeralStorage } from './size/cost-ephemeral-storage';
import { rule as costOversizedTask } from './size/cost-oversized-task';
import { rule as credentialSpecsInvalid } from './shape/credential-specs-invalid';
import { rule as dependsOnCompleteEssential } from './dependencies/depends-on-complete-essential';
import { rule as dependsOnCycle } from './dependencies/depends-on-cycle';
import { rule as dependsOnHealthyNoHealthCheck } from './dependencies/depends-on-healthy-no-health-check';
import { rule as dependsOnUnknownContainer } from './dependencies/depends-on-unknown-container';
import { rule as deviceInvalid } from './resources/device-invalid';
import { rule as disableNetworkingWithPorts } from './networking/disable-networking-with-ports';
import { rule as dnsSearchDomainInvalid } from './networking/dns-search-domain-invalid';
import { rule as dockerSecurityOptionInvalid } from './shape/docker-security-option-invalid';
import { rule as dockerVolumeDriverMissing } from './storage/docker-volume-driver-missing';
import { rule as dockerVolumeTaskAutoprovision } from './storage/docker-volume-task-autoprovision';
import { rule as documentRefused } from './document/document-refused';
import { rule as duplicateContainerName } from './shape/duplicate-container-name';
import { rule as duplicateKey } from './document/duplicate-key';
import { rule as duplicateMountPath } from './storage/duplicate-mount-path';
import { rule as duplicateVolumeName } from './storage/duplicate-volume-name';
import { rules as storageFileSystemIds } from './storage/file-system-ids';
import { rules as storageEfsEncryptedOnly } from './storage/efs-encrypted-only';
import { rules as storageAccessPointRootDirectory } from './storage/access-point-root-directory';
import { rules as storageVolumeTaskRole } from './storage/volume-task-role';
import { rule as efsRootDirectoryRelative } from './storage/efs-root-directory-relative';
import { rule as efsTransitEncryptionDisabled } from './storage/efs-transit-encryption-disabled';
import { rule as environmentValueNotString } from './shape/environment-value-not-string';
import { rules as networkingHostPorts } from './networking/host-ports';
import { rule as ephemeralStorageNonFargate } from './size/ephemeral-storage-non-fargate';
import { rule as ephemeralStorageRange } from './size/ephemeral-storage-range';
import { rule as executionRoleRequiredEcr } from './roles/execution-role-required-ecr';
import { rule as executionRoleRequiredSecrets } from './roles/execution-role-required-secrets';
import { rules as platformNotOnPlatform } from './platform/not-on-platform';
import { rule as externalExecutionRoleLogs } from './platform/external-execution-role-logs';
import { rule as externalNetworkMode } from './platform/external-network-mode';
import { rule as extraHostsInvalid } from './networking/extra-hosts-invalid';
import { rule as familyRequired } from './shape/family-required';
import { rule as fargateCapabilityAdd } from './fargate/fargate-capability-add';
import { rule as fargateCpuMemoryCombination } from './size/fargate-cpu-memory-combination';
import { rule as fargateCpuRequired } from './size/fargate-cpu-required';
import { rules as fargateNotOnFargate } from './fargate/not-on-fargate';
import { rule as fargateGpu } from './fargate/fargate-gpu';
import { rule as fargateHostSourcePath } from './fargate/fargate-host-source-path';
import { rule as fargateLargeSizePlatform } from './size/fargate-large-size-platform';
import { rule as fargateLogDriver } from './fargate/fargate-log-driver';
import { rule as fargateMemoryRequired } from './size/fargate-memory-required';
import { rule as fargateNetworkMode } from './fargate/fargate-network-mode';
import { rule as fargateOsFamily } from './fargate/fargate-os-family';
import { rule as fargatePidMode } from './fargate/fargate-pid-mode';
import { rule as fargatePrivileged } from './fargate/fargate-privileged';
import { rule as fargateRuntimePlatformMissing } from './fargate/fargate-runtime-platform-missing';
import { rules as fargateTimeouts } from './fargate/timeouts';
import { rule as fargateUlimitNofileRange } from './resources/fargate-ulimit-nofile-range';
import { rule as fargateWindowsSize } from './size/fargate-windows-size';
import { rule as faultInjectionEnabled } from './shape/fault-injection-enabled';
import { rule as faultInjectionNetworkMode } from './shape/fault-injection-network-mode';
import { rule as firelensPortExposed } from './networking/firelens-port-exposed';
import { rule as firelensRouterMissing } from './logging/firelens-router-missing';
import { rule as fsxIncomplete } from './storage/fsx-incomplete';
import { rule as fsxRequiresWindows } from './platform/fsx-requires-windows';
import { rule as gpuMultipleAll } from './resources/gpu-multiple-all';
import { rule as gpuSharingConflict } from './resources/gpu-sharing-conflict';
import { rule as gpuValueInvalid } from './resources/gpu-value-invalid';
import { rule as healthCheckCommandPrefix } from './health/health-check-command-prefix';
import { rule as hostModeHostPortMismatch } from './networking/host-mode-host-port-mismatch';
import { rule as hostModeMultipleCopies } from './networking/host-mode-multiple-copies';
import { rule as hostPortConflict } from './networking/host-port-conflict';
import { rules as networkingPortLimits } from './networking/port-limits';
import { rule as hostPortRedundant } from './networking/host-port-redundant';
import { rule as hostSourcePathBlank } from './storage/host-source-path-blank';
import { rule as hostSourcePathRelative } from './storage/host-source-path-relative';
import { rule as imageArchitectureMismatch } from './platform/image-architecture-mismatch';
import { rule as imageDigestMalformed } from './images/image-digest-malformed';
import { rule as imageInvalid } from './images/image-invalid';
import { rule as imageRequired } from './images/image-required';
import { rule as imageTagLatest } from './images/image-tag-latest';
import { rule as imageUppercaseRepository } from './images/image-uppercase-repository';
import { rule as imageUrlScheme } from './images/image-url-scheme';
import { rule as inferenceAcceleratorsRemoved } from './shape/inference-accelerators-removed';
import { rule as invalidEnumValue } from './shape/invalid-enum-value';
import { rule as invalidType } from './shape/invalid-type';
import { rule as invalidValue } from './shape/invalid-value';
import { rule as jsonCommentOrTrailingComma } from './document/json-comment-or-trailing-comma';
import { rule as linkInvalid } from './networking/link-invalid';
import { rule as linksCycle } from './networking/links-cycle';
import { rule as linksRequireBridge } from './networking/links-require-bridge';
import { rule as linuxCpuSharesBounds } from './size/linux-cpu-shares-bounds';
import { rule as managedInstancesLogDriver } from './platform/managed-instances-log-driver';
import { rule as managedInstancesNetworkMode } from './platform/managed-instances-network-mode';
import { rule as managedInstancesWindows } from './platform/managed-instances-windows';
import { rule as memoryReservationExceedsMemory } from './size/memory-reservation-exceeds-memory';
import { rule as mountPointPathInvalid } from './storage/mount-point-path-invalid';
import { rule as mountShadowsApp } from './storage/mount-shadows-app';
import { rule as neuronDeviceInvalid } from './resources/neuron-device-invalid';
import { rule as noEssentialContainer } from './shape/no-essential-container';
import { rule as noMemoryLimitOnSharedHost } from './size/no-memory-limit-on-shared-host';
import { rule as noneModePortMappings } from './networking/none-mode-port-mappings';
import { rule as placementConstraintInvalid } from './shape/placement-constraint-invalid';
import { rule as plaintextSecret } from './security/plaintext-secret';
import { rule as portMappingConflict } from './networking/port-mapping-conflict';
import { rule as portMappingNameDuplicate } from './networking/port-mapping-name-duplicate';
import { rule as portRangeAndSinglePort } from './networking/port-range-and-single-port';
import { rule as portRangeCount } from './networking/port-range-count';
import { rule as portRangeInvalid } from './networking/port-range-invalid';
import { rule as portRangeNetworkMode } from './networking/port-range-network-mode';
import { rule as portRangeOverlap } from './networking/port-range-overlap';
import { rule as protocolInvalid } from './networking/protocol-invalid';
import { rule as proxyConfigurationContainer } from './networking/proxy-configuration-container';
import { rule as proxyConfigurationNetworkMode } from './networking/proxy-configuration-network-mode';
import { rule as proxyConfigurationProperties } from './networking/proxy-configuration-properties';
import { rule as readOnlyProperty } from './shape/read-only-property';
import { rule as readWriteMountShared } from './storage/read-write-mount-shared';
import { rule as requiredMemberMissing } from './shape/required-member-missing';
import { rule as requiresCompatibilitiesConflict } from './shape/requires-compatibilities-conflict';
import { rule as requiresCompatibilitiesDuplicate } from './shape/requires-compatibilities-duplicate';
import { rule as requiresCompatibilitiesMissing } from './shape/requires-compatibilities-missing';
import { rule as reservedPortsQuota } from './networking/reserved-ports-quota';
import { rule as s3BucketAsVolume } from './storage/s3-bucket-as-volume';
import { rule as s3FuseInContainer } from './storage/s3-fuse-in-container';
import { rule as s3FuseVolumeDriver } from './storage/s3-fuse-volume-driver';
import { rule as s3filesLaunchType } from './storage/s3files-launch-type';
import { rules as storageLimits } from './storage/limits';
import { rule as secretEnvNameCollision } from './secrets/secret-env-name-collision';
import { rule as secretValueFromInvalid } from './secrets/secret-value-from-invalid';
import { rule as serviceLoadBalancerContainer } from './services/service-load-balancer-container';
import { rule as swappinessWithoutMaxSwap } from './resources/swappiness-without-max-swap';
import { rule as syntaxError } from './document/syntax-error';
import { rule as systemControlMultipleContainers } from './resources/system-control-multiple-containers';
import { rule as systemControlNamespace } from './resources/system-control-namespace';
import { rule as systemControlNamespaceMode } from './resources/system-control-namespace-mode';
import { rule as tagsEmpty } from './shape/tags-empty';
import { rule as tagsInvalid } from './shape/tags-invalid';
import { rules as sizeTaskSizeFormat } from './size/task-size-format';
import { rule as taskCpuMemoryNotString } from './shape/task-cpu-memory-not-string';
import { rule as taskCpuRangeEc2 } from './size/task-cpu-range-ec2';
import { rule as taskDefinitionTooLarge } from './shape/task-definition-too-large';
import { rule as templatePlaceholderLeft } from './document/template-placeholder-left';
import { rule as tmpfsInvalid } from './resources/tmpfs-invalid';
import { rule as tooManyContainers } from './shape/too-many-containers';
import { rule as ulimitDuplicate } from './resources/ulimit-duplicate';
import { rule as ulimitIncomplete } from './resources/ulimit-incomplete';
import { rule as ulimitSoftExceedsHard } from './resources/ulimit-soft-exceeds-hard';
import { rule as unknownProperty } from './shape/unknown-property';
import { rule as unknownSourceVolume } from './storage/unknown-source-volume';
import { rule as unusedSuppression } from './document/unused-suppression';
import { rule as unusedVolume } from './storage/unused-volume';
import { rule as userFormat } from './shape/user-format';
import { rule as versionConsistencyDisabled } from './images/version-consistency-disabled';
import { rule as volumeMultipleTypes } from './storage/volume-multiple-types';
import { rule as volumeNameRequired } from './storage/volume-name-required';
import { rule as volumeUnknownShape } from './storage/volume-unknown-shape';
import { rule as volumesFromNoVolumes } from './storage/volumes-from-no-volumes';
import { rule as volumesFromUnknownContainer } from './storage/volumes-from-unknown-container';
import { rule as windowsArm64 } from './platform/windows-arm64';
import { rule as windowsContainerCpuZero } from './size/windows-container-cpu-zero';
import { rule as windowsContainerMemoryMinimum } from './size/windows-container-memory-minimum';
import { rule as windowsDockerVolumeDriver } from './platform/windows-docker-volume-driver';
import { rule as windowsEnvironmentFiles } from './platform/windows-environment-files';
import { rule as windowsFargatePort3150 } from './platform/windows-fargate-port-3150';
import { rule as windowsFirelens } from './platform/windows-firelens';
import { rule as windowsImageLinuxFamily } from './platform/windows-image-linux-family';
import { rule as windowsNetworkMode } from './platform/windows-network-mode';
import { rule as windowsTaskSizeIgnored } from './size/windows-task-size-ignored';
import { rule as windowsUnsupportedParameter } from './platform/windows-unsupported-parameter';
import { rule as windowsUser } from './platform/windows-user';
import { rule as workingDirectoryAbsolute } from './shape/working-directory-absolute';
import { rule as wrappedTaskDefinition } from './document/wrapped-task-definition';
import type { Rule } from './rule';

export const rules: readonly Rule[] = [
  appMeshDeprecated,
  appProtocolUdp,
  appProtocolWithoutName,
  awslogsRequiredOptions,
  awslogsStreamPrefix,
  ...networkingAwsvpcRefused,
  awsvpcHostPortMismatch,
  awsvpcHostPortZero,
  capabilitiesWithPrivileged,
  capabilityAddDropConflict,
  capabilityUnknown,
  commandNotArray,
  commandSingleString,
  configuredAtLaunchMultiple,
  containerCpuMemoryNotInteger,
  ...resourcesLimits,
  containerCpuSumExceedsTask,
  containerDefinitionsEmpty,
  containerMemoryExceedsTask,
  containerMemoryMinimum,
  containerMemoryRequired,
  containerMemorySumExceedsTask,
  ...shapeInvalidNames,
  containerNameRequired,
  containerPortInvalid,
  containerPortTwoProtocols,
  costArm64,
  costEphemeralStorage,
  costOversizedTask,
  credentialSpecsInvalid,
  dependsOnCompleteEssential,
  dependsOnCycle,
  dependsOnHealthyNoHealthCheck,
  dependsOnUnknownContainer,
  deviceInvalid,
  disableNetworkingWithPorts,
  dnsSearchDomainInvalid,
  dockerSecurityOptionInvalid,
  dockerVolumeDriverMissing,
  dockerVolumeTaskAutoprovision,
  documentRefused,
  duplicateContainerName,
  duplicateKey,
  duplicateMountPath,
  duplicateVolumeName,
  ...storageFileSystemIds,
  ...storageEfsEncryptedOnly,
  ...storageAccessPointRootDirectory,
  ...storageVolumeTaskRole,
  efsRootDirectoryRelative,
  efsTransitEncryptionDisabled,
  environmentValueNotString,
  ...networkingHostPorts,
  ephemeralStorageNonFargate,
  ephemeralStorageRange,
  executionRoleRequiredEcr,
  executionRoleRequiredSecrets,
  ...platformNotOnPlatform,
  externalExecutionRoleLogs,
  externalNetworkMode,
  extraHostsInvalid,
  familyRequired,
  fargateCapabilityAdd,
  fargateCpuMemoryCombination,
  fargateCpuRequired,
  ...fargateNotOnFargate,
  fargateGpu,
  fargateHostSourcePath,
  fargateLargeSizePlatform,
  fargateLogDriver,
  fargateMemoryRequired,
  fargateNetworkMode,
  fargateOsFamily,
  fargatePidMode,
  fargatePrivileged,
  fargateRuntimePlatformMissing,
  ...fargateTimeouts,
  fargateUlimitNofileRange,
  fargateWindowsSize,
  faultInjectionEnabled,
  faultInjectionNetworkMode,
  firelensPortExposed,
  firelensRouterMissing,
  fsxIncomplete,
  fsxRequiresWindows,
  gpuMultipleAll,
  gpuSharingConflict,
  gpuValueInvalid,
  healthCheckCommandPrefix,
  hostModeHostPortMismatch,
  hostModeMultipleCopies,
  hostPortConflict,
  ...networkingPortLimits,
  hostPortRedundant,
  hostSourcePathBlank,
  hostSourcePathRelative,
  imageArchitectureMismatch,
  imageDigestMalformed,
  imageInvalid,
  imageRequired,
  imageTagLatest,
  imageUppercaseRepository,
  imageUrlScheme,
  inferenceAcceleratorsRemoved,
  invalidEnumValue,
  invalidType,
  invalidValue,
  jsonCommentOrTrailingComma,
  linkInvalid,
  linksCycle,
  linksRequireBridge,
  linuxCpuSharesBounds,
  managedInstancesLogDriver,
  managedInstancesNetworkMode,
  managedInstancesWindows,
  memoryReservationExceedsMemory,
  mountPointPathInvalid,
  mountShadowsApp,
  neuronDeviceInvalid,
  noEssentialContainer,
  noMemoryLimitOnSharedHost,
  noneModePortMappings,
  placementConstraintInvalid,
  plaintextSecret,
  portMappingConflict,
  portMappingNameDuplicate,
  portRangeAndSinglePort,
  portRangeCount,
  portRangeInvalid,
  portRangeNetworkMode,
  portRangeOverlap,
  protocolInvalid,
  proxyConfigurationContainer,
  proxyConfigurationNetworkMode,
  proxyConfigurationProperties,
  readOnlyProperty,
  readWriteMountShared,
  requiredMemberMissing,
  requiresCompatibilitiesConflict,
  requiresCompatibilitiesDuplicate,
  requiresCompatibilitiesMissing,
  reservedPortsQuota,
  s3BucketAsVolume,
  s3FuseInContainer,
  s3FuseVolumeDriver,
  s3filesLaunchType,
  ...storageLimits,
  secretEnvNameCollision,
  secretValueFromInvalid,
  serviceLoadBalancerContainer,
  swappinessWithoutMaxSwap,
  syntaxError,
  systemControlMultipleContainers,
  systemControlNamespace,
  systemControlNamespaceMode,
  tagsEmpty,
  tagsInvalid,
  ...sizeTaskSizeFormat,
  taskCpuMemoryNotString,
  taskCpuRangeEc2,
  taskDefinitionTooLarge,
  templatePlaceholderLeft,
  tmpfsInvalid,
  tooManyContainers,
  ulimitDuplicate,
  ulimitIncomplete,
  ulimitSoftExceedsHard,
  unknownProperty,
  unknownSourceVolume,
  unusedSuppression,
  unusedVolume,
  userFormat,
  versionConsistencyDisabled,
  volumeMultipleTypes,
  volumeNameRequired,
  volumeUnknownShape,
  volumesFromNoVolumes,
  volumesFromUnknownContainer,
  windowsArm64,
  windowsContainerCpuZero,
  windowsContainerMemoryMinimum,
  windowsDockerVolumeDriver,
  windowsEnvironmentFiles,
  windowsFargatePort3150,
  windowsFirelens,
  windowsImageLinuxFamily,
  windowsNetworkMode,
  windowsTaskSizeIgnored,
  windowsUnsupportedParameter,
  windowsUser,
  workingDirectoryAbsolute,
  wrappedTaskDefinition,
];
