import {
  architectureWords,
  linuxImages,
  linuxWords,
  windowsRegistry,
  windowsVersion,
  windowsWords,
} from '../data/image-words';
import { parseImage } from './container';
import type { TaskDefinition } from './task-definition';

/** The processor that an image's name tells; undefined where it tells none, or several. */
export function architectureIn(image: string): 'ARM64' | 'X86_64' | undefined {
  const { repository, tag = '' } = parseImage(image);
  const name = `${repository}:${tag}`;
  const arm = architectureWords.ARM64.test(name);
  if (arm === architectureWords.X86_64.test(name)) return undefined;
  return arm ? 'ARM64' : 'X86_64';
}

/** The operating system that an image's name tells; undefined where it tells none. */
export function systemIn(image: string): 'WINDOWS' | 'LINUX' | undefined {
  const { host, repository, tag = '' } = parseImage(image);
  const microsoft = host === windowsRegistry.host && repository.startsWith(windowsRegistry.repository);
  if (microsoft || windowsWords.test(`${repository}:${tag}`)) return 'WINDOWS';
  const official = host === undefined ? repository : repository.replace(/^docker\/library\/|^amazonlinux\//, '');
  return linuxImages.has(official) || linuxWords.test(tag) ? 'LINUX' : undefined;
}

/** The family of Windows Server Core with an image's base; Windows Server 2022 where the tag does not say. */
export function windowsFamilyFor(image: string): string {
  const year = windowsVersion.exec(parseImage(image).tag ?? '')?.[1];
  return `WINDOWS_SERVER_${year === '2019' || year === '2025' ? year : '2022'}_CORE`;
}

/** True where a placement constraint chooses Windows instances, as definitions without a platform do. */
export function namesWindows({ placementConstraints }: TaskDefinition): boolean {
  return placementConstraints.items.some(({ expression }) => /windows/i.test(expression.literal ?? ''));
}
