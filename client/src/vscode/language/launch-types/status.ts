import * as vscode from 'vscode';
import type { LocatedInfo } from '../../../../../server/src/lsp/protocol';
import type { Translate } from '../../../live/ports';
import { documentSelector } from '../documents';
import { launchTypesDetail, launchTypesText } from './words';

export interface LaunchTypesStatus extends vscode.Disposable {
  /** Tells what the definitions of the active editor are for; nothing where there are none. */
  show(found: readonly LocatedInfo[]): void;
}

/** The language status item that says which launch types a definition is checked for, and changes it. */
export function createLaunchTypesStatus(t: Translate): LaunchTypesStatus {
  let item: vscode.LanguageStatusItem | undefined;
  const hide = (): void => {
    item?.dispose();
    item = undefined;
  };
  return {
    show(found) {
      if (found.length === 0) return hide();
      // One item while there is something to tell: a new one for each text would flicker.
      item ??= vscode.languages.createLanguageStatusItem('taskdef.launchTypes', documentSelector);
      Object.assign(item, contentOf(found, t));
    },
    dispose: hide,
  };
}

function contentOf(found: readonly LocatedInfo[], t: Translate) {
  const isListed = found.every(({ launchTypes }) => launchTypes.source === 'file');
  const [text, detail] = [launchTypesText(found, t), launchTypesDetail(found, t)];
  return {
    name: t('ECS Launch Types'),
    text,
    detail,
    accessibilityInformation: { label: [text, detail].filter(Boolean).join('. ') },
    command: { command: 'taskdef.setLaunchTypes', title: isListed ? t('Show List') : t('Set…') },
  } satisfies Partial<vscode.LanguageStatusItem>;
}
