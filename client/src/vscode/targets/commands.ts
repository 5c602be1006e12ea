import type { Outcome } from '../../live/deploy/input';
import type { Target } from '../../live/deploy/target';
import type { TargetProblem } from '../../live/targets/read';
import type { Handler } from '../commands/registry';
import { documentOf } from '../language/documents';
import { type DefinitionToRun, definitionToRun, namedDefinition } from '../language/target';
import { askForTarget } from './ask';
import { chooseTarget } from './choose';
import { revealTarget } from './setting';
import type { Aim } from './store';
import { type UsePorts, useTarget } from './use';

/** The commands that deploy files, by id; `changing` is the gate before what changes something in AWS, `live` before what reads. */
export function targetHandlers(
  ports: UsePorts,
  live: (handler: Handler) => Handler,
  changing: (handler: Handler) => Handler,
): Readonly<Record<string, Handler>> {
  const { server, ui, t, targets } = ports;
  /** Arguments are the document's URI, which of its definitions, and the name of a target: CodeLenses have them all. */
  const on = (
    title: string,
    work: (definition: DefinitionToRun, name: unknown, isActive: boolean) => Promise<unknown>,
  ): Handler =>
    changing(async (argument, index, name) => {
      const definition = await definitionToRun(server, ui, t, title, argument, index);
      return definition && work(definition, name, argument === undefined);
    });
  return {
    'taskdef.registerAndRun': on(t('Register and Run Task'), (it, name) => deploy(it, 'run', name, ports)),
    'taskdef.deploy': on(t('Deploy to Service'), (it, name) => deploy(it, 'service', name, ports)),
    // The key and the status bar are about the target that the status bar shows.
    'taskdef.target.deploy': on(t('Deploy to Target'), (it, name, isActive) =>
      deploy(it, undefined, isActive ? targets.inUse(aimOf(it))?.name : name, ports),
    ),
    'taskdef.target.new': on(t('New Target'), (it) => deployToNew(it, undefined, ports)),
    'taskdef.target.choose': live(async (argument, index) => {
      const definition = await namedDefinition(server, ui, t, t('Choose Target'), argument, index);
      return definition && choose(definition, ports);
    }),
    'taskdef.target.edit': async (argument) => {
      const document = await documentOf(argument);
      await revealTarget(document && targets.folder(document.uri), undefined);
    },
  };
}

/** Of what is known the target that is named, the only one, or the chosen one; else a new one. */
async function deploy(
  definition: DefinitionToRun,
  kind: Target['kind'] | undefined,
  name: unknown,
  ports: UsePorts,
): Promise<Outcome | undefined> {
  const { targets, ui, t } = ports;
  const aim = aimOf(definition);
  const all = targets.of(aim).filter((it) => kind === undefined || it.kind === kind);
  const inUse = targets.inUse(aim);
  const named = all.find((it) => it.name === name);
  // A key or a line above the definition may be older than the settings: no other target is meant.
  if (!named && typeof name === 'string') {
    void ui.inform('error', t('There is no target {0} for {1} any more.', name, aim.family));
    return undefined;
  }
  const [only, ...others] = all;
  const known = named ?? (others.length === 0 ? only : undefined);
  if (known) return useTarget(definition, known, ports);
  if (!only) {
    const problems = targets.problems(definition.uri);
    return problems.length > 0 ? tellProblems(definition, problems, ports) : deployToNew(definition, kind, ports);
  }
  const title = kind === 'run' ? t('Run {0}', aim.family) : t('Deploy {0}', aim.family);
  const chosen = await chooseTarget(ui, t, { title, placeholder: t('The target') }, all, inUse);
  if (chosen === 'edit') return edit(definition, undefined, ports);
  if (chosen === 'new') return deployToNew(definition, kind, ports);
  return chosen && useTarget(definition, chosen.target, ports);
}

async function deployToNew(
  definition: DefinitionToRun,
  kind: Target['kind'] | undefined,
  ports: UsePorts,
): Promise<Outcome | undefined> {
  const { targets } = ports;
  const target = await askForTarget(definition, kind, ports);
  if (!target) return undefined;
  await targets.save(definition.uri, target);
  if (!targets.folder(definition.uri)) tellKept(target, definition, ports);
  return useTarget(definition, target, ports);
}

/** Nobody else gets what is in no folder's settings. Not waited for: the message may stand for long. */
function tellKept({ name }: Target, { source }: DefinitionToRun, { ui, t }: UsePorts): void {
  void ui.inform(
    'info',
    t('Target {0} is kept for this workspace alone: {1} is not saved in any of its folders.', name, source),
  );
}

/** The settings are mended before another target is made: one that is there may be what was meant. */
async function tellProblems(
  definition: DefinitionToRun,
  problems: readonly TargetProblem[],
  ports: UsePorts,
): Promise<undefined> {
  const { ui, t } = ports;
  const button = t('Edit in Settings');
  const text = problems.map(({ sentence }) => sentence).join(' ');
  if ((await ui.inform('error', text, button)) === button) await edit(definition, problems[0]?.target, ports);
}

/** Chooses the target that the status bar shows and the key deploys to. */
async function choose(definition: DefinitionToRun, ports: UsePorts): Promise<unknown> {
  const { targets, ui, t } = ports;
  const aim = aimOf(definition);
  const options = { title: t('Target of {0}', aim.family), placeholder: t('The target that is offered first') };
  const chosen = await chooseTarget(ui, t, options, targets.of(aim), targets.inUse(aim));
  if (chosen === 'edit') return edit(definition, targets.inUse(aim)?.name, ports);
  if (chosen !== 'new') return chosen && targets.use(aim, chosen.target);
  const target = await askForTarget(definition, undefined, ports);
  if (!target) return undefined;
  await targets.save(definition.uri, target);
  return targets.use(aim, target);
}

async function edit({ uri }: DefinitionToRun, name: string | undefined, { targets }: UsePorts): Promise<undefined> {
  await revealTarget(targets.folder(uri), name);
}

function aimOf({ uri, info }: DefinitionToRun): Aim {
  return { uri, family: info.family };
}
