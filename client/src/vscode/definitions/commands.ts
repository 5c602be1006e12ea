import { revisionName, shortName } from '../../live/definitions/revision-name';
import { previousRevision, readRevision, revisionChoices } from '../../live/definitions/revisions';
import type { Translate, Ui } from '../../live/ports';
import type { RevisionDetails } from '../../live/records';
import type { TreeNode } from '../../live/tree/node';
import type { Handler } from '../commands/registry';
import type { Connections } from '../connection/connections';
import { openNew } from '../language/new-definition';
import type { LanguageServer } from '../language/server';
import type { Comparisons, Side } from './comparisons';
import type { RevisionDocuments, Syntax } from './documents';
import { familyFile, familyInEditor, showFile, sideOf } from './family-file';
import type { DefinitionsView } from './view';

/** What the commands of the view Task Definitions work with. */
export interface DefinitionPorts {
  readonly ui: Ui;
  readonly t: Translate;
  readonly connections: Pick<Connections, 'gateway'>;
  readonly server: LanguageServer;
  readonly definitions: DefinitionsView;
  readonly revisions: RevisionDocuments;
  readonly comparisons: Comparisons;
}

/** The commands of the view by id; `live` is the gate before those that reach AWS, `nodeOf` the row that a menu passes. */
export function definitionHandlers(
  ports: DefinitionPorts,
  live: (handler: Handler) => Handler,
  nodeOf: (argument: unknown) => TreeNode | undefined,
): Readonly<Record<string, Handler>> {
  const { definitions } = ports;
  /** On a row of a revision, or on an ARN. */
  const onRevision = (work: (ports: DefinitionPorts, details: RevisionDetails) => Promise<unknown>): Handler =>
    live(async (argument) => {
      const arn = typeof argument === 'string' ? argument : nodeOf(argument)?.arn;
      if (arn === undefined) return undefined;
      return work(ports, await readRevision(arn, await ports.connections.gateway(), ports.t));
    });
  return {
    'taskdef.definitions.refresh': live(async () => definitions.refresh()),
    'taskdef.family.refresh': live(async (argument) => {
      const node = nodeOf(argument);
      if (node) definitions.refreshNode(node);
    }),
    'taskdef.family.openFile': async (argument) => openFile(ports, nodeOf(argument)),
    'taskdef.family.reveal': live((argument) => reveal(ports, argument)),
    'taskdef.family.compare': live((argument) => compareFileWithRevision(ports, argument)),
    'taskdef.revision.open': onRevision(({ revisions }, it) => revisions.open(it, 'json')),
    'taskdef.revision.openYaml': onRevision(({ revisions }, it) => revisions.open(it, 'yaml')),
    'taskdef.revision.comparePrevious': onRevision(compareWithPrevious),
    'taskdef.revision.compare': onRevision(compareWithChosen),
    'taskdef.revision.compareFile': onRevision(compareWithFile),
    'taskdef.revision.editAsNew': onRevision(editAsNew),
  };
}

async function openFile(ports: DefinitionPorts, node: TreeNode | undefined): Promise<void> {
  const family = (node?.arn && revisionName(node.arn)?.family) ?? node?.label;
  const file = family && (await familyFile(ports, family));
  if (file) await showFile(file);
}

async function reveal(ports: DefinitionPorts, argument: unknown): Promise<void> {
  const { ui, t, definitions } = ports;
  const found = await familyInEditor(ports, t('Reveal in Task Definitions'), argument);
  if (!found || (await definitions.reveal(found.family))) return;
  await ui.inform('info', t('{0} has no active revision in this account and region.', found.family));
}

async function compareFileWithRevision(ports: DefinitionPorts, argument: unknown): Promise<void> {
  const { ui, t, connections, comparisons } = ports;
  const title = t('Compare with Registered Revision');
  const found = await familyInEditor(ports, title, argument);
  if (!found) return;
  const gateway = await connections.gateway();
  const arn = await ui.pick(
    { title, placeholder: t('Which revision of {0}', found.family) },
    revisionChoices(found.family, gateway, t),
  );
  if (arn.kind !== 'value') return;
  await comparisons.show(side(await readRevision(arn.value, gateway, t)), found.side);
}

async function compareWithPrevious(ports: DefinitionPorts, details: RevisionDetails): Promise<void> {
  const { ui, t, connections, comparisons } = ports;
  const previous = await previousRevision(details, await connections.gateway());
  if (previous) await comparisons.show(side(previous), side(details));
  else await ui.inform('info', t('There is no revision before {0}.', shortName(details.arn)));
}

async function compareWithChosen(ports: DefinitionPorts, details: RevisionDetails): Promise<void> {
  const { ui, t, connections, comparisons } = ports;
  const gateway = await connections.gateway();
  const other = await ui.pick(
    { title: t('Compare {0}', shortName(details.arn)), placeholder: t('With which revision') },
    revisionChoices(details.family, gateway, t, details.arn),
  );
  if (other.kind !== 'value') return;
  const [older, newer] = [await readRevision(other.value, gateway, t), details].toSorted(
    (a, b) => a.revision - b.revision,
  );
  if (older && newer) await comparisons.show(side(older), side(newer));
}

async function compareWithFile(ports: DefinitionPorts, details: RevisionDetails): Promise<void> {
  const isWhole = ({ shape }: { readonly shape: string }): boolean => shape === 'plain' || shape === 'wrapped';
  const file = await familyFile(ports, details.family, isWhole);
  const right = file && (await sideOf(ports, file));
  if (right) await ports.comparisons.show(side(details), right);
}

async function editAsNew(ports: DefinitionPorts, details: RevisionDetails): Promise<void> {
  const { ui, t, revisions } = ports;
  const syntax = await ui.pick<Syntax>(
    { title: t('Edit {0} as New', shortName(details.arn)), placeholder: t('JSON or YAML') },
    Promise.resolve([
      { label: 'JSON', value: 'json' },
      { label: 'YAML', value: 'yaml' },
    ]),
  );
  if (syntax.kind !== 'value') return;
  await openNew(details.family, syntax.value, await revisions.textOf(details, syntax.value));
}

function side({ arn, definition }: RevisionDetails): Side {
  return { name: shortName(arn), definition };
}
