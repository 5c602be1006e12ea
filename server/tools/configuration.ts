import { readFile } from 'node:fs/promises';
import { presets } from '../src/service/config/config';
import { launchTypes } from '../src/service/model/task-definition';
import type { Rule } from '../src/service/rules/rule';
import { type Output, toJson } from './generator';
import { loadRules } from './load-rules';

const pages = 'https://github.com/taskdef/taskdef/blob/main/docs';
const page = `${pages}/configuration.md`;

/** What a level does. */
const levels = {
  error: 'Told as an error: taskdef lint fails.',
  warning: 'Told as a warning.',
  information: 'Told as a note.',
  hint: 'Told as a hint: three dots under the text.',
  off: 'Not told.',
};

/** The schema of `.taskdef.json`, and the rules that the extension's settings take, from the rules. */
export async function generateConfiguration(): Promise<Output> {
  const rules = (await loadRules()).map(({ rule }) => rule);
  return {
    files: new Map([
      ['schemas/config.schema.json', toJson(configSchema(rules))],
      ['package.json', withRules(await readFile('package.json', 'utf8'), rules)],
    ]),
  };
}

function configSchema(rules: readonly Rule[]) {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Configuration of Taskdef',
    description: 'What holds for the task definitions in this folder and below.',
    markdownDescription: `What holds for the task definitions in this folder and below. [Documentation](${page})`,
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string', description: 'The schema of this file, for editors.' },
      preset: {
        description: 'What rules are on before single levels are set.',
        default: 'recommended',
        ...described(presets),
      },
      rules: {
        description: 'Levels by rule.',
        markdownDescription: `Levels by rule. [All rules](${pages}/rules/README.md)`,
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(rules.map((rule) => [rule.id, levelOf(rule)])),
      },
      launchTypes: {
        description:
          'The launch types of task definitions that list none, by glob pattern relative to this folder; the last that matches a file holds.',
        type: 'object',
        additionalProperties: {
          type: 'array',
          uniqueItems: true,
          items: { type: 'string', enum: launchTypes },
        },
      },
      trustedRegistries: {
        description: 'The hosts that images may come from; any when empty.',
        type: 'array',
        uniqueItems: true,
        items: { type: 'string' },
      },
    },
    definitions: { level: described(levels) },
  };
}

function levelOf({ id, title, why, severity, optIn }: Rule) {
  const usual = optIn ? `Off by default; its own level is ${severity}.` : `By default ${severity}.`;
  return {
    // What stands beside a reference is nothing to readers of this draft.
    allOf: [{ $ref: '#/definitions/level' }],
    description: `${title}.`,
    markdownDescription: [`${title}.`, why, usual, `[${id}](${pages}/rules/${id}.md)`].join('\n\n'),
  };
}

function described(values: Readonly<Record<string, string>>) {
  return { type: 'string', enum: Object.keys(values), enumDescriptions: Object.values(values) };
}

/** The manifest with the ids of the rules: settings take no reference to a schema elsewhere. */
function withRules(text: string, rules: readonly Rule[]): string {
  const manifest = JSON.parse(text);
  const setting = manifest.contributes?.configuration?.properties?.['taskdef.rules'];
  if (!setting) throw new Error('package.json has no setting taskdef.rules.');
  setting.propertyNames = { enum: rules.map(({ id }) => id) };
  return toJson(manifest);
}
