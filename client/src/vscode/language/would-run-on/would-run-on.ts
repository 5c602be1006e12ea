import * as vscode from 'vscode';
import type { WouldRunOnParams, WouldRunOnReport } from '../../../../../server/src/lsp/protocol';
import type { Choice, Translate, Ui } from '../../../live/ports';
import { chooseDefinition } from '../choose-definition';
import { documentOf, isServed } from '../documents';
import { applyAt, reveal, toEdits } from '../edits';
import { tellNoDefinition } from '../no-definition';
import type { LanguageServer } from '../server';
import type { Previews } from './previews';
import { type Action, canBeMended, type ReportItem, reportChoices, reportSummary } from './report';

type Target = WouldRunOnParams['target'];

interface Ports {
  readonly server: LanguageServer;
  readonly ui: Ui;
  readonly t: Translate;
  readonly previews: Previews;
}

/** What is asked: which definition of which document should run where. */
interface Question {
  readonly document: vscode.TextDocument;
  readonly index: number;
  readonly name: string;
  readonly target: Target;
  readonly place: string;
}

/** Asks where a definition should run, reports what would have to change, and changes what the user picks, until nothing is left. */
export async function wouldRunOn(ports: Ports, argument: unknown, index: unknown): Promise<void> {
  const question = await ask(ports, argument, index);
  if (!question) return;
  for (;;) {
    const report = await reportOn(ports, question);
    if (!report) return;
    const action = await chooseAction(ports, question, report);
    if (!action || !(await perform(ports, question, report, action))) return;
  }
}

async function ask({ server, ui, t }: Ports, argument: unknown, index: unknown): Promise<Question | undefined> {
  const title = t('Would It Run On…?');
  const document = await documentOf(argument);
  const located = document && isServed(document) ? await server.located(document.uri) : [];
  const found = located
    .map(({ name, range, shape }, index) => ({ name, range, shape, index }))
    // Where a list of containers runs is said elsewhere.
    .filter(({ shape }) => shape !== 'containers');
  if (!document || found.length === 0) {
    await tellNoDefinition(ui, t);
    return undefined;
  }
  const definition = await chooseDefinition(ui, t, title, found, index);
  if (!definition) return undefined;
  const name = definition.name ?? t('The task definition');
  const target = await ui.pick({ title, placeholder: t('Where {0} should run', name) }, Promise.resolve(places(t)));
  if (target.kind !== 'value') return undefined;
  return { document, index: definition.index, name, ...target.value };
}

function places(t: Translate): readonly Choice<Pick<Question, 'target' | 'place'>>[] {
  const place = (target: Target, label: string, description: string) => ({
    label,
    description,
    value: { target, place: label },
  });
  return [
    place('FARGATE', 'Fargate', t('no servers of your own')),
    place('EC2', 'EC2', t('instances of your own cluster')),
    place('EXTERNAL', 'External', t('machines outside AWS, with ECS Anywhere')),
    place('MANAGED_INSTANCES', 'Managed Instances', t('EC2 instances that ECS looks after')),
    place('WINDOWS', 'Windows', t('Windows containers')),
  ];
}

/** Undefined when the user was told why there is nothing to choose from. */
async function reportOn(
  { server, ui, t }: Ports,
  { document, index, name, target, place }: Question,
): Promise<WouldRunOnReport | undefined> {
  const report = await server.wouldRunOn(document.uri, index, target);
  if (report && report.items.length > 0) return report;
  if (report) await ui.inform('info', t('{0} would run on {1} as it stands: nothing has to change.', name, place));
  else await ui.inform('warning', t('The text of {0} cannot be read. Mend its mistakes and ask again.', name));
  return undefined;
}

async function chooseAction(
  { ui, t }: Ports,
  { name, place }: Question,
  report: WouldRunOnReport,
): Promise<Action | undefined> {
  const answer = await ui.pick(
    { title: t('{0} on {1}', name, place), placeholder: reportSummary(report, t) },
    Promise.resolve(reportChoices(report, t)),
  );
  return answer.kind === 'value' ? answer.value : undefined;
}

/** True when the text has changed, so that a new report is due. */
async function perform(ports: Ports, question: Question, report: WouldRunOnReport, action: Action): Promise<boolean> {
  const { document } = question;
  switch (action.kind) {
    case 'apply-all':
      return change(ports, document, report.version, toEdits(report.edits));
    case 'preview':
      return preview(ports, question, report);
    case 'item': {
      const { edits, range } = action.item;
      await reveal(document, report.version, range);
      if (edits) return change(ports, document, report.version, toEdits(edits));
      return explain(ports, document, report, action.item);
    }
  }
}

async function preview(ports: Ports, question: Question, report: WouldRunOnReport): Promise<boolean> {
  const { ui, t, previews } = ports;
  const { document, target, name, place } = question;
  const title = t('{0} on {1} (Preview)', name, place);
  await previews.show(document, `${target} ${question.index}`, report.text, title);
  const apply = t('Apply');
  const answer = await ui.inform('info', t('On the right is {0} as it would run on {1}.', name, place), apply);
  return answer === apply && change(ports, document, report.version, toEdits(report.edits));
}

/** Says what a row is about that cannot be changed by itself, and offers what can be done. */
async function explain(
  ports: Ports,
  document: vscode.TextDocument,
  report: WouldRunOnReport,
  item: ReportItem,
): Promise<boolean> {
  const { ui, t } = ports;
  const [all, more] = [t('Apply All'), t('Read More')];
  const buttons = [...(canBeMended(item) ? [all] : []), ...(item.url === undefined ? [] : [more])];
  const answer = await ui.inform('info', item.message, ...buttons);
  if (answer === all) return change(ports, document, report.version, toEdits(report.edits));
  if (answer === more && item.url !== undefined) await vscode.env.openExternal(vscode.Uri.parse(item.url, true));
  return false;
}

async function change(
  { ui, t }: Ports,
  document: vscode.TextDocument,
  version: number,
  edits: readonly vscode.TextEdit[],
): Promise<boolean> {
  if (await applyAt(document, version, edits)) return true;
  await ui.inform('warning', t('The text has changed since the report was made. Ask again.'));
  return false;
}
