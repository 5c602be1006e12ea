import type { StopGroup } from './cause';
import { connectivityPage, denied, executionRolePage, reach, unreachable } from './words';

const filesPage = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/use-environment-file.html';
const efsPage = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/efs-best-practices.html';
const mountPage = 'https://docs.aws.amazon.com/efs/latest/ug/troubleshooting-efs-mounting.html';
const ebsPage = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/troubleshoot-ebs-volumes-scenarios.html';

/**
 * Files and volumes that a task needs before it starts.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html
 */
export const storageCauses: readonly StopGroup[] = [
  {
    begins: /^ResourceInitializationError: (?:\S+ ){0,8}?failed to download env(?:ironment)? files/i,
    causes: [
      {
        id: 'environment-file-denied',
        severity: 'error',
        says: denied,
        sentence: 'The environment file of {container} may not be read, or is not there.',
        fix: 'Check the ARN, and allow the execution role s3:GetObject on the object and s3:GetBucketLocation on its bucket.',
        url: filesPage,
        at: 'environment-file',
      },
      {
        id: 'environment-file-missing',
        severity: 'error',
        says: /StatusCode: 404|NoSuchKey|NoSuchBucket|NotFound|not found/i,
        sentence: 'The environment file of {container} is not there.',
        fix: 'Check bucket and key in the ARN, and put the file there.',
        url: filesPage,
        at: 'environment-file',
      },
      {
        id: 'environment-file-unreachable',
        severity: 'error',
        says: unreachable,
        sentence: 'There is no way from the task to Amazon S3, which holds the environment file of {container}.',
        fix: `${reach} The endpoint is s3.`,
        url: connectivityPage,
        at: 'environment-file',
      },
      {
        id: 'environment-file',
        severity: 'error',
        sentence: 'The environment file of {container} could not be read.',
        fix: 'It has to end with .env and hold lines of the form NAME=value.',
        url: filesPage,
        at: 'environment-file',
      },
    ],
  },
  {
    begins: /^ResourceInitializationError: (?:\S+ ){0,8}?failed to invoke EFS utils/i,
    causes: [
      {
        id: 'efs-denied',
        severity: 'error',
        says: /access denied by server|AccessDenied|is not authorized to perform/i,
        sentence: 'The file system refuses the task.',
        fix: 'With IAM on, the task role needs elasticfilesystem:ClientMount (and ClientWrite); check the policy of the file system and the access point too.',
        url: efsPage,
        at: 'efs',
      },
      {
        id: 'efs-not-found',
        severity: 'error',
        says: /Failed to resolve/i,
        sentence: 'The file system has no address in the VPC of the task.',
        fix: 'Check fileSystemId, give the file system a mount target in the zone of the task, and turn on DNS resolution and host names of the VPC.',
        url: mountPage,
        at: 'efs',
      },
      {
        id: 'efs-directory-missing',
        severity: 'error',
        says: /server: No such file or directory/i,
        sentence: 'The directory that is mounted is not in the file system.',
        fix: 'Make the directory first, correct rootDirectory, or use an access point that makes it.',
        url: mountPage,
        at: 'efs-directory',
      },
      {
        id: 'efs-unreachable',
        severity: 'error',
        says: /time(?:d )?out|mount system call failed|connection (?:reset|refused)/i,
        sentence: 'There is no way from the task to the file system.',
        fix: "Let the mount target's security group take TCP 2049 from that of the task, and let the task's go out there.",
        url: mountPage,
        at: 'efs',
      },
      {
        id: 'efs',
        severity: 'error',
        sentence: 'The file system could not be mounted.',
        fix: 'Check fileSystemId, its mount targets and their security groups, and the task role where IAM is on.',
        url: efsPage,
        at: 'efs',
      },
    ],
  },
  {
    begins: /^CannotCreateVolumeError\b/i,
    causes: [
      {
        id: 'volume',
        severity: 'error',
        sentence: 'A volume of the task could not be made.',
        fix: 'Check the volume and its driver, or what is mounted from elsewhere.',
        url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cannot-create-volume.html',
        at: 'volume',
      },
    ],
  },
  {
    begins:
      /^(?:\w+: )?ECS (?:was unable to assume the configured ECS Infrastructure Role|(?:timed out while configuring|failed to set up) the EBS volume)/i,
    causes: [
      {
        id: 'ebs-role',
        severity: 'error',
        says: /Infrastructure Role/i,
        sentence: 'ECS may not act for you to attach the EBS volume.',
        fix: 'Let the infrastructure role trust ecs.amazonaws.com, and give it AmazonECSInfrastructureRolePolicyForVolumes.',
        url: ebsPage,
        at: 'launch-volume',
      },
      {
        id: 'ebs-timeout',
        severity: 'error',
        says: /timed out while configuring/i,
        sentence: 'The EBS volume was not ready in time.',
        fix: 'Check that its file system fits the operating system, and is that of the snapshot where it comes from one.',
        url: ebsPage,
        at: 'launch-volume',
      },
      {
        id: 'ebs',
        severity: 'error',
        sentence: 'The EBS volume could not be attached.',
        fix: 'Check size, type, snapshot and KMS key of the volume, and what the infrastructure role may do.',
        url: ebsPage,
        at: 'launch-volume',
      },
    ],
  },
  {
    begins: /^Timeout waiting for EphemeralStorage provisioning to complete/i,
    causes: [
      {
        id: 'ephemeral-storage-timeout',
        severity: 'warning',
        sentence: 'The storage of the task was not ready in time.',
        fix: 'Run the task again; this passes by itself.',
        url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-storage.html',
        at: 'ephemeral-storage',
      },
    ],
  },
  {
    begins: /^(?:\w+: )?ECS was unable to assume the role\b/i,
    causes: [
      {
        id: 'role-not-assumed',
        severity: 'error',
        sentence: 'ECS could not take on a role of the task.',
        fix: 'Check that the role exists, trusts ecs-tasks.amazonaws.com, and that you may pass it (iam:PassRole). A new role takes some seconds.',
        url: executionRolePage,
        at: 'role',
      },
    ],
  },
];
