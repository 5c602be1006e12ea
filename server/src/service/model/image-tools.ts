import { distroless, type ImageTool, imageTools } from '../data/image-tools';
import { parseImage } from './container';
import { officialName } from './official-image';

/** The programs that an image certainly lacks as it comes. */
export function toolsLackedBy(image: string): readonly ImageTool[] {
  const { host, repository, tag = '' } = parseImage(image);
  if (host === distroless.host && repository.startsWith(distroless.repository))
    return distroless.debug.test(tag) ? ['curl'] : ['curl', 'wget'];
  const name = officialName(image);
  const row = imageTools.find((row) => name !== undefined && row.names.includes(name) && row.tag?.test(tag) !== false);
  return row?.lacks ?? [];
}
