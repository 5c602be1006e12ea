import { sysctls } from '../data/sysctls';
import { condition, waitingFor } from './complete-dependencies';
import { optionsAt } from './complete-keys';
import { type Judged, judged, optionValues, proposal, sets, skeletonsAt } from './complete-proposals';
import type { Proposal, Site } from './complete-site';
import { cpuChoices, memoryChoices, type SizeChoice } from './complete-sizes';
import { parameters, references } from './complete-template';
import { namesAt } from './names';

/** The values that can stand at a site: names in the file, those of a set, and texts to be filled in. */
export function values(site: Site): readonly Proposal[] {
  return [
    ...references(site),
    ...names(site),
    ...sizes(site),
    ...sets(site, (value) => judge(site, value)),
    ...logOptions(site),
    ...systemControls(site),
    ...skeletonsAt(site),
    ...parameters(site),
  ].filter(({ label }) => !site.present.includes(label));
}

function names(site: Site): readonly Proposal[] {
  const dependency = site.shape === 'containerDefinitions.dependsOn.containerName';
  const waiting = dependency ? waitingFor(site.container?.name.literal, site.task) : new Set();
  return namesAt(site.task, site.path).map((name) => {
    const waits = waiting.has(name);
    const detail = waits ? 'would wait in a circle' : 'in this file';
    return { ...proposal(site, name, { detail, fits: !waits }), kind: 'name' };
  });
}

function sizes(site: Site): readonly Proposal[] {
  const choices = site.shape === 'cpu' ? cpuChoices : site.shape === 'memory' ? memoryChoices : (): SizeChoice[] => [];
  return choices(site.task).map((choice) => proposal(site, choice.value, choice));
}

function judge(site: Site, value: string): Judged {
  if (site.shape === 'containerDefinitions.dependsOn.condition') return condition(site, value);
  return judged(site, value, value === 'awsfirelens' ? router(site) : undefined);
}

/** The log router that the driver sends to. */
function router({ task }: Site): string {
  const found = task.containerDefinitions.items.find(({ firelensConfiguration }) => firelensConfiguration.present);
  return found ? `through '${found.name.literal ?? 'a container'}' of this file` : 'needs a log router in this task';
}

function logOptions(site: Site): readonly Proposal[] {
  const { path, task, container } = site;
  const name = path[4];
  if (path[3] === 'secretOptions' && path[5] === 'name') {
    const options = optionsAt({ container, path: [...path.slice(0, 3), 'options'] });
    return Object.entries(options).map(([option, { text }]) => proposal(site, option, { detail: text, fits: true }));
  }
  if (path[3] !== 'options' || typeof name !== 'string' || path.length !== 5) return [];
  const whose = { family: task.family.literal, container: container?.name.literal };
  return optionValues(site, name, optionsAt(site), whose);
}

function systemControls(site: Site): readonly Proposal[] {
  if (site.shape !== 'containerDefinitions.systemControls.namespace') return [];
  const { effectiveNetworkMode, ipcMode } = site.task;
  return sysctls.map(({ name, text, namespace }) => {
    const shared =
      namespace === 'network' && effectiveNetworkMode === 'host'
        ? 'not in host network mode'
        : namespace === 'ipc' && ipcMode.literal === 'host'
          ? 'not with the host IPC mode'
          : undefined;
    const detail = [shared, text].filter(Boolean).join(' · ');
    return proposal(site, name, { detail, fits: shared === undefined });
  });
}
