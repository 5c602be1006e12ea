// Generated from the rules' files by `npm run generate`.
import { rule as awslogsRequiredOptions } from './logging/awslogs-required-options';
import { rule as awslogsStreamPrefix } from './logging/awslogs-stream-prefix';
import { rule as awsvpcHostPortMismatch } from './networking/awsvpc-host-port-mismatch';
import { rule as containerCpuMemoryNotInteger } from './shape/container-cpu-memory-not-integer';
import { rule as containerCpuSumExceedsTask } from './size/container-cpu-sum-exceeds-task';
import { rule as containerMemoryExceedsTask } from './size/container-memory-exceeds-task';
import { rule as containerMemoryRequired } from './size/container-memory-required';
import { rule as dependsOnCompleteEssential } from './dependencies/depends-on-complete-essential';
import { rule as dependsOnCycle } from './dependencies/depends-on-cycle';
import { rule as dependsOnHealthyNoHealthCheck } from './dependencies/depends-on-healthy-no-health-check';
import { rule as dependsOnUnknownContainer } from './dependencies/depends-on-unknown-container';
import { rule as documentRefused } from './document/document-refused';
import { rule as duplicateContainerName } from './shape/duplicate-container-name';
import { rule as efsAccessPointRootDirectory } from './storage/efs-access-point-root-directory';
import { rule as efsIamRequiresTransitEncryption } from './storage/efs-iam-requires-transit-encryption';
import { rule as environmentValueNotString } from './shape/environment-value-not-string';
import { rule as ephemeralStorageRange } from './size/ephemeral-storage-range';
import { rule as executionRoleRequiredEcr } from './roles/execution-role-required-ecr';
import { rule as executionRoleRequiredSecrets } from './roles/execution-role-required-secrets';
import { rule as fargateCpuMemoryCombination } from './size/fargate-cpu-memory-combination';
import { rule as fargateCpuRequired } from './size/fargate-cpu-required';
import { rule as fargateHostSourcePath } from './fargate/fargate-host-source-path';
import { rule as fargateLogDriver } from './fargate/fargate-log-driver';
import { rule as fargateNetworkMode } from './fargate/fargate-network-mode';
import { rule as fargatePrivileged } from './fargate/fargate-privileged';
import { rule as firelensRouterMissing } from './logging/firelens-router-missing';
import { rule as healthCheckCommandPrefix } from './health/health-check-command-prefix';
import { rule as imageRequired } from './images/image-required';
import { rule as imageTagLatest } from './images/image-tag-latest';
import { rule as invalidEnumValue } from './shape/invalid-enum-value';
import { rule as invalidType } from './shape/invalid-type';
import { rule as invalidValue } from './shape/invalid-value';
import { rule as linksRequireBridge } from './networking/links-require-bridge';
import { rule as memoryReservationExceedsMemory } from './size/memory-reservation-exceeds-memory';
import { rule as noEssentialContainer } from './shape/no-essential-container';
import { rule as plaintextSecret } from './security/plaintext-secret';
import { rule as portMappingConflict } from './networking/port-mapping-conflict';
import { rule as readOnlyProperty } from './shape/read-only-property';
import { rule as requiredMemberMissing } from './shape/required-member-missing';
import { rule as s3BucketAsVolume } from './storage/s3-bucket-as-volume';
import { rule as secretEnvNameCollision } from './secrets/secret-env-name-collision';
import { rule as secretValueFromInvalid } from './secrets/secret-value-from-invalid';
import { rule as syntaxError } from './document/syntax-error';
import { rule as taskCpuMemoryNotString } from './shape/task-cpu-memory-not-string';
import { rule as unknownProperty } from './shape/unknown-property';
import { rule as unknownSourceVolume } from './storage/unknown-source-volume';
import { rule as windowsUnsupportedParameter } from './platform/windows-unsupported-parameter';
import type { Rule } from './rule';

export const rules: readonly Rule[] = [
  awslogsRequiredOptions,
  awslogsStreamPrefix,
  awsvpcHostPortMismatch,
  containerCpuMemoryNotInteger,
  containerCpuSumExceedsTask,
  containerMemoryExceedsTask,
  containerMemoryRequired,
  dependsOnCompleteEssential,
  dependsOnCycle,
  dependsOnHealthyNoHealthCheck,
  dependsOnUnknownContainer,
  documentRefused,
  duplicateContainerName,
  efsAccessPointRootDirectory,
  efsIamRequiresTransitEncryption,
  environmentValueNotString,
  ephemeralStorageRange,
  executionRoleRequiredEcr,
  executionRoleRequiredSecrets,
  fargateCpuMemoryCombination,
  fargateCpuRequired,
  fargateHostSourcePath,
  fargateLogDriver,
  fargateNetworkMode,
  fargatePrivileged,
  firelensRouterMissing,
  healthCheckCommandPrefix,
  imageRequired,
  imageTagLatest,
  invalidEnumValue,
  invalidType,
  invalidValue,
  linksRequireBridge,
  memoryReservationExceedsMemory,
  noEssentialContainer,
  plaintextSecret,
  portMappingConflict,
  readOnlyProperty,
  requiredMemberMissing,
  s3BucketAsVolume,
  secretEnvNameCollision,
  secretValueFromInvalid,
  syntaxError,
  taskCpuMemoryNotString,
  unknownProperty,
  unknownSourceVolume,
  windowsUnsupportedParameter,
];
