import { regions } from '../data/regions';
import { skeletons } from '../data/skeletons';
import { sysctls } from '../data/sysctls';
import { valueMeanings } from '../data/value-meanings';
import type { DocumentedSchema } from '../schema/lookup';
import { condition, waitingFor } from './complete-dependencies';
import { optionsAt } from './complete-keys';
import type { Proposal, Site } from './complete-site';
import { cpuChoices, memoryChoices, type SizeChoice } from './complete-sizes';
import { refusedValue } from './complete-support';
import { namesAt } from './names';
import { settled } from './snippets/sketch';

/** The values that can stand at a site: names in the file, those of a set, and texts to be filled in. */
export function values(site: Site): readonly Proposal[] {
  const schema = site.lookup(site.path);
  return [
    ...names(site),
    ...sizes(site),
    ...sets(site, schema),
    ...optionValues(site),
    ...systemControls(site),
    ...(Object.hasOwn(skeletons, site.shape) ? (skeletons[site.shape] ?? []) : []).map(({ text, detail }) =>
      filledIn(site, text, detail),
    ),
  ].filter(({ label }) => !site.present.includes(label));
}

function names(site: Site): readonly Proposal[] {
  const dependency = site.shape === 'containerDefinitions.dependsOn.containerName';
  const waiting = dependency ? waitingFor(site.container?.name.literal, site.task) : new Set();
  return namesAt(site.task, site.path).map((name) => ({
    ...proposal(site, name, waiting.has(name) ? 'would wait in a circle' : 'in this file'),
    kind: 'name',
    rank: waiting.has(name) ? 'refused' : 'usual',
  }));
}

function sizes(site: Site): readonly Proposal[] {
  const choices = site.shape === 'cpu' ? cpuChoices : site.shape === 'memory' ? memoryChoices : (): SizeChoice[] => [];
  return choices(site.task).map(({ value, detail, fits }) => ({
    ...proposal(site, value, detail),
    rank: fits ? 'usual' : 'refused',
  }));
}

function sets(site: Site, schema: DocumentedSchema | undefined): readonly Proposal[] {
  // Where a list is wanted, each value is proposed as a list of its own.
  const { items } = schema ?? {};
  if (schema?.type === 'array' && typeof items === 'object' && !Array.isArray(items)) {
    return enumerated(items as DocumentedSchema).map((value) => ({
      ...ofSet(site, value),
      insert: site.print.tree([String(value)]),
    }));
  }
  return enumerated(schema).map((value) => ofSet(site, value));
}

function ofSet(site: Site, value: unknown): Proposal {
  const text = String(value);
  if (site.shape === 'containerDefinitions.dependsOn.condition') {
    const { detail, fits } = condition(site, text);
    return { ...proposal(site, value, detail), rank: fits ? 'usual' : 'refused' };
  }
  const refused = refusedValue(site.shape, text, site.task);
  const meaning = Object.hasOwn(valueMeanings, site.shape) ? valueMeanings[site.shape]?.[text] : undefined;
  return {
    ...proposal(
      site,
      value,
      [refused, text === 'awsfirelens' ? router(site) : undefined, meaning].filter(Boolean).join(' · '),
    ),
    rank: refused === undefined ? 'usual' : 'refused',
  };
}

/** The log router that the driver sends to. */
function router({ task }: Site): string {
  const found = task.containerDefinitions.items.find(({ firelensConfiguration }) => firelensConfiguration.present);
  return found ? `through '${found.name.literal ?? 'a container'}' of this file` : 'needs a log router in this task';
}

function optionValues(site: Site): readonly Proposal[] {
  const { path, task, container } = site;
  const name = path[4];
  if (path[3] === 'secretOptions' && path[5] === 'name') {
    const options = optionsAt({ container, path: [...path.slice(0, 3), 'options'] });
    return Object.entries(options).map(([option, { text }]) => proposal(site, option, text));
  }
  if (path[3] !== 'options' || typeof name !== 'string' || path.length !== 5) return [];
  const options = optionsAt(site);
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  if (/^(?:awslogs-|aws_)?region$/i.test(name)) return regions.map((it) => proposal(site, it.id, it.name));
  if (name === 'awslogs-group') return [filledIn(site, `/ecs/\${1:${safe(task.family.literal)}}`, 'log group')];
  if (name === 'awslogs-stream-prefix')
    return [filledIn(site, `\${1:${safe(container?.name.literal)}}`, 'streams are prefix/container/task-id')];
  return (option?.values ?? []).map((value) =>
    proposal(site, value, option?.default === value ? 'the default' : (option?.text ?? '')),
  );
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
    return {
      ...proposal(site, name, [shared, text].filter(Boolean).join(' · ')),
      rank: shared === undefined ? 'usual' : 'refused',
    };
  });
}

function filledIn(site: Site, text: string, detail: string): Proposal {
  return { ...proposal(site, settled(text), detail), insert: site.print.text(text) };
}

function proposal(site: Site, value: unknown, detail: string): Proposal {
  return {
    label: String(value),
    kind: 'value',
    detail,
    insert: site.print.value(value),
    filter: site.print.filter(value),
    rank: 'usual',
    path: site.path,
  };
}

function enumerated(schema: DocumentedSchema | undefined): readonly unknown[] {
  if (schema?.enum) return schema.enum;
  if (schema?.const !== undefined) return [schema.const];
  if (schema?.type === 'boolean') return [true, false];
  return Array.isArray(schema?.examples) ? schema.examples : [];
}

/** A name that can be the text of a tab stop. */
function safe(name: string | undefined): string {
  return name !== undefined && /^[\w.-]+$/.test(name) ? name : 'app';
}
