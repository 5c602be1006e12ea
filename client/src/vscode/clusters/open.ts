import * as vscode from 'vscode';
import { consoleDomains } from '../../../../server/src/service/data/console-domains';
import { describeCommand } from '../../live/find/cli-command';
import { consolePage } from '../../live/find/console';
import type { Connection, Translate, Ui } from '../../live/ports';
import type { TreeNode } from '../../live/tree/node';

/** Opens the page of a row's thing in the AWS console, or says that there is none. */
export async function openInConsole({ arn, clusterArn, label }: TreeNode, ui: Ui, t: Translate): Promise<void> {
  const page = arn === undefined ? undefined : consolePage(arn, clusterArn, consoleDomains);
  if (page === undefined) await ui.inform('info', t('The AWS console has no page for {0}.', label));
  else await vscode.env.openExternal(vscode.Uri.parse(page));
}

/** Opens what a row's thing serves, as a load balancer does. */
export async function openInBrowser({ url }: TreeNode): Promise<void> {
  if (url !== undefined && /^https?:\/\//i.test(url)) await vscode.env.openExternal(vscode.Uri.parse(url));
}

/** Copies the AWS CLI's command that describes a row's thing, or says that there is none. */
export async function copyCliCommand(
  { arn, clusterArn, label }: TreeNode,
  connection: Pick<Connection, 'profile' | 'endpoint'>,
  ui: Ui,
  t: Translate,
): Promise<void> {
  const command = arn === undefined ? undefined : describeCommand(arn, clusterArn, connection);
  if (command === undefined) await ui.inform('info', t('The AWS CLI has no command that describes {0}.', label));
  else await ui.copy(command);
}
