import type * as vscode from 'vscode';
import type { LocatedInfo } from '../../../../../server/src/lsp/protocol';
import type { Choice, Translate, Ui } from '../../../live/ports';
import { chooseDefinition } from '../choose-definition';
import { documentOf, isServed } from '../documents';
import { reveal } from '../edits';
import { tellNoDefinition } from '../no-definition';
import type { LanguageServer } from '../server';
import { launchTypesFor, setLaunchTypesFor } from './setting';

/** Asks which launch types a file's definitions are for and keeps the answer in the settings; shows the list where the file has one. */
export async function setLaunchTypes(server: LanguageServer, ui: Ui, t: Translate, argument: unknown): Promise<void> {
  const document = await documentOf(argument);
  const version = document?.version ?? 0;
  const found = document && isServed(document) ? await server.located(document.uri) : [];
  if (!document || found.length === 0) {
    await tellNoDefinition(ui, t);
    return;
  }
  if (found.every(({ launchTypes }) => launchTypes.source === 'file')) {
    await showList(ui, t, document, version, found);
    return;
  }
  if (found.some(({ launchTypes }) => launchTypes.source === 'configuration')) {
    await ui.inform('info', t('A .taskdef.json sets the launch types of this file, and comes before the settings.'));
    return;
  }
  if (document.isUntitled) {
    await ui.inform('warning', t('Launch types are set for a file. Save this one and try again.'));
    return;
  }
  const chosen = await ask(ui, t, document);
  if (chosen) await setLaunchTypesFor(document, chosen);
}

async function showList(
  ui: Ui,
  t: Translate,
  document: vscode.TextDocument,
  version: number,
  found: readonly LocatedInfo[],
): Promise<void> {
  const named = found.map(({ name, range, launchTypes }, index) => ({ name, range, index, launchTypes }));
  const chosen = await chooseDefinition(ui, t, t('Launch Types'), named, undefined);
  if (chosen?.launchTypes.source === 'file') await reveal(document, version, chosen.launchTypes.range);
}

/** Undefined when the user changed their mind. */
async function ask(ui: Ui, t: Translate, document: vscode.TextDocument): Promise<readonly string[] | undefined> {
  const set = launchTypesFor(document);
  const file = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
  const answer = await ui.pickMany(
    {
      title: t('Launch Types of {0}', file),
      placeholder: t('What it is for, as it does not say so itself'),
    },
    Promise.resolve(choices(t).map((choice) => ({ ...choice, picked: set.includes(choice.value) }))),
  );
  return answer.kind === 'value' ? answer.value : undefined;
}

function choices(t: Translate): readonly Choice<string>[] {
  const choice = (value: string, detail: string) => ({ label: value, detail, value });
  return [
    choice('FARGATE', t('AWS runs the tasks; there are no instances of yours.')),
    choice('EC2', t('The tasks run on instances that you keep in the cluster.')),
    choice('EXTERNAL', t('The tasks run on machines outside AWS, with ECS Anywhere.')),
    choice('MANAGED_INSTANCES', t('The tasks run on EC2 instances that ECS looks after.')),
  ];
}
