import { parseImage } from './container';
import type { Field } from './field';
import { parseArn, parseEcrHost, partitionOf } from './resource-names';
import type { TaskDefinition } from './task-definition';

/** A region that something outside of the task is in. */
export interface NamedRegion {
  readonly region: string;
  readonly place: Field<string>;
  /** For a message. */
  readonly what: string;
}

/** The regions of images, secrets and file systems, as their names tell. */
export function namedRegions({ containerDefinitions, volumes }: TaskDefinition): readonly NamedRegion[] {
  const ofContainers = containerDefinitions.items.flatMap(
    ({ image, secrets, logConfiguration, repositoryCredentials }) => [
      { place: image, what: 'the image', region: parseEcrHost(parseImage(image.literal ?? '').host ?? '')?.region },
      ...[...secrets.items, ...logConfiguration.secretOptions.items].map(({ valueFrom }) =>
        ofArn(valueFrom, 'the secret'),
      ),
      ofArn(repositoryCredentials.credentialsParameter, 'the secret'),
    ],
  );
  const ofVolumes = volumes.items.map(({ s3filesVolumeConfiguration }) =>
    ofArn(s3filesVolumeConfiguration.fileSystemArn, 'the file system'),
  );
  return [...ofContainers, ...ofVolumes].flatMap(({ region = '', ...rest }) =>
    partitionOf(region) ? [{ region, ...rest }] : [],
  );
}

function ofArn(place: Field<string>, what: string) {
  return { place, what, region: parseArn(place.literal ?? '')?.region };
}
