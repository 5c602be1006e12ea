// Generated from the rules' files by `npm run generate`.
import { rule as appMeshDeprecated } from './networking/app-mesh-deprecated';
import { rule as appProtocolUdp } from './networking/app-protocol-udp';
import { rule as appProtocolWithoutName } from './networking/app-protocol-without-name';
import { rule as awsCredentialsInEnvironment } from './security/aws-credentials-in-environment';
import { rule as awslogsCreateGroupPermission } from './logging/awslogs-create-group-permission';
import { rule as awslogsGroupNameInvalid } from './logging/awslogs-group-name-invalid';
import { rule as awslogsGroupNotCreated } from './logging/awslogs-group-not-created';
import { rule as awslogsMultilineConflict } from './logging/awslogs-multiline-conflict';
import { rule as awslogsRegionInvalid } from './logging/awslogs-region-invalid';
import { rule as awslogsRegionMismatch } from './logging/awslogs-region-mismatch';
import { rule as awslogsRequiredOptions } from './logging/awslogs-required-options';
import { rule as awslogsStreamPrefix } from './logging/awslogs-stream-prefix';
import { rule as awslogsUnknownOption } from './logging/awslogs-unknown-option';
import { rules as networkingAwsvpcRefused } from './networking/awsvpc-refused';
import { rule as awsvpcHostPortMismatch } from './networking/awsvpc-host-port-mismatch';
import { rule as awsvpcHostPortZero } from './networking/awsvpc-host-port-zero';
import { rule as capabilitiesNotDropped } from './security/capabilities-not-dropped';
import { rule as capabilitiesWithPrivileged } from './resources/capabilities-with-privileged';
import { rule as capabilityAddDropConflict } from './resources/capability-add-drop-conflict';
import { rule as capabilityUnknown } from './resources/capability-unknown';
import { rule as cfnExecutionRolePermissions } from './cloudformation/cfn-execution-role-permissions';
import { rule as cfnGpuSharingUnsupported } from './cloudformation/cfn-gpu-sharing-unsupported';
import { rule as cfnPropertyName } from './cloudformation/cfn-property-name';
import { rule as cfnReplacement } from './cloudformation/cfn-replacement';
import { rule as cfnRequired } from './cloudformation/cfn-required';
import { rule as cfnRoleTrust } from './cloudformation/cfn-role-trust';
import { rule as cfnUniqueItems } from './cloudformation/cfn-unique-items';
import { rule as clusterContainerInsights } from './cloudformation/cluster-container-insights';
import { rule as clusterExecLogging } from './cloudformation/cluster-exec-logging';
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
import { rule as containerRunsAsRoot } from './security/container-runs-as-root';
import { rule as costArm64 } from './size/cost-arm64';
import { rule as costEphemeralStorage } from './size/cost-ephemeral-storage';
import { rule as costOversizedTask } from './size/cost-oversized-task';
import { rule as credentialSpecsInvalid } from './shape/credential-specs-invalid';
import { rule as dangerousCapability } from './security/dangerous-capability';
import { rule as dependsOnCompleteEssential } from './dependencies/depends-on-complete-essential';
import { rule as dependsOnConditionMissing } from './dependencies/depends-on-condition-missing';
import { rule as dependsOnCycle } from './dependencies/depends-on-cycle';
import { rule as dependsOnDuplicate } from './dependencies/depends-on-duplicate';
import { rule as dependsOnHealthyNoHealthCheck } from './dependencies/depends-on-healthy-no-health-check';
import { rule as dependsOnUnknownContainer } from './dependencies/depends-on-unknown-container';
import { rule as deviceInvalid } from './resources/device-invalid';
import { rule as disableNetworkingWithPorts } from './networking/disable-networking-with-ports';
import { rule as dnsSearchDomainInvalid } from './networking/dns-search-domain-invalid';
import { rule as dockerHubRateLimit } from './images/docker-hub-rate-limit';
import { rule as dockerSecurityOptionInvalid } from './shape/docker-security-option-invalid';
import { rule as dockerSocketMount } from './security/docker-socket-mount';
import { rule as dockerVolumeDriverMissing } from './storage/docker-volume-driver-missing';
import { rule as dockerVolumeTaskAutoprovision } from './storage/docker-volume-task-autoprovision';
import { rule as documentRefused } from './document/document-refused';
import { rule as duplicateContainerName } from './shape/duplicate-container-name';
import { rule as duplicateEnvironmentName } from './environment/duplicate-environment-name';
import { rule as duplicateKey } from './document/duplicate-key';
import { rule as duplicateMountPath } from './storage/duplicate-mount-path';
import { rule as duplicateVolumeName } from './storage/duplicate-volume-name';
import { rule as ecrRegionMismatch } from './images/ecr-region-mismatch';
import { rule as ecrUriMalformed } from './images/ecr-uri-malformed';
import { rules as storageFileSystemIds } from './storage/file-system-ids';
import { rules as storageEfsEncryptedOnly } from './storage/efs-encrypted-only';
import { rules as storageAccessPointRootDirectory } from './storage/access-point-root-directory';
import { rules as storageVolumeTaskRole } from './storage/volume-task-role';
import { rule as efsRootDirectoryRelative } from './storage/efs-root-directory-relative';
import { rule as efsTransitEncryptionDisabled } from './storage/efs-transit-encryption-disabled';
import { rule as emptyCollection } from './shape/empty-collection';
import { rule as environmentAsMap } from './environment/environment-as-map';
import { rule as environmentFileArn } from './environment/environment-file-arn';
import { rule as environmentFileCount } from './environment/environment-file-count';
import { rule as environmentFileExtension } from './environment/environment-file-extension';
import { rule as environmentNameInvalid } from './environment/environment-name-invalid';
import { rule as environmentNameMissing } from './environment/environment-name-missing';
import { rule as environmentSecretNameAsArn } from './security/environment-secret-name-as-arn';
import { rule as environmentValueNotString } from './shape/environment-value-not-string';
import { rules as networkingHostPorts } from './networking/host-ports';
import { rule as ephemeralStorageNonFargate } from './size/ephemeral-storage-non-fargate';
import { rule as ephemeralStorageRange } from './size/ephemeral-storage-range';
import { rule as execNeedsInitProcess } from './exec/exec-needs-init-process';
import { rule as execReadonlyRoot } from './exec/exec-readonly-root';
import { rules as rolesExecutionRoleRequired } from './roles/execution-role-required';
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
import { rule as fargateSecretPlatform } from './services/fargate-secret-platform';
import { rules as fargateTimeouts } from './fargate/timeouts';
import { rule as fargateUlimitNofileRange } from './resources/fargate-ulimit-nofile-range';
import { rule as fargateWindowsSize } from './size/fargate-windows-size';
import { rule as faultInjectionEnabled } from './shape/fault-injection-enabled';
import { rule as faultInjectionNetworkMode } from './shape/fault-injection-network-mode';
import { rule as firelensConfigFile } from './logging/firelens-config-file';
import { rule as firelensDependsCondition } from './logging/firelens-depends-condition';
import { rule as firelensMultipleRouters } from './logging/firelens-multiple-routers';
import { rule as firelensOptionUnknown } from './logging/firelens-option-unknown';
import { rule as firelensOutputMissing } from './logging/firelens-output-missing';
import { rule as firelensPortExposed } from './networking/firelens-port-exposed';
import { rule as firelensRouterEssential } from './logging/firelens-router-essential';
import { rule as firelensRouterMemory } from './logging/firelens-router-memory';
import { rule as firelensRouterMissing } from './logging/firelens-router-missing';
import { rule as firelensRouterOwnDriver } from './logging/firelens-router-own-driver';
import { rule as firelensRouterUnused } from './logging/firelens-router-unused';
import { rule as firelensS3ConfigFargate } from './logging/firelens-s3-config-fargate';
import { rule as fsxIncomplete } from './storage/fsx-incomplete';
import { rule as fsxRequiresWindows } from './platform/fsx-requires-windows';
import { rule as gpuMultipleAll } from './resources/gpu-multiple-all';
import { rule as gpuSharingConflict } from './resources/gpu-sharing-conflict';
import { rule as gpuValueInvalid } from './resources/gpu-value-invalid';
import { rule as healthCheckCmdShellArgs } from './health/health-check-cmd-shell-args';
import { rule as healthCheckCmdShellSyntax } from './health/health-check-cmd-shell-syntax';
import { rule as healthCheckCommandEmpty } from './health/health-check-command-empty';
import { rule as healthCheckCommandPrefix } from './health/health-check-command-prefix';
import { rule as healthCheckConsoleString } from './health/health-check-console-string';
import { rules as healthLimits } from './health/limits';
import { rule as healthCheckLocalhostIpv6 } from './health/health-check-localhost-ipv6';
import { rule as healthCheckMissing } from './health/health-check-missing';
import { rule as healthCheckNoExitCode } from './health/health-check-no-exit-code';
import { rule as healthCheckPortNotExposed } from './health/health-check-port-not-exposed';
import { rule as healthCheckTimeoutExceedsInterval } from './health/health-check-timeout-exceeds-interval';
import { rule as healthCheckToolMissing } from './health/health-check-tool-missing';
import { rules as securityHostNamespaces } from './security/host-namespaces';
import { rule as hostModeHostPortMismatch } from './networking/host-mode-host-port-mismatch';
import { rule as hostModeMultipleCopies } from './networking/host-mode-multiple-copies';
import { rule as hostNetworkRootUser } from './security/host-network-root-user';
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
import { rule as interactiveOrTty } from './shape/interactive-or-tty';
import { rule as invalidEnumValue } from './shape/invalid-enum-value';
import { rule as invalidType } from './shape/invalid-type';
import { rule as invalidValue } from './shape/invalid-value';
import { rule as jsonCommentOrTrailingComma } from './document/json-comment-or-trailing-comma';
import { rule as jsonFileNoRotation } from './logging/json-file-no-rotation';
import { rule as linkInvalid } from './networking/link-invalid';
import { rule as linksCycle } from './networking/links-cycle';
import { rule as linksRequireBridge } from './networking/links-require-bridge';
import { rule as linuxCpuSharesBounds } from './size/linux-cpu-shares-bounds';
import { rule as logBufferSize } from './logging/log-buffer-size';
import { rule as logDriverLegacy } from './logging/log-driver-legacy';
import { rule as logDriverOptionsMismatch } from './logging/log-driver-options-mismatch';
import { rule as logModeDefault } from './logging/log-mode-default';
import { rule as logModeInvalid } from './logging/log-mode-invalid';
import { rule as managedInstancesLogDriver } from './platform/managed-instances-log-driver';
import { rule as managedInstancesNetworkMode } from './platform/managed-instances-network-mode';
import { rule as managedInstancesWindows } from './platform/managed-instances-windows';
import { rule as memoryReservationExceedsMemory } from './size/memory-reservation-exceeds-memory';
import { rule as missingLogConfiguration } from './logging/missing-log-configuration';
import { rule as mountPointPathInvalid } from './storage/mount-point-path-invalid';
import { rule as mountShadowsApp } from './storage/mount-shadows-app';
import { rule as neuronDeviceInvalid } from './resources/neuron-device-invalid';
import { rule as noEssentialContainer } from './shape/no-essential-container';
import { rule as noMemoryLimitOnSharedHost } from './size/no-memory-limit-on-shared-host';
import { rule as noNewPrivileges } from './security/no-new-privileges';
import { rule as noneModePortMappings } from './networking/none-mode-port-mappings';
import { rule as nullMember } from './shape/null-member';
import { rule as overrideUnknownContainer } from './services/override-unknown-container';
import { rule as placementConstraintInvalid } from './shape/placement-constraint-invalid';
import { rule as plaintextSecret } from './security/plaintext-secret';
import { rule as portMappingConflict } from './networking/port-mapping-conflict';
import { rule as portMappingNameDuplicate } from './networking/port-mapping-name-duplicate';
import { rule as portRangeAndSinglePort } from './networking/port-range-and-single-port';
import { rule as portRangeCount } from './networking/port-range-count';
import { rule as portRangeInvalid } from './networking/port-range-invalid';
import { rule as portRangeNetworkMode } from './networking/port-range-network-mode';
import { rule as portRangeOverlap } from './networking/port-range-overlap';
import { rule as privilegedContainer } from './security/privileged-container';
import { rule as protocolInvalid } from './networking/protocol-invalid';
import { rule as proxyConfigurationContainer } from './networking/proxy-configuration-container';
import { rule as proxyConfigurationNetworkMode } from './networking/proxy-configuration-network-mode';
import { rule as proxyConfigurationProperties } from './networking/proxy-configuration-properties';
import { rule as readOnlyProperty } from './shape/read-only-property';
import { rule as readWriteMountShared } from './storage/read-write-mount-shared';
import { rule as readonlyRootFilesystem } from './security/readonly-root-filesystem';
import { rule as readonlyRootNoWritablePath } from './security/readonly-root-no-writable-path';
import { rule as repositoryCredentialsEcr } from './secrets/repository-credentials-ecr';
import { rule as repositoryCredentialsInvalid } from './secrets/repository-credentials-invalid';
import { rule as requiredMemberMissing } from './shape/required-member-missing';
import { rule as requiresCompatibilitiesConflict } from './shape/requires-compatibilities-conflict';
import { rule as requiresCompatibilitiesDuplicate } from './shape/requires-compatibilities-duplicate';
import { rule as requiresCompatibilitiesMissing } from './shape/requires-compatibilities-missing';
import { rule as reservedPortsQuota } from './networking/reserved-ports-quota';
import { rule as restartPolicyEnabledMissing } from './restarts/restart-policy-enabled-missing';
import { rule as restartPolicyExitCodes } from './restarts/restart-policy-exit-codes';
import { rules as restartsLimits } from './restarts/limits';
import { rule as roleAccountMismatch } from './roles/role-account-mismatch';
import { rule as roleArnInvalid } from './roles/role-arn-invalid';
import { rule as roleArnNotRole } from './roles/role-arn-not-role';
import { rule as roleConfusion } from './roles/role-confusion';
import { rule as runTaskLimits } from './services/run-task-limits';
import { rule as s3BucketAsVolume } from './storage/s3-bucket-as-volume';
import { rule as s3FuseInContainer } from './storage/s3-fuse-in-container';
import { rule as s3FuseVolumeDriver } from './storage/s3-fuse-volume-driver';
import { rule as s3filesLaunchType } from './storage/s3files-launch-type';
import { rules as storageLimits } from './storage/limits';
import { rule as sameRoleForTaskAndExecution } from './roles/same-role-for-task-and-execution';
import { rule as secretArnSuffix } from './secrets/secret-arn-suffix';
import { rule as secretCrossAccount } from './secrets/secret-cross-account';
import { rule as secretDynamicReference } from './secrets/secret-dynamic-reference';
import { rule as secretEnvNameCollision } from './secrets/secret-env-name-collision';
import { rule as secretInValue } from './security/secret-in-value';
import { rule as secretJsonKeyFormat } from './secrets/secret-json-key-format';
import { rule as secretNameMissing } from './secrets/secret-name-missing';
import { rule as secretRegionName } from './secrets/secret-region-name';
import { rule as secretSsmArnSlash } from './secrets/secret-ssm-arn-slash';
import { rule as secretValueFromInvalid } from './secrets/secret-value-from-invalid';
import { rule as sensitiveHostPath } from './security/sensitive-host-path';
import { rule as serviceClassicLb } from './services/service-classic-lb';
import { rule as serviceConnectPortName } from './services/service-connect-port-name';
import { rule as serviceConnectTimeout } from './services/service-connect-timeout';
import { rule as serviceConnectWindows } from './services/service-connect-windows';
import { rule as serviceDaemonRules } from './services/service-daemon-rules';
import { rule as serviceDeploymentPercent } from './services/service-deployment-percent';
import { rule as serviceDynamicPortHealthCheck } from './services/service-dynamic-port-health-check';
import { rule as serviceEbsInvalid } from './services/service-ebs-invalid';
import { rule as serviceExecTaskRole } from './services/service-exec-task-role';
import { rule as serviceExternalFeatures } from './services/service-external-features';
import { rule as serviceFargatePlacement } from './services/service-fargate-placement';
import { rule as serviceGracePeriodUnused } from './services/service-grace-period-unused';
import { rule as serviceLaunchTypeAndStrategy } from './services/service-launch-type-and-strategy';
import { rule as serviceLoadBalancerContainer } from './services/service-load-balancer-container';
import { rule as serviceLoadBalancerPort } from './services/service-load-balancer-port';
import { rule as serviceNetworkConfigurationMissing } from './services/service-network-configuration-missing';
import { rule as serviceNetworkConfigurationMode } from './services/service-network-configuration-mode';
import { rule as servicePlatformVersionEc2 } from './services/service-platform-version-ec2';
import { rule as servicePlatformVersionOld } from './services/service-platform-version-old';
import { rules as servicesPublicIp } from './services/public-ip';
import { rule as serviceRegistryPorts } from './services/service-registry-ports';
import { rule as serviceRoleWithAwsvpc } from './services/service-role-with-awsvpc';
import { rule as serviceSubnetLimits } from './services/service-subnet-limits';
import { rule as serviceTagsPropagation } from './services/service-tags-propagation';
import { rule as serviceTargetType } from './services/service-target-type';
import { rule as serviceTaskDefinitionNotFargate } from './services/service-task-definition-not-fargate';
import { rule as serviceVolumeNotConfiguredAtLaunch } from './services/service-volume-not-configured-at-launch';
import { rule as singleContainerNonEssentialSidecar } from './restarts/single-container-non-essential-sidecar';
import { rule as splunkRequiredOptions } from './logging/splunk-required-options';
import { rule as splunkTokenPlaintext } from './logging/splunk-token-plaintext';
import { rule as startTimeoutUnused } from './dependencies/start-timeout-unused';
import { rule as stopTimeoutDefault } from './restarts/stop-timeout-default';
import { rule as swappinessWithoutMaxSwap } from './resources/swappiness-without-max-swap';
import { rule as syntaxError } from './document/syntax-error';
import { rule as systemControlMultipleContainers } from './resources/system-control-multiple-containers';
import { rule as systemControlNamespace } from './resources/system-control-namespace';
import { rule as systemControlNamespaceMode } from './resources/system-control-namespace-mode';
import { rule as tagsEmpty } from './shape/tags-empty';
import { rule as tagsInvalid } from './shape/tags-invalid';
import { rule as tagsMissing } from './shape/tags-missing';
import { rules as sizeTaskSizeFormat } from './size/task-size-format';
import { rule as taskCpuMemoryNotString } from './shape/task-cpu-memory-not-string';
import { rule as taskCpuRangeEc2 } from './size/task-cpu-range-ec2';
import { rule as taskDefinitionTooLarge } from './shape/task-definition-too-large';
import { rule as taskRoleMissing } from './roles/task-role-missing';
import { rule as templatePlaceholderLeft } from './document/template-placeholder-left';
import { rule as tmpfsInvalid } from './resources/tmpfs-invalid';
import { rule as tooManyContainers } from './shape/too-many-containers';
import { rule as ulimitDuplicate } from './resources/ulimit-duplicate';
import { rule as ulimitIncomplete } from './resources/ulimit-incomplete';
import { rule as ulimitSoftExceedsHard } from './resources/ulimit-soft-exceeds-hard';
import { rule as unknownProperty } from './shape/unknown-property';
import { rule as unknownSourceVolume } from './storage/unknown-source-volume';
import { rule as untrustedRegistry } from './security/untrusted-registry';
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
import { rule as windowsRunsAsAdmin } from './security/windows-runs-as-admin';
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
  awsCredentialsInEnvironment,
  awslogsCreateGroupPermission,
  awslogsGroupNameInvalid,
  awslogsGroupNotCreated,
  awslogsMultilineConflict,
  awslogsRegionInvalid,
  awslogsRegionMismatch,
  awslogsRequiredOptions,
  awslogsStreamPrefix,
  awslogsUnknownOption,
  ...networkingAwsvpcRefused,
  awsvpcHostPortMismatch,
  awsvpcHostPortZero,
  capabilitiesNotDropped,
  capabilitiesWithPrivileged,
  capabilityAddDropConflict,
  capabilityUnknown,
  cfnExecutionRolePermissions,
  cfnGpuSharingUnsupported,
  cfnPropertyName,
  cfnReplacement,
  cfnRequired,
  cfnRoleTrust,
  cfnUniqueItems,
  clusterContainerInsights,
  clusterExecLogging,
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
  containerRunsAsRoot,
  costArm64,
  costEphemeralStorage,
  costOversizedTask,
  credentialSpecsInvalid,
  dangerousCapability,
  dependsOnCompleteEssential,
  dependsOnConditionMissing,
  dependsOnCycle,
  dependsOnDuplicate,
  dependsOnHealthyNoHealthCheck,
  dependsOnUnknownContainer,
  deviceInvalid,
  disableNetworkingWithPorts,
  dnsSearchDomainInvalid,
  dockerHubRateLimit,
  dockerSecurityOptionInvalid,
  dockerSocketMount,
  dockerVolumeDriverMissing,
  dockerVolumeTaskAutoprovision,
  documentRefused,
  duplicateContainerName,
  duplicateEnvironmentName,
  duplicateKey,
  duplicateMountPath,
  duplicateVolumeName,
  ecrRegionMismatch,
  ecrUriMalformed,
  ...storageFileSystemIds,
  ...storageEfsEncryptedOnly,
  ...storageAccessPointRootDirectory,
  ...storageVolumeTaskRole,
  efsRootDirectoryRelative,
  efsTransitEncryptionDisabled,
  emptyCollection,
  environmentAsMap,
  environmentFileArn,
  environmentFileCount,
  environmentFileExtension,
  environmentNameInvalid,
  environmentNameMissing,
  environmentSecretNameAsArn,
  environmentValueNotString,
  ...networkingHostPorts,
  ephemeralStorageNonFargate,
  ephemeralStorageRange,
  execNeedsInitProcess,
  execReadonlyRoot,
  ...rolesExecutionRoleRequired,
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
  fargateSecretPlatform,
  ...fargateTimeouts,
  fargateUlimitNofileRange,
  fargateWindowsSize,
  faultInjectionEnabled,
  faultInjectionNetworkMode,
  firelensConfigFile,
  firelensDependsCondition,
  firelensMultipleRouters,
  firelensOptionUnknown,
  firelensOutputMissing,
  firelensPortExposed,
  firelensRouterEssential,
  firelensRouterMemory,
  firelensRouterMissing,
  firelensRouterOwnDriver,
  firelensRouterUnused,
  firelensS3ConfigFargate,
  fsxIncomplete,
  fsxRequiresWindows,
  gpuMultipleAll,
  gpuSharingConflict,
  gpuValueInvalid,
  healthCheckCmdShellArgs,
  healthCheckCmdShellSyntax,
  healthCheckCommandEmpty,
  healthCheckCommandPrefix,
  healthCheckConsoleString,
  ...healthLimits,
  healthCheckLocalhostIpv6,
  healthCheckMissing,
  healthCheckNoExitCode,
  healthCheckPortNotExposed,
  healthCheckTimeoutExceedsInterval,
  healthCheckToolMissing,
  ...securityHostNamespaces,
  hostModeHostPortMismatch,
  hostModeMultipleCopies,
  hostNetworkRootUser,
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
  interactiveOrTty,
  invalidEnumValue,
  invalidType,
  invalidValue,
  jsonCommentOrTrailingComma,
  jsonFileNoRotation,
  linkInvalid,
  linksCycle,
  linksRequireBridge,
  linuxCpuSharesBounds,
  logBufferSize,
  logDriverLegacy,
  logDriverOptionsMismatch,
  logModeDefault,
  logModeInvalid,
  managedInstancesLogDriver,
  managedInstancesNetworkMode,
  managedInstancesWindows,
  memoryReservationExceedsMemory,
  missingLogConfiguration,
  mountPointPathInvalid,
  mountShadowsApp,
  neuronDeviceInvalid,
  noEssentialContainer,
  noMemoryLimitOnSharedHost,
  noNewPrivileges,
  noneModePortMappings,
  nullMember,
  overrideUnknownContainer,
  placementConstraintInvalid,
  plaintextSecret,
  portMappingConflict,
  portMappingNameDuplicate,
  portRangeAndSinglePort,
  portRangeCount,
  portRangeInvalid,
  portRangeNetworkMode,
  portRangeOverlap,
  privilegedContainer,
  protocolInvalid,
  proxyConfigurationContainer,
  proxyConfigurationNetworkMode,
  proxyConfigurationProperties,
  readOnlyProperty,
  readWriteMountShared,
  readonlyRootFilesystem,
  readonlyRootNoWritablePath,
  repositoryCredentialsEcr,
  repositoryCredentialsInvalid,
  requiredMemberMissing,
  requiresCompatibilitiesConflict,
  requiresCompatibilitiesDuplicate,
  requiresCompatibilitiesMissing,
  reservedPortsQuota,
  restartPolicyEnabledMissing,
  restartPolicyExitCodes,
  ...restartsLimits,
  roleAccountMismatch,
  roleArnInvalid,
  roleArnNotRole,
  roleConfusion,
  runTaskLimits,
  s3BucketAsVolume,
  s3FuseInContainer,
  s3FuseVolumeDriver,
  s3filesLaunchType,
  ...storageLimits,
  sameRoleForTaskAndExecution,
  secretArnSuffix,
  secretCrossAccount,
  secretDynamicReference,
  secretEnvNameCollision,
  secretInValue,
  secretJsonKeyFormat,
  secretNameMissing,
  secretRegionName,
  secretSsmArnSlash,
  secretValueFromInvalid,
  sensitiveHostPath,
  serviceClassicLb,
  serviceConnectPortName,
  serviceConnectTimeout,
  serviceConnectWindows,
  serviceDaemonRules,
  serviceDeploymentPercent,
  serviceDynamicPortHealthCheck,
  serviceEbsInvalid,
  serviceExecTaskRole,
  serviceExternalFeatures,
  serviceFargatePlacement,
  serviceGracePeriodUnused,
  serviceLaunchTypeAndStrategy,
  serviceLoadBalancerContainer,
  serviceLoadBalancerPort,
  serviceNetworkConfigurationMissing,
  serviceNetworkConfigurationMode,
  servicePlatformVersionEc2,
  servicePlatformVersionOld,
  ...servicesPublicIp,
  serviceRegistryPorts,
  serviceRoleWithAwsvpc,
  serviceSubnetLimits,
  serviceTagsPropagation,
  serviceTargetType,
  serviceTaskDefinitionNotFargate,
  serviceVolumeNotConfiguredAtLaunch,
  singleContainerNonEssentialSidecar,
  splunkRequiredOptions,
  splunkTokenPlaintext,
  startTimeoutUnused,
  stopTimeoutDefault,
  swappinessWithoutMaxSwap,
  syntaxError,
  systemControlMultipleContainers,
  systemControlNamespace,
  systemControlNamespaceMode,
  tagsEmpty,
  tagsInvalid,
  tagsMissing,
  ...sizeTaskSizeFormat,
  taskCpuMemoryNotString,
  taskCpuRangeEc2,
  taskDefinitionTooLarge,
  taskRoleMissing,
  templatePlaceholderLeft,
  tmpfsInvalid,
  tooManyContainers,
  ulimitDuplicate,
  ulimitIncomplete,
  ulimitSoftExceedsHard,
  unknownProperty,
  unknownSourceVolume,
  untrustedRegistry,
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
  windowsRunsAsAdmin,
  windowsTaskSizeIgnored,
  windowsUnsupportedParameter,
  windowsUser,
  workingDirectoryAbsolute,
  wrappedTaskDefinition,
];
