import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../server/src/service';
import { service } from '../support/service';

const diagnose = async (text: string, name = 'task-definition.json') => {
  const snapshot = service.open(`file:///w/${name}`, text);
  return { snapshot, problems: await service.diagnose(snapshot) };
};

const container = (members: string, name = 'app') =>
  `{ "name": "${name}", "image": "nginx:1.27", "memory": 128${members} }`;
const task = (containers: string, members = '') =>
  `{ "family": "web"${members}, "containerDefinitions": [${containers}] }`;

it('one missing execution role is told once, with all that needs it', async () => {
  const secrets = ', "secrets": [{ "name": "A", "valueFrom": "/a" }]';
  const { problems } = await diagnose(task(`${container(secrets)}, ${container(secrets, 'side')}`));
  const found = problems.filter(({ rule }) => rule.startsWith('execution-role-required'));
  expect(found.map(({ pointer }) => pointer)).toEqual(['/containerDefinitions/0/secrets']);
  expect(found[0]?.related).toHaveLength(1);
});

it('says that the task role does not stand in for the execution role', async () => {
  const role = ', "taskRoleArn": "arn:aws:iam::444455556666:role/web"';
  const { problems } = await diagnose(task(container(', "secrets": [{ "name": "A", "valueFrom": "/a" }]'), role));
  expect(problems.find(({ rule }) => rule === 'execution-role-required-secrets')?.message).toContain(
    'The role in taskRoleArn does not serve for this',
  );
});

it('no message holds what may be a secret', async () => {
  const password = 'hunter2:tr0ub4dor&3';
  const members = `, "secrets": [{ "name": "A", "valueFrom": "${password}" }, { "name": "B", "value": "${password}" }],
    "repositoryCredentials": { "credentialsParameter": "${password}" },
    "environmentFiles": [{ "type": "s3", "value": "https://b.s3.amazonaws.com/a.env?X-Amz-Signature=${password}" }]`;
  const { problems } = await diagnose(task(container(members)));
  const rules = problems.map(({ rule }) => rule);
  expect(rules).toEqual(
    expect.arrayContaining([
      'secret-value-from-invalid',
      'secret-name-missing',
      'repository-credentials-invalid',
      'environment-file-arn',
    ]),
  );
  expect(problems.filter(({ message }) => message.includes('tr0ub4dor'))).toEqual([]);
});

it.each([
  ['a secret with a value', ', "secrets": [{ "name": "A", "value": "/a" }]', 'secret-name-missing'],
  ['a secret without anything', ', "secrets": [{}]', 'secret-name-missing'],
  ['credentials without a secret', ', "repositoryCredentials": {}', 'repository-credentials-invalid'],
  ['an environment of another tool', ', "environment": ["A=b", "C=d"]', 'environment-as-map'],
  [
    'a file of another kind',
    ', "environmentFiles": [{ "type": "S3", "value": "arn:aws:s3:::my-bucket/a.env" }]',
    'environment-file-arn',
  ],
  [
    'a variable with the member of a secret',
    ', "environment": [{ "name": "A", "valueFrom": "/a" }]',
    'unknown-property',
  ],
  ['a variable whose name is misspelt', ', "environment": [{ "nmae": "A", "value": "a" }]', 'unknown-property'],
])('%s is one defect', async (_, members, rule) => {
  const role = ', "executionRoleArn": "arn:aws:iam::444455556666:role/web"';
  const { problems } = await diagnose(task(container(members), role));
  const found = problems.filter(({ severity, pointer }) => severity === 'error' || /secrets|environment/.test(pointer));
  expect(found.map((problem) => problem.rule)).toEqual([rule]);
});

describe('in a template', () => {
  const template = (roles: string, members = '') => `Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: web
${roles}
      ContainerDefinitions:
        - Name: app
          Image: nginx:1.27
          Memory: 128
${members}`;

  it.each([
    ['the same', '      ExecutionRoleArn: !GetAtt Role.Arn\n      TaskRoleArn: !GetAtt Role.Arn', 1],
    ['another', '      ExecutionRoleArn: !GetAtt Role.Arn\n      TaskRoleArn: !GetAtt TaskRole.Arn', 0],
  ])('two references to %s role', async (_, roles, count) => {
    const resources = '\n  Role: { Type: AWS::IAM::Role }\n  TaskRole: { Type: AWS::IAM::Role }\n';
    const { problems } = await diagnose(`${template(roles)}${resources}`, 'template.yaml');
    expect(problems.filter(({ rule }) => rule === 'same-role-for-task-and-execution')).toHaveLength(count);
  });

  const role = '      ExecutionRoleArn: !GetAtt Role.Arn';
  it.each([
    ['{{resolve:secretsmanager:db:SecretString:password}}', ':secret:db:password::'],
    ['{{resolve:secretsmanager:db}}', ':secret:db'],
    [
      '{{resolve:secretsmanager:arn:aws:secretsmanager:us-east-1:444455556666:secret:db-AbCdEf:SecretString:user:AWSPREVIOUS}}',
      'arn:aws:secretsmanager:us-east-1:444455556666:secret:db-AbCdEf:user:AWSPREVIOUS:',
    ],
    ['{{resolve:ssm-secure:/db/password:3}}', '/db/password'],
  ])('%s becomes a secret', async (reference, valueFrom) => {
    const text = template(
      role,
      `          Environment:\n            - Name: DB\n              Value: "${reference}"\n`,
    );
    const { snapshot, problems } = await diagnose(text, 'template.yaml');
    const found = problems.filter(({ rule }) => rule === 'secret-dynamic-reference');
    const [fix] = service.quickFixes(snapshot, found, { offset: 0, end: text.length });
    const mended = applyChanges(text, fix?.changes ?? []);
    expect(mended).toMatch(/Secrets:\s+- Name: DB\s+ValueFrom: /);
    expect(mended.replaceAll('"', '')).toContain(`${valueFrom}\n`);
    expect(mended).not.toContain('resolve');
  });
});
