import { type Container, parseImage } from './container';
import type { Field } from './field';
import { parseArn, parseEcrHost, partitionOf } from './resource-names';
import { roleIn } from './roles';
import type { TaskDefinition } from './task-definition';

/** A region that something outside of the task is in. */
export interface NamedRegion {
  readonly region: string;
  readonly place: Field<string>;
  /** For a message. */
  readonly what: string;
}

/** The regions of images of the task's own account, of secrets and of file systems, as their names tell. */
export function namedRegions(task: TaskDefinition): readonly NamedRegion[] {
  const { containerDefinitions, volumes, executionRoleArn, taskRoleArn } = task;
  // Registries of others, such as those of AWS, are in the regions of their owners.
  const accounts = new Set([executionRoleArn, taskRoleArn].map((role) => roleIn(role)?.account));
  const ofContainers = containerDefinitions.items.flatMap((container) => [
    ofImage(container, accounts),
    ...[...container.secrets.items, ...container.logConfiguration.secretOptions.items].map(({ valueFrom }) =>
      ofArn(valueFrom, 'the secret'),
    ),
    ofArn(container.repositoryCredentials.credentialsParameter, 'the secret'),
  ]);
  const ofVolumes = volumes.items.map(({ s3filesVolumeConfiguration }) =>
    ofArn(s3filesVolumeConfiguration.fileSystemArn, 'the file system'),
  );
  return [...ofContainers, ...ofVolumes].flatMap(({ region = '', ...rest }) =>
    partitionOf(region) ? [{ region, ...rest }] : [],
  );
}

function ofImage({ image }: Container, accounts: ReadonlySet<string | undefined>) {
  const registry = parseEcrHost(parseImage(image.literal ?? '').host ?? '');
  return { place: image, what: 'the image', region: accounts.has(registry?.account) ? registry?.region : undefined };
}

function ofArn(place: Field<string>, what: string) {
  return { place, what, region: parseArn(place.literal ?? '')?.region };
}
