import { type Container, parseImage } from './container';
import { baseName } from './file-uri';
import type { TaskDefinition } from './task-definition';

/** A name for a container without one: that of its image. Undefined when the image tells none. */
export function nameFromImage({ image }: Container): string | undefined {
  return image.literal ? asName(parseImage(image.literal).repository.split('/').at(-1) ?? '') : undefined;
}

/** A family for a definition without one: the name of its first container, or else of its file. */
export function proposedFamily({ containerDefinitions }: TaskDefinition, uri: string): string {
  const first = asName(containerDefinitions.items[0]?.name.literal ?? '');
  const file = baseName(uri).replace(/\.[^.]+$/, '');
  return first ?? asName(file.replace(/[._-]*(?:ecs-)?task-?def(?:inition)?[._-]*/i, '-')) ?? 'app';
}

/** The text without the characters that no name of ECS holds. */
function asName(text: string): string | undefined {
  return (
    text
      .replace(/[^A-Za-z0-9_-]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 255) || undefined
  );
}
