import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../server/src/service';
import { requestBytes } from '../../server/src/service/model/request-size';
import { toTemplate, toYaml } from '../support/dialects';
import { service } from '../support/service';

const open = (name: string, text: string) => service.open(`file:///w/${name}`, text);

/** Level and underlined text of each finding of a rule. */
async function found(rule: string, text: string, name = 'task-definition.json'): Promise<readonly string[]> {
  const problems = (await service.diagnose(open(name, text))).filter((problem) => problem.rule === rule);
  return problems.map(({ severity, span }) => `${severity} ${text.slice(span.offset, span.end)}`);
}

async function errors(text: string): Promise<readonly string[]> {
  const problems = await service.diagnose(open('task-definition.json', text));
  return problems.filter(({ severity }) => severity === 'error').map(({ rule, pointer }) => `${rule} ${pointer}`);
}

/** The text after the first fix of a rule. */
async function mended(rule: string, text: string, name = 'task-definition.json'): Promise<string | undefined> {
  const snapshot = open(name, text);
  const problems = (await service.diagnose(snapshot)).filter((problem) => problem.rule === rule);
  const [fix] = service.quickFixes(snapshot, problems, { offset: 0, end: text.length });
  return fix && applyChanges(text, fix.changes);
}

const container = '{ "name": "app", "image": "nginx:1.27", "memory": 128 }';
const withMembers = (members: string) => `{ "family": "web", ${members}, "containerDefinitions": [${container}] }`;
const withContainer = (members: string) =>
  `{ "family": "web", "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128, ${members} }] }`;

describe('duplicate-key', () => {
  const rule = 'duplicate-key';

  it('reads every dialect, each key as it is written', async () => {
    const yaml = 'family: a\nfamily: b\ncontainerDefinitions:\n  - { name: app, image: "nginx:1.27", memory: 128 }\n';
    expect(await found(rule, yaml, 'task-definition.yaml')).toEqual(['warning family']);
    const template = (properties: string) =>
      `{ "Resources": { "T": { "Type": "AWS::ECS::TaskDefinition", "Properties": { ${properties} } } } }`;
    expect(await found(rule, template('"Family": "a", "Cpu": "256", "Family": "b"'), 'stack.json')).toEqual([
      'warning "Family"',
    ]);
    expect(await found(rule, template('"Family": "a", "family": "b"'), 'stack.json')).toEqual([]);
  });

  it('takes what YAML merges for one member, and tells of what an alias repeats once', async () => {
    const merged =
      'x: &x { name: a, image: "nginx:1.27", memory: 128 }\nfamily: a\ncontainerDefinitions:\n  - <<: *x\n    name: b\n  - *x\n';
    expect(await found(rule, merged, 'task-definition.yaml')).toEqual([]);
    const twice =
      'family: a\ncontainerDefinitions:\n  - { name: a, image: "a:1", memory: 9, dockerLabels: &l { k: a, k: b } }\n  - { name: b, image: "a:1", memory: 9, dockerLabels: *l }\n';
    expect(await found(rule, twice, 'task-definition.yaml')).toEqual(['warning k']);
  });

  it('finds it among many members', async () => {
    const labels = Array.from({ length: 30 }, (_, index) => `"k${index}": "v"`);
    expect(await found(rule, withContainer(`"dockerLabels": { ${labels.join(', ')}, "k7": "w" }`))).toEqual([
      'warning "k7"',
    ]);
  });
});

describe('json-comment-or-trailing-comma', () => {
  const rule = 'json-comment-or-trailing-comma';
  const text = `{
  // the shop
  "family": "web",
  "containerDefinitions": [${container}], // one
}
`;

  it('minds a comma more than a comment, which tools take out', async () => {
    expect(await found(rule, text)).toEqual(['information // the shop', 'error ,', 'information // one']);
  });

  it('leaves a file alone that says it has comments, and a template', async () => {
    expect(await found(rule, text, 'task-definition.jsonc')).toEqual([]);
    const template = toTemplate(text).replace('{', '{ // the stack');
    expect(await found(rule, template, 'stack.json')).toEqual([]);
  });

  it('takes out what it tells of, and nothing else', async () => {
    expect(await mended(rule, text)).toBe(text.replace('  // the shop\n', ''));
    const beside = text.replace('  // the shop\n', '').replace('], // one', '] // one');
    expect(await mended(rule, beside)).toBe(beside.replace(' // one', ''));
    expect(applyChanges(text, await service.fixAll(open('task-definition.json', text)))).toBe(
      text.replace('], // one', '] // one'),
    );
  });

  it('goes together with fixes that add members', async () => {
    const many = `{\n  "family": "web",\n  "Cpu": 256,\n  "containerDefinitions": [${container}], // one\n}\n`;
    const fixed = applyChanges(many, await service.fixAll(open('task-definition.json', many)));
    expect(fixed).toBe(`{\n  "family": "web",\n  "cpu": "256",\n  "containerDefinitions": [${container}] // one\n}\n`);
  });
});

describe('wrapped-task-definition', () => {
  const rule = 'wrapped-task-definition';
  const plain = `{ "family": "web", "containerDefinitions": [${container}] }`;

  it('is an error only for what was meant to be registered', async () => {
    expect(await found(rule, `{ "taskDefinition": ${plain} }`)).toEqual(['error "taskDefinition"']);
    const described = plain.replace('{', '{ "status": "ACTIVE",');
    expect(await found(rule, `{ "taskDefinition": ${described} }`)).toEqual(['hint "taskDefinition"']);
    const ofTool = `{ "cluster": "main", "taskDefinition": ${plain} }`;
    expect(await found(rule, ofTool)).toEqual(['hint "taskDefinition"']);
    expect(await mended(rule, ofTool)).toBeUndefined();
    expect(await found(rule, `[${container}]`)).toEqual(['hint [']);
  });

  it('is mended with the tags beside it, comments kept', async () => {
    const yaml = `taskDefinition:
  # the shop
  family: web
  containerDefinitions:
    - { name: app, image: "nginx:1.27", memory: 128 }
tags:
  - { key: team, value: shop }
`;
    expect(await mended(rule, yaml, 'task-definition.yaml')).toBe(`# the shop
family: web
containerDefinitions:
  - { name: app, image: "nginx:1.27", memory: 128 }
tags:
  - key: team
    value: shop
`);
  });
});

describe('one finding for each defect', () => {
  it.each([
    [
      '51 tags',
      withMembers(`"tags": [${Array(51).fill('{ "key": "${K}", "value": "" }').join(', ')}]`),
      'tags-invalid /tags/50',
    ],
    ['no tag', withMembers('"tags": []'), 'tags-empty /tags'],
    [
      '11 placement constraints',
      withMembers(
        `"placementConstraints": [${Array(11).fill('{ "type": "memberOf", "expression": "task:group == a" }').join(', ')}]`,
      ),
      'placement-constraint-invalid /placementConstraints/10',
    ],
    [
      'a constraint of another type',
      withMembers('"placementConstraints": [{ "type": "memberof", "expression": "task:group == a" }]'),
      'placement-constraint-invalid /placementConstraints/0',
    ],
    [
      'a long expression',
      withMembers(
        `"placementConstraints": [{ "type": "memberOf", "expression": "task:group == ${'a'.repeat(2000)}" }]`,
      ),
      'placement-constraint-invalid /placementConstraints/0',
    ],
    ['a family of one blank', withMembers('"cpu": "256"').replace('"web"', '" "'), 'family-invalid /family'],
    ['no family', `{ "containerDefinitions": [${container}] }`, 'family-required '],
    ['an empty family', withMembers('"cpu": "256"').replace('"web"', '""'), 'family-required /family'],
    ['a family that is null', withMembers('"cpu": "256"').replace('"web"', 'null'), 'family-required /family'],
    [
      'no container',
      '{ "family": "web", "containerDefinitions": [] }',
      'container-definitions-empty /containerDefinitions',
    ],
    [
      'a list of links in one text',
      withContainer('"links": "db:db cache"'),
      'command-not-array /containerDefinitions/0/links',
    ],
    [
      'an image with a scheme and capitals',
      withContainer('"cpu": 1').replace('nginx:1.27', 'https://Example.com/My App'),
      'image-url-scheme /containerDefinitions/0/image',
    ],
    [
      'an image with blanks and capitals',
      withContainer('"cpu": 1').replace('nginx:1.27', 'My App'),
      'image-invalid /containerDefinitions/0/image',
    ],
    [
      'a long image',
      withContainer('"cpu": 1').replace('nginx', 'n'.repeat(255)),
      'image-invalid /containerDefinitions/0/image',
    ],
    [
      'a digest of another kind',
      withContainer('"cpu": 1').replace('nginx:1.27', 'nginx@latest'),
      'image-digest-malformed /containerDefinitions/0/image',
    ],
  ])('%s', async (_, text, expected) => {
    expect(await errors(text)).toEqual([expected]);
  });
});

describe('task-definition-too-large', () => {
  it('counts the bytes of the request as JSON.stringify and UTF-8 have them', () => {
    const request = {
      family: 'web',
      cpu: '"\\\u0001ü€😀',
      pidMode: null,
      tags: [],
      volumes: [{}, { n: 1.5, b: true }],
    };
    const sent = JSON.stringify(request);
    const text = sent.replace('{', '{ "$schema": "x", "revision": 3, ');
    const [definition] = open('task-definition.json', text).definitions;
    expect(definition && requestBytes(definition.task)).toBe(Buffer.byteLength(sent));
  });
});

describe('template-placeholder-left', () => {
  const rule = 'template-placeholder-left';

  it('knows what only documentation writes, and what tools fill in', async () => {
    const arn = (account: string) => withMembers(`"taskRoleArn": "arn:aws:iam::${account}:role/web"`);
    expect(await found(rule, arn('123456789012'))).toEqual(['hint "arn:aws:iam::123456789012:role/web"']);
    expect(await found(rule, arn('ACCOUNT_ID'))).toEqual(['warning "arn:aws:iam::ACCOUNT_ID:role/web"']);
    expect(await found(rule, arn('$ACCOUNT_ID'))).toEqual([]);
    expect(await found(rule, withMembers('"cpu": <CPU>'))).toEqual([]);
  });

  it('leaves functions of templates alone', async () => {
    const yaml = toYaml(toTemplate(withMembers('"cpu": "256"')))
      .replace('256', '!Ref Cpu')
      .replaceAll('"', '');
    expect(yaml).toContain('Cpu: !Ref Cpu');
    expect(await found(rule, yaml, 'stack.yaml')).toEqual([]);
  });

  it('tells no secret', async () => {
    const text = withContainer('"environment": [{ "name": "PASSWORD", "value": "hunter2-<todo>" }]');
    const problems = await service.diagnose(open('task-definition.json', text));
    expect(problems.filter((problem) => problem.rule === rule).map(({ message }) => message)).toEqual([
      expect.not.stringContaining('hunter2'),
    ]);
  });
});

describe('image-invalid', () => {
  it('only hints at variables that a shell may fill in, where the image itself is written so', async () => {
    const image = (text: string) => withContainer('"cpu": 1').replace('"nginx:1.27"', text);
    expect(await found('image-invalid', image('"$REPO:$TAG"'))).toEqual(['hint "$REPO:$TAG"']);
    expect(await found('image-invalid', image('$IMAGE'))).toEqual([]);
    expect(await found('image-invalid', '{ "family": "web", "containerDefinitions": ["$CONTAINER"] }')).toEqual([]);
  });
});

describe('proposals', () => {
  it('of a family come from the container, or else from the file', async () => {
    const without = '{ "containerDefinitions": [{ "image": "a:1", "memory": 9 }] }';
    expect(await mended('family-required', without, 'shop.task-definition.json')).toContain('"family": "shop"');
    expect(await mended('family-required', without, 'task-definition.json')).toContain('"family": "app"');
    const named = without.replace('{ "image"', '{ "name": "web.app", "image"');
    expect(await mended('family-required', named, 'shop.task-definition.json')).toContain('"family": "web-app"');
  });

  it('of a container can be registered', async () => {
    const text = await mended('container-definitions-empty', '{ "family": "web", "containerDefinitions": [] }');
    expect(text && (await errors(text))).toEqual([]);
  });

  it('of launch types fit the members that are there', async () => {
    const rule = 'requires-compatibilities-missing';
    expect(await mended(rule, withMembers('"cpu": "256"'))).toContain('["EC2"]');
    const onFargate = withMembers('"cpu": "256", "memory": "512", "networkMode": "awsvpc"');
    expect(await mended(rule, onFargate)).toContain('["FARGATE"]');
  });
});
