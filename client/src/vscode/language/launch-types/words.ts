import type { LaunchTypesInfo, LocatedInfo } from '../../../../../server/src/lsp/protocol';
import type { Translate } from '../../../live/ports';

/** What a file's definitions are for, in a line: of those that list no launch types, where there are any. */
export function launchTypesText(found: readonly LocatedInfo[], t: Translate): string {
  const all = found.map(({ launchTypes }) => launchTypes);
  const open = all.filter(({ source }) => source !== 'file');
  const about = open.length > 0 ? open : all;
  const names = [...new Set(about.flatMap((it) => namesOf(it)))].join(', ');
  switch (about.find(({ source }) => source !== 'none')?.source) {
    case 'file':
      return t('Launch types: {0} (from the file)', names || t('none'));
    case 'client':
      return t('Launch types: {0} (set in settings)', names);
    case 'configuration':
      return t('Launch types: {0} (set in .taskdef.json)', names);
    case 'services':
      return t('Launch types: {0} (from services in the workspace)', names);
    default:
      return t('Launch types: not stated');
  }
}

/** What each definition of a file with several is for. */
export function launchTypesDetail(found: readonly LocatedInfo[], t: Translate): string {
  if (found.length < 2) return '';
  return found
    .map(({ name, launchTypes }) => {
      const names = namesOf(launchTypes).join(', ') || t('not stated');
      return t('{0}: {1}', name ?? t('(no family)'), names);
    })
    .join(' · ');
}

function namesOf(info: LaunchTypesInfo): readonly string[] {
  return info.source === 'none' ? [] : info.names.map((name) => name ?? '…');
}
