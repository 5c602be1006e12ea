// Runs inside the extension host in Restricted Mode.
import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { TreeNode } from '../../../client/src/live/tree/node';
import { runTests } from '../../support/workbench/host-tests';
import { manifestCommands, rowsOfMenu } from './command-arguments';
import { pause } from './host';
import { said } from './refusals';

/** What does not reach AWS: it works on files, on what is shown already, on settings and on the log. */
const local: ReadonlySet<string> = new Set([
  'taskdef.target.edit',
  'taskdef.newTaskDefinition',
  'taskdef.wouldRunOn',
  'taskdef.convert',
  'taskdef.setLaunchTypes',
  'taskdef.copyArn',
  'taskdef.copyName',
  'taskdef.copyCliCommand',
  'taskdef.clusters.clearFilter',
  'taskdef.clusters.hideEmpty',
  'taskdef.clusters.showEmpty',
  'taskdef.favourite.add',
  'taskdef.favourite.remove',
  'taskdef.openInConsole',
  'taskdef.openInBrowser',
  'taskdef.activity.stopWatching',
  'taskdef.activity.remove',
  'taskdef.activity.clearFinished',
  'taskdef.signIn.copy',
  'taskdef.stopFinding.dismiss',
  'taskdef.family.openFile',
  'taskdef.audit.show',
  'taskdef.log.show',
  'taskdef.server.restart',
]);

export const run = () =>
  runTests(
    Object.fromEntries(
      manifestCommands().map((id) => [
        local.has(id) ? `${id} works, without AWS` : `${id} is refused`,
        async () => {
          assert.equal(vscode.workspace.isTrusted, false);
          const told = await Promise.race([said(id, await argumentOf(id)), pause(2_000).then(() => '')]);
          await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
          assert.equal(/not trusted/.test(told), !local.has(id), told);
        },
      ]),
    ),
  );

/** As a caller could pass it who has never seen the views: a row of everything, or a file. */
async function argumentOf(id: string): Promise<unknown> {
  if (rowsOfMenu(id).length === 0) return (await vscode.workspace.findFiles('web.task-definition.json'))[0];
  const clusterArn = 'arn:aws:ecs:us-east-1:111122223333:cluster/shop';
  const row: TreeNode = {
    id: clusterArn,
    label: 'web',
    icon: { name: 'circle' },
    accessibleLabel: 'Service web',
    context: 'service',
    arn: 'arn:aws:ecs:us-east-1:111122223333:service/shop/web',
    clusterArn,
  };
  return row;
}
