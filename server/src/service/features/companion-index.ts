import { type EcspressoConfig, ecspressoConfig, isEcspressoConfig } from '../model/ecspresso';
import { familyIn } from '../model/family';
import { distance, fileKey, folderKey } from '../model/file-uri';
import { mayHoldRequest, requestNamed } from '../model/locate-request';
import { launchTypeOf } from '../model/request';
import type { LaunchType } from '../model/task-definition';
import type { Snapshot } from '../snapshot';
import { partsOf } from './parts';

/**
 * Which of many documents say more about one, for hosts that keep none of them: of each document it holds a few names, and of those
 * without anything to do with others nothing. All documents are given to `ask` first, then, if any of them asks, to `answer`.
 */
export interface CompanionIndex {
  /** Notes what a document asks about task definitions elsewhere. */
  ask(snapshot: Snapshot): void;
  /** Whether no document asks about others. */
  readonly isEmpty: boolean;
  /** Notes the definitions of a document that others ask about. */
  answer(snapshot: Snapshot): void;
  /** The keys of the files to have in a document's workspace, for the same findings as with all of them. */
  around(snapshot: Snapshot): readonly string[];
}

/** A request, an AppSpec file or an overrides file. */
interface Asking {
  readonly key: string;
  readonly folder: string;
  readonly family: string | undefined;
  /** Names nothing: the only definition of its folder is meant. */
  readonly meansFolder: boolean;
  readonly launchType: LaunchType | undefined;
}

interface Answer {
  readonly key: string;
  readonly folder: string;
}

interface Config extends EcspressoConfig {
  readonly key: string;
}

/** A cheap look before any parsing: whether a document may ask about others. */
export function mayAsk(uri: string, text: string): boolean {
  return requestNamed(uri) !== undefined || mayHoldRequest(text);
}

export function createCompanionIndex(): CompanionIndex {
  const configs: Config[] = [];
  const asking = new Map<string, Asking[]>();
  const asked = {
    families: new Map<string, Asking[]>(),
    folders: new Set<string>(),
    files: new Map<string, Config[]>(),
  };
  const answers = {
    families: new Map<string, Answer[]>(),
    folders: new Map<string, Answer[]>(),
    files: new Map<string, Answer[]>(),
  };
  const known = new Map<Asking, readonly string[]>();
  const configsOf = (key: string) => configs.filter(({ service }) => service === key);

  const findAnswers = ({ key, folder, family, meansFolder }: Asking): readonly string[] => {
    const tasks = new Set(configsOf(key).map(({ task }) => task));
    if (tasks.size > 0) return [...tasks].flatMap((task) => answers.files.get(task) ?? []).map((it) => it.key);
    if (family !== undefined) return nearest(key, folder, answers.families.get(family) ?? []);
    return meansFolder ? (answers.folders.get(folder) ?? []).slice(0, 2).map((it) => it.key) : [];
  };
  /** The files with definitions that a part may be about: one, or two where it is open which. */
  const answersTo = (it: Asking): readonly string[] => {
    const found = known.get(it) ?? findAnswers(it);
    known.set(it, found);
    return found;
  };
  /** Of the requests that are about a definition, one for each launch type. */
  const askingAbout = (key: string, family: string | undefined): readonly Asking[] => {
    const byConfig = (asked.files.get(key) ?? []).flatMap(({ service }) => asking.get(service) ?? []);
    const byFamily = (family === undefined ? undefined : asked.families.get(family)) ?? [];
    const about = [...byConfig, ...byFamily].filter((it) => answersTo(it).join() === key);
    return [...new Map(about.map((it) => [it.launchType, it])).values()];
  };

  return {
    ask(snapshot) {
      const key = fileKey(snapshot.uri);
      const config = isEcspressoConfig(snapshot.uri) ? ecspressoConfig(snapshot.uri, snapshot.tree?.root) : undefined;
      if (config) {
        configs.push({ ...config, key });
        put(asked.files, config.task, { ...config, key });
      }
      for (const part of partsOf(snapshot)) {
        const request = snapshot.requests.find(({ node }) => node.offset === part.node.offset);
        const family = part.names?.type === 'string' ? familyIn(part.names.value) : undefined;
        const meansFolder = family === undefined && (part.kind === 'appspec' || part.kind === 'overrides');
        const it: Asking = {
          key,
          folder: folderKey(snapshot.uri),
          family,
          meansFolder,
          launchType: request && launchTypeOf(request.input),
        };
        put(asking, key, it);
        if (family !== undefined) put(asked.families, family, it);
        if (meansFolder) asked.folders.add(it.folder);
      }
    },
    get isEmpty() {
      return asking.size === 0;
    },
    answer({ uri, definitions }) {
      known.clear();
      const answer: Answer = { key: fileKey(uri), folder: folderKey(uri) };
      for (const { task } of definitions) {
        const family = task.family.literal;
        if (family !== undefined && asked.families.has(family)) put(answers.families, family, answer);
        if (asked.files.has(answer.key)) put(answers.files, answer.key, answer);
        if (asked.folders.has(answer.folder)) put(answers.folders, answer.folder, answer);
      }
    },
    around(snapshot) {
      const key = fileKey(snapshot.uri);
      const own = asking.get(key) ?? [];
      const open = snapshot.definitions.filter(({ task }) => !task.requiresCompatibilities.present);
      const others = open.flatMap(({ task }) => askingAbout(key, task.family.literal));
      const files = [...own, ...others].flatMap((it) => [
        it.key,
        ...configsOf(it.key).map((config) => config.key),
        ...answersTo(it),
      ]);
      return [...new Set(files)].filter((it) => it !== key);
    },
  };
}

/** The document itself before others, of others the nearest; a second one where there are two as near. */
function nearest(key: string, folder: string, candidates: readonly Answer[]): readonly string[] {
  const away = (it: Answer) => (it.key === key ? -1 : distance(folder, it.folder));
  let least = Number.POSITIVE_INFINITY;
  let found: readonly string[] = [];
  for (const it of candidates) {
    const steps = away(it);
    if (steps < least) found = [it.key];
    else if (steps === least && found.length < 2) found = [...found, it.key];
    least = Math.min(least, steps);
  }
  return found;
}

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
