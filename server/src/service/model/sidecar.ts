import { sidecarImages, sidecarNames } from '../data/sidecars';
import { type Container, parseImage } from './container';

/** True for a container that is known to help others: by its name, or by its image. */
export function isSidecar({ name, image }: Pick<Container, 'name' | 'image'>): boolean {
  if (sidecarNames.has(name.literal ?? '')) return true;
  return image.literal !== undefined && sidecarImages.has(parseImage(image.literal).repository);
}
