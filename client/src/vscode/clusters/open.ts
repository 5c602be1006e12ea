import * as vscode from 'vscode';
import { consoleDomains } from '../../../../server/src/service/data/console-domains';
import { partitionOf } from '../../../../server/src/service/model/resource-names';
import { describeCommand, familyCommand } from '../../live/find/cli-command';
import { consolePage, familyPage } from '../../live/find/console';
import type { Connection, Translate, Ui } from '../../live/ports';
import type { TreeNode } from '../../live/tree/node';

/** Opens the page of a row's thing in the AWS console, or says that there is none. */
export async function openInConsole(
  { arn, clusterArn, label, context }: TreeNode,
  { region }: Partial<Connection>,
  ui: Ui,
  t: Translate,
): Promise<void> {
  const ofFamily = context === 'family' && region !== undefined;
  const page = ofFamily
    ? familyPage(label, { region, partition: partitionOf(region) }, consoleDomains)
    : arn && consolePage(arn, clusterArn, consoleDomains);
  if (!page) await ui.inform('info', t('The AWS console has no page for {0}.', label));
  else await vscode.env.openExternal(vscode.Uri.parse(page));
}

/** Opens what a row's thing serves, as a load balancer does. */
export async function openInBrowser({ url }: TreeNode): Promise<void> {
  if (url !== undefined && /^https?:\/\//i.test(url)) await vscode.env.openExternal(vscode.Uri.parse(url));
}

/** Copies the AWS CLI's command that describes a row's thing, or says that there is none. */
export async function copyCliCommand(
  { arn, clusterArn, label, context }: TreeNode,
  connection: Partial<Connection>,
  ui: Ui,
  t: Translate,
): Promise<void> {
  const { region } = connection;
  const ofFamily = context === 'family' && region !== undefined;
  const command = ofFamily
    ? familyCommand(label, { ...connection, region })
    : arn && describeCommand(arn, clusterArn, connection);
  if (!command) await ui.inform('info', t('The AWS CLI has no command that describes {0}.', label));
  else await ui.copy(command);
}
