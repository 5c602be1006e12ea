import { describe, expect, it } from 'vitest';
import { links } from '../../server/src/service/features/links';
import { type Dialect, dialects } from '../support/marked-dialects';
import { service } from '../support/service';

/** Text without its quotes, and address of each link. */
const linkedIn = (uri: string, text: string) =>
  links(service.open(uri, text)).map(({ span, target }) => [
    text.slice(span.offset, span.end).replace(/^(["'])(.*)\1$/, '$2'),
    target,
  ]);
const linksIn = (dialect: Dialect) => {
  const linked = (json: string) => linkedIn(dialect.uri, dialect.write(json));
  return { linked, targets: (json: string) => linked(json).map(([, target]) => target) };
};
const task = (members: string) => `{ ${members}, "containerDefinitions": [] }`;
const container = (members: string) => `{ "containerDefinitions": [{ ${members} }] }`;

describe.each(dialects)('in $name', (dialect) => {
  const { linked, targets } = linksIn(dialect);
  describe('console pages of ARNs', () => {
    it.each([
      ['arn:aws:iam::111122223333:role/web', 'https://console.aws.amazon.com/iam/home#/roles/web'],
      ['arn:aws:iam::111122223333:role/service-role/web', 'https://console.aws.amazon.com/iam/home#/roles/web'],
      ['arn:aws-cn:iam::111122223333:role/web', 'https://console.amazonaws.cn/iam/home#/roles/web'],
      ['arn:aws-us-gov:iam::111122223333:role/web', 'https://console.amazonaws-us-gov.com/iam/home#/roles/web'],
      [
        'arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/db-AbC123:password::',
        'https://eu-west-1.console.aws.amazon.com/secretsmanager/secret?name=prod%2Fdb&region=eu-west-1',
      ],
      [
        'arn:aws-cn:secretsmanager:cn-north-1:111122223333:secret:db-AbC123',
        'https://cn-north-1.console.amazonaws.cn/secretsmanager/secret?name=db&region=cn-north-1',
      ],
      [
        'arn:aws-us-gov:ssm:us-gov-west-1:111122223333:parameter/prod/db',
        'https://us-gov-west-1.console.amazonaws-us-gov.com/systems-manager/parameters/%252Fprod%252Fdb/description?region=us-gov-west-1',
      ],
      [
        'arn:aws:ssm:eu-west-1:111122223333:parameter/db',
        'https://eu-west-1.console.aws.amazon.com/systems-manager/parameters/db/description?region=eu-west-1',
      ],
      [
        'arn:aws:logs:eu-west-1:111122223333:log-group:/ecs/web:*',
        'https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#logsV2:log-groups/log-group/$252Fecs$252Fweb',
      ],
      [
        'arn:aws:elasticfilesystem:eu-west-1:111122223333:file-system/fs-12345678',
        'https://eu-west-1.console.aws.amazon.com/efs/home?region=eu-west-1#/file-systems/fs-12345678',
      ],
      [
        'arn:aws:ecr:eu-west-1:111122223333:repository/team/app',
        'https://eu-west-1.console.aws.amazon.com/ecr/repositories/private/111122223333/team/app?region=eu-west-1',
      ],
      [
        'arn:aws:ecs:eu-west-1:111122223333:task-definition/web:7',
        'https://eu-west-1.console.aws.amazon.com/ecs/v2/task-definitions/web/7?region=eu-west-1',
      ],
      ['arn:aws:s3:::my-bucket/prod.env', 'https://console.aws.amazon.com/s3/object/my-bucket?prefix=prod.env'],
    ])('%s', (arn, target) => {
      expect(linked(task(`"taskRoleArn": "${arn}"`))).toEqual([[arn, target]]);
    });

    it.each([
      'arn:aws:iam::${ACCOUNT}:role/web',
      'arn:aws:iam::<account-id>:role/web',
      'arn:aws:iam::111122223333:policy/web',
      'arn:aws:sqs:eu-west-1:111122223333:queue',
      'arn:aws:s3:::my-bucket',
      'arn:aws-iso:iam::111122223333:role/web',
      'arn:aws:ssm::111122223333:parameter/db',
      'arn:aws:ssm:cn-north-1:111122223333:parameter/db',
      'arn:aws:ssm:evil.example.com/:111122223333:parameter/db',
      'arn:aws:s3:::my-bucket/\\ud800',
      'arn:aws:constructor:eu-west-1:111122223333:x',
      'web',
    ])('none for %s', (arn) => {
      expect(linked(task(`"taskRoleArn": "${arn}"`))).toEqual([]);
    });

    it('finds them in every value, not in keys', () => {
      const arn = 'arn:aws:iam::111122223333:role/web';
      expect(
        linked(container(`"dockerLabels": { "${arn}": "x" }, "environment": [{ "name": "ROLE", "value": "${arn}" }]`)),
      ).toHaveLength(1);
      expect(targets(container('"credentialSpecs": ["credentialspec:arn:aws:s3:::my-bucket/spec.json"]'))).toEqual([
        'https://console.aws.amazon.com/s3/object/my-bucket?prefix=spec.json',
      ]);
    });
  });

  describe('images', () => {
    it.each([
      ['nginx', 'https://hub.docker.com/_/nginx'],
      ['docker.io/library/nginx:1.27', 'https://hub.docker.com/_/nginx'],
      ['datadog/agent:7', 'https://hub.docker.com/r/datadog/agent'],
      ['public.ecr.aws/docker/library/nginx:1.27', 'https://gallery.ecr.aws/docker/library/nginx'],
      ['quay.io/prometheus/node-exporter:v1', 'https://quay.io/repository/prometheus/node-exporter'],
      [
        '111122223333.dkr.ecr.eu-west-1.amazonaws.com/team/app:1',
        'https://eu-west-1.console.aws.amazon.com/ecr/repositories/private/111122223333/team/app?region=eu-west-1',
      ],
      [
        '111122223333.dkr.ecr.cn-north-1.amazonaws.com.cn/app@sha256:01',
        'https://cn-north-1.console.amazonaws.cn/ecr/repositories/private/111122223333/app?region=cn-north-1',
      ],
      [
        '111122223333.dkr.ecr-fips.us-gov-west-1.amazonaws.com/app:1',
        'https://us-gov-west-1.console.amazonaws-us-gov.com/ecr/repositories/private/111122223333/app?region=us-gov-west-1',
      ],
      [
        '111122223333.dkr-ecr.eu-west-1.on.aws/app:1',
        'https://eu-west-1.console.aws.amazon.com/ecr/repositories/private/111122223333/app?region=eu-west-1',
      ],
    ])('%s', (image, target) => {
      expect(linked(container(`"image": "${image}"`))).toEqual([[image, target]]);
    });

    it.each([
      '${IMAGE}',
      '<IMAGE1_NAME>',
      'registry.example.com/app:1',
      'localhost:5000/app',
      'Not An Image',
      '../../x',
    ])('none for %s', (image) => {
      expect(linked(container(`"image": "${image}"`))).toEqual([]);
    });
  });

  describe('names without a region of their own', () => {
    const logs = (region: string) =>
      `"logConfiguration": { "logDriver": "awslogs", "options": { "awslogs-group": "/ecs/web", ${region} } }`;
    const efs = '"volumes": [{ "name": "d", "efsVolumeConfiguration": { "fileSystemId": "fs-12345678" } }]';

    it('takes that of the log options for a log group', () => {
      expect(linked(container(logs('"awslogs-region": "cn-north-1"')))).toEqual([
        [
          '/ecs/web',
          'https://cn-north-1.console.amazonaws.cn/cloudwatch/home?region=cn-north-1#logsV2:log-groups/log-group/$252Fecs$252Fweb',
        ],
      ]);
      expect(linked(container(logs('"mode": "blocking"')))).toEqual([]);
      expect(linked(container(logs('"awslogs-region": "${REGION}"')))).toEqual([]);
      expect(linked(container(logs('"awslogs-region": "example.com/"')))).toEqual([]);
      expect(linked(container(logs('"awslogs-region": "us-iso-east-1"')))).toEqual([]);
    });

    it('takes the only region of the task for file systems, parameters and secrets', () => {
      const text = `{ "containerDefinitions": [{ ${logs('"awslogs-region": "eu-west-1"')},
      "secrets": [{ "name": "PW", "valueFrom": "/prod/pw" }], "repositoryCredentials": { "credentialsParameter": "hub" } }], ${efs} }`;
      expect(targets(text).slice(1)).toEqual([
        'https://eu-west-1.console.aws.amazon.com/systems-manager/parameters/%252Fprod%252Fpw/description?region=eu-west-1',
        'https://eu-west-1.console.aws.amazon.com/secretsmanager/secret?name=hub&region=eu-west-1',
        'https://eu-west-1.console.aws.amazon.com/efs/home?region=eu-west-1#/file-systems/fs-12345678',
      ]);
    });

    it('leaves them alone where none or two are named, unless the definition has its own ARN', () => {
      const secret = '"secrets": [{ "name": "A", "valueFrom": "arn:aws:ssm:us-east-1:111122223333:parameter/a" }]';
      const two = `"containerDefinitions": [{ ${logs('"awslogs-region": "eu-west-1"')}, ${secret} }], ${efs}`;
      expect(linked(`{ "containerDefinitions": [], ${efs} }`)).toEqual([]);
      expect(linked(`{ ${two} }`).map(([name]) => name)).not.toContain('fs-12345678');
      const described = `{ "taskDefinitionArn": "arn:aws:ecs:us-east-1:111122223333:task-definition/web:7", ${two} }`;
      // Only what describes a definition has an ARN of its own.
      if (dialect.isTemplate) expect(linked(described).map(([name]) => name)).not.toContain('fs-12345678');
      else
        expect(targets(described).at(-1)).toBe(
          'https://us-east-1.console.aws.amazon.com/efs/home?region=us-east-1#/file-systems/fs-12345678',
        );
    });
  });
});

it('functions of CloudFormation lead nowhere', () => {
  const template = `Resources:
  Web:
    Type: AWS::ECS::TaskDefinition
    Properties:
      TaskRoleArn: !Sub arn:aws:iam::111122223333:role/web
      ContainerDefinitions:
        - Image: !Sub nginx
        - Image: !Ref Image
        - Image: { Fn::Sub: nginx }
        - Image: nginx
`;
  expect(linkedIn('file:///w/template.yaml', template)).toEqual([['nginx', 'https://hub.docker.com/_/nginx']]);
});
