import { readFileSync } from 'node:fs';
import { parse } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { getLanguageService, TextDocument } from 'vscode-json-languageservice';
import { freeName, placeName, targetsOf } from '../../client/src/live/targets/of-file';
import { protection } from '../../client/src/live/targets/protected';
import { readProtected, readTargets } from '../../client/src/live/targets/read';
import { addedTo } from '../../client/src/vscode/targets/settings-text';
import { t } from './support/stage';

const run = { file: 'web.json', kind: 'run', cluster: 'dev' } as const;
const service = { file: 'web.json', kind: 'service', cluster: 'dev', service: 'web' } as const;

const good: readonly (readonly [string, object])[] = [
  ['tasks, no more than is needed', run],
  ['a service, no more than is needed', service],
  ['a service that is made from a file', { ...run, kind: 'service', serviceFile: 'deploy/web.service.json' }],
  [
    'tasks with everything',
    {
      ...run,
      file: 'deploy/web..v2.json',
      family: 'web',
      profile: 'dev',
      region: 'eu-west-1',
      account: '111122223333',
      launchType: 'FARGATE',
      network: { subnets: ['subnet-1'], securityGroups: ['sg-1'], assignPublicIp: true },
      platformVersion: 'LATEST',
      count: 10,
      overrides: { containerOverrides: [{ name: 'web', command: ['x'] }] },
      volumeConfigurations: [{ name: 'data', managedEBSVolume: { sizeInGiB: 10, roleArn: 'arn' } }],
      tags: { stage: 'dev' },
      propagateTags: 'TASK_DEFINITION',
      enableExecuteCommand: true,
      startedBy: 'ci/build-1',
    },
  ],
  ['a strategy', { ...run, capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 1, base: 0 }] }],
  ['a service with all of its own', { ...service, desiredCount: 0, forceNewDeployment: true, tags: {} }],
];

/** What is wrong, the target, and what is said. */
const bad: readonly (readonly [string, unknown, ...string[]])[] = [
  ['no object', 'web', 'it must be an object.'],
  ['nothing', {}, 'file is missing.', 'kind is missing.', 'cluster is missing.'],
  ['an unknown member', { ...run, clusters: [] }, 'clusters is no member of a target.'],
  ['a member of every object', { ...run, toString: 'x' }, 'toString is no member of a target.'],
  ['another kind', { ...run, kind: 'job' }, 'kind must be one of run, service.'],
  ['a text that is none', { ...run, cluster: '' }, 'cluster must be a text.'],
  ['a path above the folder', { ...run, file: '../web.json' }, 'file must be a path below the folder, with /.'],
  ['an absolute path', { ...run, file: '/web.json' }, 'file must be a path below the folder, with /.'],
  ['a path of Windows', { ...run, file: 'deploy\\web.json' }, 'file must be a path below the folder, with /.'],
  ['a drive', { ...run, file: 'C:/web.json' }, 'file must be a path below the folder, with /.'],
  ['an account as a number', { ...run, account: 111122223333 }, expect.stringContaining('twelve digits')],
  ['too many tasks', { ...run, count: 11 }, 'count must be a whole number from 1 to 10.'],
  ['half a task', { ...run, count: 1.5 }, 'count must be a whole number from 1 to 10.'],
  ['no subnet', { ...run, network: { subnets: [] } }, 'network must be an object whose subnets is a list of 1 to 16.'],
  ['a subnet that is no text', { ...run, network: { subnets: [1] } }, expect.stringContaining('a text at place 1')],
  ['a network without subnets', { ...run, network: {} }, 'network must be an object with subnets.'],
  ['a network with more', { ...run, network: { subnets: ['a'], vpc: 'b' } }, expect.stringContaining('without vpc')],
  [
    'a strategy without a name',
    { ...run, capacityProviderStrategy: [{ weight: 1 }] },
    expect.stringContaining('place 1'),
  ],
  [
    'a weight beyond',
    { ...run, capacityProviderStrategy: [{ capacityProvider: 'a', weight: 1001 }] },
    expect.any(String),
  ],
  [
    'launch type and strategy',
    { ...run, launchType: 'EC2', capacityProviderStrategy: [{ capacityProvider: 'a' }] },
    'launchType and capacityProviderStrategy exclude each other.',
  ],
  ['overrides as text', { ...run, overrides: '{}' }, 'overrides must be an object.'],
  ['two volumes', { ...run, volumeConfigurations: [{}, {}] }, 'volumeConfigurations must be a list of 1 to 1.'],
  ['a tag that is no text', { ...run, tags: { a: 1 } }, 'tags must be at most 50 texts by name.'],
  ['a flag as text', { ...run, enableExecuteCommand: 'yes' }, 'enableExecuteCommand must be true or false.'],
  ['an origin with blanks', { ...run, startedBy: 'me too' }, expect.stringContaining('startedBy must be at most 128')],
  ['tasks of a service', { ...run, service: 'web' }, 'service has no place in kind run.'],
  ['a service by count', { ...service, count: 1 }, 'count has no place in kind service.'],
  ['no service', { ...run, kind: 'service' }, 'kind service needs service or serviceFile.'],
  ['null', { ...run, region: null }, 'region must be a text.'],
];

describe('the setting of targets', () => {
  it.each(good)('takes %s', async (_, target) => {
    expect(readTargets({ it: target }, t)).toEqual({ targets: [{ ...target, name: 'it' }], problems: [] });
    expect(await complaints({ it: target })).toEqual([]);
  });

  it.each(bad)('leaves out %s, and says why', async (_, target, ...said) => {
    const { targets, problems } = readTargets({ it: target, other: run }, t);
    expect(targets.map(({ name }) => name)).toEqual(['other']);
    const told = problems.map(({ target: name, sentence }) => [name, sentence.replace('Target it is left out: ', '')]);
    expect(told).toEqual(said.map((sentence) => ['it', sentence]));
    // The editor of the settings underlines it too.
    expect((await complaints({ it: target })).length).toBeGreaterThan(0);
  });

  it('is nothing, or no object', () => {
    expect(readTargets(undefined, t)).toEqual({ targets: [], problems: [] });
    expect(readTargets([run], t)).toEqual({
      targets: [],
      problems: [{ sentence: 'taskdef.targets must be an object of targets by name.' }],
    });
  });
});

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

/** What VS Code underlines in the settings. */
async function complaints(value: unknown): Promise<readonly unknown[]> {
  const languageService = getLanguageService({});
  const document = TextDocument.create('file:///settings.json', 'json', 1, JSON.stringify(value));
  const schema = manifest.contributes.configuration.properties['taskdef.targets'];
  const found = await languageService.doValidation(document, languageService.parseJSONDocument(document), {}, schema);
  return found.map(({ message }) => message);
}

describe('the targets of a definition', () => {
  const targets = [
    { ...run, name: 'all' },
    { ...run, name: 'web', family: 'web' },
    { ...run, name: 'api', family: 'api' },
    { ...run, name: 'other', file: 'deploy/web.json' },
  ];
  it('are those of its file that name its family or none', () => {
    const names = (file: string, family: string) => targetsOf(targets, { file, family }).map(({ name }) => name);
    expect(names('web.json', 'web')).toEqual(['all', 'web']);
    expect(names('web.json', 'worker')).toEqual(['all']);
    expect(names('deploy/web.json', 'web')).toEqual(['other']);
    expect(names('Web.json', 'web')).toEqual([]);
  });

  it('have names of their own', () => {
    expect(freeName('web-dev', new Set())).toBe('web-dev');
    expect(freeName('web-dev', new Set(['web-dev', 'web-dev-2']))).toBe('web-dev-3');
    expect(freeName('my web/dev', new Set())).toBe('my-web-dev');
  });

  it('are called by names, not by ARNs', () => {
    expect(placeName({ cluster: 'arn:aws:ecs:us-east-1:111122223333:cluster/dev' })).toBe('dev');
    const arn = 'arn:aws:ecs:us-east-1:111122223333:service/dev/web';
    expect(placeName({ cluster: 'dev', service: arn })).toBe('dev/web');
  });
});

describe('a target in the text of settings', () => {
  const web = { ...run, name: 'web-dev' } as const;
  const added = (text: string) => {
    const edit = addedTo(text, web);
    return edit && text.slice(0, edit.offset) + edit.text + text.slice(edit.end);
  };
  const settings = `{
    // how we write
    "editor.tabSize": 2,
    "taskdef.targets": {
        // the shop
        "shop": { "file": "shop.json", "kind": "run", "cluster": "dev" }, // by hand
    },
}
`;

  it('stands behind the others, and all else is as it was', () => {
    expect(added(settings)).toBe(
      settings.replace(
        '}, // by hand',
        `},
        "web-dev": {
            "file": "web.json",
            "kind": "run",
            "cluster": "dev"
        }, // by hand`,
      ),
    );
  });

  it('takes the place of one of its name', () => {
    expect(parse(added(settings.replace('"shop":', '"web-dev":')) ?? '')['taskdef.targets']).toEqual({
      'web-dev': run,
    });
  });

  it.each(['', '{}', '{ "taskdef.targets": {} }', '{ "taskdef.targets": [] }', '{ "taskdef.targets": { "a": 1 }'])(
    'is left to VS Code in %j',
    (text) => {
      expect(added(text)).toBeUndefined();
    },
  );
});

describe('what is protected', () => {
  const identity = { account: '111122223333', arn: 'arn:aws:iam::111122223333:user/dev' };
  const connection = { region: 'us-east-1' };
  const account = { identity, connection };
  const cluster = { ...account, cluster: { arn: 'arn:aws:ecs:us-east-1:111122223333:cluster/prod', name: 'prod' } };
  const place = { ...cluster, service: { arn: 'arn:aws:ecs:us-east-1:111122223333:service/prod/web', name: 'web' } };
  const typed = (pattern: string, where: Parameters<ReturnType<typeof protection>>[0]) =>
    protection(() => [pattern])(where);

  it.each([
    ['prod', true],
    ['prod*', true],
    ['p*d', true],
    ['*', true],
    ['111122223333', true],
    ['1111*', true],
    ['prod/web', true],
    ['*/web', true],
    ['prod/*', true],
    ['pr*o*d', true],
    ['prod*d', false],
    ['web', false],
    ['Prod', false],
    ['prod/', false],
    ['*/pay*', false],
    ['prod/web/*', false],
    ['a*'.repeat(60), false],
  ])('%s: %s', (pattern, isHit) => {
    expect(typed(pattern, place)).toBe(isHit ? 'prod/web' : undefined);
  });

  it('a cluster is typed where there is no service, an account where there is no cluster', () => {
    expect(typed('prod', cluster)).toBe('prod');
    expect(typed('prod/*', cluster)).toBeUndefined();
    expect(typed('1111*', account)).toBe('111122223333');
    expect(typed('prod', account)).toBeUndefined();
  });

  it('takes of the setting the texts', () => {
    expect(readProtected(['prod', 1, '', null])).toEqual(['prod']);
    expect(readProtected('prod')).toEqual(['prod']);
    expect(readProtected(undefined)).toEqual([]);
  });
});
