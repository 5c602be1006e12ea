import type { Connection } from 'vscode-languageserver';
import { createConfigs, isConfig, launchTypesIn, type NearestConfigs } from '../files/configs';
import type { Files } from '../files/files';
import { type Config, defaults, fileKey, readConfig, type Service, type Settings } from '../service';
import type { Documents } from './documents';
import type { createGuard } from './guard';
import type { ConfigurationOptions } from './protocol';

/** What is set for documents: by the configurations around them, then by the client. */
export interface LspSettings {
  /** What the client set when it started. */
  initialize(options: ConfigurationOptions): void;
  /** The same object until something changes. */
  of(uri: string): Promise<Settings>;
  /** The configurations around a document, those that are open as they are in the editor. */
  configsOf(uri: string): Promise<NearestConfigs>;
  /** Reads the configurations anew that are among files that have changed. */
  filesChanged(uris: readonly string[]): void;
  /** Takes what the client says; `onChange` is called when it, or a configuration in the editor, changes settings. */
  register(onChange: () => void): void;
}

/** What is set for the documents of a client; without files its open configurations alone. */
export function createSettings(
  connection: Connection,
  service: Service,
  documents: Documents,
  guard: ReturnType<typeof createGuard>,
  files: Pick<Files, 'readFile'> | undefined,
): LspSettings {
  const ids = service.rules.map(({ id }) => id);
  const readFile = async (uri: string): Promise<string> => {
    const open = documents.all().find((it) => isConfig(it.uri) && fileKey(it.uri) === fileKey(uri));
    if (open) return open.document.getText();
    if (!files || !uri.startsWith('file:')) throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
    return files.readFile(uri);
  };
  const configs = createConfigs({ readFile }, ids);
  let ofClient: Config = {};
  let made = new WeakMap<NearestConfigs, Settings>();
  let onChange = (): void => undefined;

  const setClient = (options: unknown): void => {
    ofClient = clientConfig(options, ids);
    made = new WeakMap();
  };
  const configsOf = async (uri: string): Promise<NearestConfigs> => {
    const nearest = await configs.of(uri);
    if (documents.configure(uri, launchTypesIn(nearest.found, uri))) onChange();
    return nearest;
  };
  const of = async (uri: string): Promise<Settings> => {
    const nearest = await configsOf(uri);
    const known = made.get(nearest);
    if (known) return known;
    const all = [...nearest.found.map(({ config }) => config), ofClient].filter((it) => Object.keys(it).length > 0);
    const settings = all.length > 0 ? { configs: all } : defaults;
    made.set(nearest, settings);
    return settings;
  };
  const look = guard<string, unknown>('settings', undefined, of);
  const changed = (): void => {
    configs.forget();
    onChange();
  };

  return {
    initialize: setClient,
    of,
    configsOf,
    filesChanged(uris) {
      if (uris.some(isConfig)) configs.forget();
    },
    register(listener) {
      onChange = listener;
      connection.onDidChangeConfiguration(
        guard<{ readonly settings?: unknown }, void>('settings', undefined, ({ settings }) => {
          const said = memberOf(settings, 'taskdef');
          if (said === undefined) return;
          setClient(said);
          onChange();
        }),
      );
      documents.onDidOpen(({ document: { uri, tree } }) => {
        if (!tree) return;
        // Not every configuration is in a folder that the client watches.
        configs.forget();
        void look(uri);
      });
      documents.onDidChangeContent(({ document: { uri } }) => {
        if (isConfig(uri)) changed();
      });
      documents.onDidClose(({ document: { uri } }) => {
        if (isConfig(uri)) changed();
      });
    },
  };
}

/** What of a client's settings can be read; the rest is for itself. */
function clientConfig(options: unknown, ids: readonly string[]): Config {
  const [preset, rules, trusted] = (['preset', 'rules', 'trustedRegistries'] as const).map((name) =>
    memberOf(options, name),
  );
  return readConfig(JSON.stringify({ preset, rules, trustedRegistries: trusted }), ids).config;
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}
