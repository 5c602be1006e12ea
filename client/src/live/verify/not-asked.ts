import type { Json } from '../change';
import type { Asking, CheckId, Question } from './check';
import { objectAt, objectsAt, textAt, type Written } from './written';

/** What a definition names besides, and nobody is asked about: it is said, so that it does not look checked. */
export function notAsked(definition: Written<Json>, asking: Asking): readonly Question[] {
  const systems = objectsAt(definition, 'volumes').flatMap((volume) =>
    ['efsVolumeConfiguration', 'fsxWindowsFileServerVolumeConfiguration'].flatMap(
      (kind) => textAt(objectAt(volume, kind), 'fileSystemId') ?? [],
    ),
  );
  const files = objectsAt(definition, 'containerDefinitions').flatMap((container) =>
    objectsAt(container, 'environmentFiles').flatMap((file) => textAt(file, 'value') ?? []),
  );
  const { t } = asking;
  return [
    ...systems.map((it) => told('file-system', it, t('File system {0}', it.value), asking)),
    ...files.map((it) => told('environment-file', it, t('Environment file {0}', it.value), asking)),
  ];
}

function told(id: CheckId, { path }: Written<string>, about: string, { t }: Asking): Question {
  const sentence = t('{0} was not checked: Taskdef does not ask where it is kept.', about);
  return { id, path, about, ask: async () => [{ state: 'skipped', sentence }] };
}
