import type { Problem, Rule, Service, Settings, Snapshot, Workspace } from '../../server/src/service';
import { toServiceTemplate, toTemplate, toYaml } from './dialects';

/** How an example is written down. */
export type Dialect = 'json' | 'yaml' | 'template' | 'yaml template';

/** Rules that one has to ask for are asked for. */
export const strict: Settings = { configs: [{ preset: 'strict' }] };

/** What a service finds in an example, every rule asked for. */
export function diagnoseExample(
  service: Service,
  rule: Pick<Rule, 'about' | 'beside' | 'trusting'>,
  text: string,
  dialect?: Dialect,
  settings = strict,
): Promise<readonly Problem[]> {
  const { snapshot, workspace } = openExample(service, rule, text, dialect);
  return service.diagnose(snapshot, workspace, settingsFor(rule, settings));
}

/** What is set where the examples of a rule stand. */
export function settingsFor({ trusting }: Pick<Rule, 'trusting'>, { configs } = strict): Settings {
  return { configs: trusting ? [{ trustedRegistries: trusting }, ...configs] : configs };
}

/** An example of a rule as a document, with the task definition that it is about in a file beside it. */
export function openExample(
  service: Service,
  rule: Pick<Rule, 'about' | 'beside'>,
  text: string,
  dialect: Dialect = 'json',
): { readonly snapshot: Snapshot; readonly workspace: Workspace } {
  const isYaml = dialect.startsWith('yaml');
  const written = isYaml ? toYaml : (it: string) => it;
  const ending = isYaml ? 'yaml' : 'json';
  const own = written(dialect.endsWith('template') ? asTemplate(rule, text) : text);
  const beside = dialect.endsWith('template') || rule.beside === undefined ? [] : [written(rule.beside)];
  return {
    snapshot: service.open(`file:///w/${nameOf(rule, dialect)}.${ending}`, own),
    workspace: { snapshots: beside.map((it) => service.open(`file:///w/web.task-definition.${ending}`, it)) },
  };
}

function asTemplate({ about, beside }: Pick<Rule, 'about' | 'beside'>, text: string): string {
  return about === 'request' ? toServiceTemplate(text, beside) : toTemplate(text);
}

function nameOf({ about }: Pick<Rule, 'about'>, dialect: Dialect): string {
  if (dialect.endsWith('template')) return 'template';
  return about === undefined ? 'task-definition' : 'example';
}
