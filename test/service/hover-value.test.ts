import { describe, expect, it } from 'vitest';
import { cloudFormationName } from '../../server/src/service/data/cloudformation-names';
import { dialects, openIn } from '../support/marked-dialects';
import { openAt, service } from '../support/service';

describe.each(dialects)('in $name', (dialect) => {
  /** A member's name as the dialect spells it. */
  const spelled = (name: string) => (dialect.isTemplate ? cloudFormationName(name, undefined) : name);
  const title = (name: string) => new RegExp(`^\\*\\*${spelled(name)}\\*\\*`);

  /** What a hover shows, at the place of `|`. */
  const hover = (marked: string) => {
    const { snapshot, offset } = openIn(dialect, marked);
    return service.hover(snapshot, offset);
  };

  const inContainer = (container: string, rest = '"networkMode": "awsvpc"') =>
    hover(`{ "family": "web", ${rest}, "containerDefinitions": [${container}] }`)?.markdown;

  const inTask = (members: string) => hover(`{ ${members}, "containerDefinitions": [] }`)?.markdown;

  describe('where a member is supported', () => {
    it('names the own launch type that refuses it, and puts it first', () => {
      const text = hover(
        '{ "requiresCompatibilities": ["EC2", "EXTERNAL"], "containerDefinitions": [], "ephemeral|Storage": {} }',
      )?.markdown;
      expect(text).toContain('**Not supported on EC2, External**, which this definition asks for.');
      expect(text).toContain('|   | **EC2** | **External** | Fargate | Managed Instances |');
      expect(text).toContain('| Linux | no | no | yes | no |');
    });

    it('speaks of Windows for a definition of Windows', () => {
      const text = hover(`{ "requiresCompatibilities": ["EC2"], "containerDefinitions": [{ "ulimits|": [] }],
      "runtimePlatform": { "operatingSystemFamily": "WINDOWS_SERVER_2022_CORE" } }`)?.markdown;
      expect(text).toContain('**Not supported on EC2**');
      expect(text).toContain('| Windows | no | no | – | – |');
    });

    it('comes after the first paragraph and before the rest, for members with differences only', () => {
      const text = inContainer('{ "privi|leged": true }') ?? '';
      const order = ['elevated privileges', '| Linux |', 'not supported for Windows', 'API Reference](https:'];
      expect(order.map((part) => text.indexOf(part)).toSorted((a, b) => a - b)).toEqual(
        order.map((part) => text.indexOf(part)),
      );
      expect(order.every((part) => text.includes(part))).toBe(true);
      expect(inContainer('{ "ima|ge": "nginx" }')).not.toContain('| Linux |');
    });
  });

  describe('sizes', () => {
    it('shows the CPU of a task in vCPU, with the Fargate sizes around it', () => {
      const text = inTask('"cpu": "51|2"');
      expect(text).toMatch(/^\*\*512 CPU units\*\* = 0\.5 vCPU\n/);
      expect(text).toContain('| 0.25 | 256 | 0.5, 1, 2 |');
      expect(text).toContain('| **0.5** | **512** | 1, 2, 3, 4 |');
      expect(text).toContain('| 1 | 1024 | 2 to 8 in steps of 1 |');
      expect(text).not.toContain('2048');
    });

    it('shows the nearest sizes of one that Fargate has not', () => {
      const text = inTask('"cpu": "3 v|CPU"');
      expect(text).toContain('**3072 CPU units** = 3 vCPU');
      expect(text).toContain('no such CPU size');
      expect(text).toContain('| 2 | 2048 |');
      expect(text).toContain('| 4 | 4096 |');
      expect(inTask('"cpu": "|64"')).toContain('| 0.25 | 256 |');
      expect(inTask('"cpu": "|65536"')).toContain('| 32 | 32768 |');
    });

    it('leaves Fargate out where the task does not run on it, and its Linux sizes on Windows', () => {
      expect(inTask('"requiresCompatibilities": ["EC2"], "cpu": "51|2"')).not.toContain('Fargate, GiB');
      const windows = '"runtimePlatform": { "operatingSystemFamily": "WINDOWS_SERVER_2022_CORE" }';
      expect(inTask(`${windows}, "cpu": "10|24"`)).not.toContain('| 512 |');
    });

    it('shows memory in GiB with the CPU it goes with', () => {
      const text = inTask('"cpu": "256", "memory": "40|96"');
      expect(text).toMatch(/^\*\*4096 MiB\*\* = 4 GiB\n/);
      expect(text).toContain('On Fargate with 0.5 vCPU, 1 vCPU, 2 vCPU.');
      expect(text).toContain('With the 0.25 vCPU of this task, Fargate offers 0.5, 1, 2 GiB.');
      expect(inTask('"memory": "7|00"')).toContain('no size with this memory');
      expect(inTask('"requiresCompatibilities": ["EC2"], "memory": "7|00"')).toMatch(
        /^\*\*700 MiB\*\* = 0\.684 GiB\n\n---/,
      );
    });

    it("shows a container's part of the task", () => {
      const rest = '"cpu": "1024", "memory": "2048"';
      expect(inContainer('{ "cpu": 2|56 }', rest)).toContain(
        "**256 CPU units** = 0.25 vCPU, 25 % of the task's 1 vCPU",
      );
      expect(inContainer('{ "memory": 5|12 }', rest)).toContain("= 0.5 GiB, 25 % of the task's 2 GiB");
      expect(inContainer('{ "memory": 5|12 }', rest)).toContain('hard limit');
      expect(inContainer('{ "memoryReservation": 5|12 }', rest)).toContain('soft limit');
      expect(inContainer('{ "cpu": 2|56 }')).not.toContain('%');
    });
  });

  describe('names of resources', () => {
    it('takes an ARN apart', () => {
      const text = inTask('"taskRoleArn": "arn:aws-cn:iam::111122223333:ro|le/web"');
      expect(text).toContain('| Partition | `aws-cn`: China |');
      expect(text).toContain('| Service | `iam` |');
      expect(text).toContain('| Region | none: global |');
      expect(text).toContain('| Account | `111122223333` |');
      expect(text).toContain('| Resource | `role/web` |');
    });

    it('takes an image reference apart', () => {
      expect(inContainer('{ "image": "ng|inx" }')).toContain('Docker Hub, the default when none is named');
      expect(inContainer('{ "image": "ng|inx" }')).toContain('official image, `library/nginx`');
      expect(inContainer('{ "image": "ng|inx" }')).toContain('| Tag | `latest`, the default');
      const pinned = inContainer('{ "image": "public.ecr.aws/ng|inx/nginx:1.27@sha256:0123" }');
      expect(pinned).toContain('| Registry | `public.ecr.aws`: Amazon ECR Public |');
      expect(pinned).toContain('| Repository | `nginx/nginx` |');
      expect(pinned).toContain('| Tag | `1.27` |');
      expect(pinned).toContain('| Digest | `sha256:0123`: always the same image |');
      const ecr = inContainer('{ "image": "111122223333.dkr.ecr.eu-west-1.amazonaws.com/te|am/app@sha256:0123" }');
      expect(ecr).toContain('| Account | `111122223333` |');
      expect(ecr).toContain('| Region | `eu-west-1` |');
      expect(ecr).not.toContain('| Tag |');
      expect(inContainer('{ "image": "localhost:5000/a|pp:1" }')).toContain('| Registry | `localhost:5000` |');
    });

    it('tells which part of which version of a secret is meant, and as what it arrives', () => {
      const secret = (valueFrom: string) =>
        inContainer(`{ "secrets": [{ "name": "PW", "valueFrom": "${valueFrom}" }] }`);
      const base = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret';
      expect(secret(`${base}:d|b-AbC123`)).toContain('environment variable `PW`');
      expect(secret(`${base}:d|b-AbC123`)).toContain('| Secret | `db` |');
      expect(secret(`${base}:d|b-AbC123`)).toContain('| JSON key | none: the whole secret |');
      expect(secret(`${base}:d|b-AbC123:password::`)).toContain('| JSON key | `password` |');
      expect(secret(`${base}:d|b-AbC123::AWSPREVIOUS:`)).toContain('stage `AWSPREVIOUS`');
      expect(secret(`${base}:d|b-AbC123:::1234`)).toContain('id `1234`');
      expect(secret(`${base}:my-|secret`)).toContain('| Secret | `my-secret` |');
      expect(secret('arn:aws:ssm:eu-west-1:111122223333:parameter/prod/p|w')).toContain('| Parameter | `/prod/pw` |');
      expect(secret('/prod/p|w')).toContain('Parameter `/prod/pw` of the Systems Manager Parameter Store');
    });

    it('shows text of the document as text', () => {
      const text = inTask('"taskRoleArn": "arn:aws:iam::111122223333:role/a`**b**|[x](https://example.com)``c"') ?? '';
      expect(text).toContain('| ``` role/a`**b**[x](https://example.com)``c ``` |');
      expect(inTask('"taskRoleArn": "arn:aws:iam::111122223333:role/a|||b"')).toContain('`role/a\\|\\|b`');
    });
  });

  describe('port mappings', () => {
    const port = (mapping: string, rest: string) =>
      inContainer(`{ "name": "app", "portMappings": [{ ${mapping} }] }`, rest);

    it.each([
      [
        '"containerPort": 8|0',
        '"networkMode": "awsvpc"',
        "port `80` of container `app` can be reached at the same port of the task's own IP address",
      ],
      ['"containerPort": 8|0', '"networkMode": "awsvpc"', '`localhost:80`'],
      [
        '"containerPort": 80, "hostPort": 80|80',
        '"networkMode": "bridge"',
        'at port `8080` of the instance: one such task',
      ],
      ['"containerPort": 8|0', '"networkMode": "bridge"', 'a port of the instance that Docker picks'],
      [
        '"containerPort": 80, "hostPort": |0',
        '"requiresCompatibilities": ["EC2"]',
        'a port of the instance that Docker picks',
      ],
      [
        '"containerPort": 80, "hostPort": "${PORT}", "protocol": "ud|p"',
        '"networkMode": "bridge"',
        '`UDP` port `80` of container `app` can be reached at a port of the instance.',
      ],
      ['"containerPort": 8|0', '"networkMode": "host"', 'is the same port of the instance itself'],
      ['"containerPort": 8|0', '"networkMode": "none"', 'cannot be reached'],
      [
        '"containerPortRange": "80-|90"',
        '"networkMode": "awsvpc"',
        'ports `80-90` of container `app` can be reached at the same ports',
      ],
      [
        '"name": "we|b", "containerPort": 80, "appProtocol": "http"',
        '"networkMode": "awsvpc"',
        'Service Connect knows the port as `web` and its traffic as `http`.',
      ],
    ])('%s with %s', (mapping, rest, expected) => {
      expect(port(mapping, rest)).toContain(expected);
    });

    it('says nothing of a mapping whose network mode or port is not known', () => {
      expect(port('"containerPort": 8|0', '"networkMode": "${MODE}"')).toMatch(title('containerPort'));
      expect(port('"containerPort": 8|0', '"requiresCompatibilities": ["FARGATE"]')).toMatch(title('containerPort'));
      expect(port('"containerPort": "${PORT}", "protocol": "tc|p"', '"networkMode": "awsvpc"')).toMatch(
        title('protocol'),
      );
    });
  });

  describe('values of sets', () => {
    it('says what one means and where it is supported', () => {
      const text = inTask('"requiresCompatibilities": ["FARGATE"], "networkMode": "brid|ge"');
      expect(text).toMatch(/^\*\*bridge\*\* · Containers are behind a virtual network/);
      expect(text).toContain('**Not supported on Fargate**');
      expect(text).toContain(`\n---\n\n**${spelled('networkMode')}** · one of a set\n`);
      expect(inTask('"runtimePlatform": { "cpuArchitecture": "ARM|64" }')).toContain('linux/arm64');
      expect(inContainer('{ "logConfiguration": { "logDriver": "js|on-file" } }')).toContain('lost with it');
    });

    it.each([
      ['START', 'has started'],
      ['COMPLETE', 'whatever its exit code'],
      ['SUCCESS', 'exited with code 0'],
      ['HEALTHY', 'health check of `db` has passed'],
    ])('explains a dependency on %s', (condition, expected) => {
      const text = inContainer(
        `{ "name": "app", "dependsOn": [{ "containerName": "db", "condition": "|${condition}" }] }`,
      );
      expect(text).toContain(`**${condition}** · \`app\` starts once`);
      expect(text).toContain(expected);
    });

    it('falls back to the member for what it does not know', () => {
      expect(inTask('"networkMode": "brigde|"')).toMatch(title('networkMode'));
      expect(inTask('"networkMode": "constructor|"')).toMatch(title('networkMode'));
      expect(inContainer('{ "dependsOn": [{ "containerName": "db", "condition": "R|EADY" }] }')).toMatch(
        title('condition'),
      );
      expect(inTask('"taskRoleArn": "${RO|LE}"')).toMatch(title('taskRoleArn'));
      expect(inTask('"taskRoleArn": "arn:aws:iam::${ACC|OUNT}:role/web"')).toMatch(title('taskRoleArn'));
    });
  });

  describe('log options', () => {
    const option = (driver: string, options: string) =>
      inContainer(`{ "logConfiguration": { "logDriver": "${driver}", "options": { ${options} } } }`);

    it('explains an option of the driver, at its key and at its value', () => {
      expect(option('awslogs', '"awslogs-stream-pre|fix": "ecs"')).toContain('Required on Fargate.');
      expect(option('awslogs', '"awslogs-create-group": "tr|ue"')).toContain('`logs:CreateLogGroup`');
      expect(option('awslogs', '"mo|de": "blocking"')).toContain('One of `non-blocking`, `blocking`.');
      expect(option('splunk', '"splunk-tok|en": "x"')).toContain('Required here or in `secretOptions`.');
      expect(option('awsfirelens', '"Na|me": "s3"')).toContain('output plug-in of Fluent Bit');
      expect(option('awsfirelens', '"Name": "s|3"')).toContain('`s3`: Uploads files to a bucket');
      expect(option('journald', '"max-buffer-si|ze": "25m"')).toContain('Default: 10m.');
    });

    it('does not explain one that the driver does not have', () => {
      expect(option('awslogs', '"splunk-tok|en": "x"')).not.toContain('option of');
      expect(option('awsfirelens', '"mo|de": "blocking"')).not.toContain('option of');
      expect(option('awslogs', '"toStr|ing": "x"')).not.toContain('option of');
    });
  });
});

it('is silent on functions of CloudFormation', () => {
  const template = (properties: string) =>
    openAt(
      `Resources:\n  Web:\n    Type: AWS::ECS::TaskDefinition\n    Properties:\n      ${properties}\n`,
      'file:///w/template.yaml',
    );
  for (const properties of [
    'NetworkMode: !Ref ho|st',
    'NetworkMode: { Ref: ho|st }',
    'TaskRoleArn: !Sub arn:aws:iam::111122223333:role/w|eb',
  ]) {
    const { snapshot, offset } = template(properties);
    expect(service.hover(snapshot, offset)?.markdown ?? '').not.toMatch(/\*\*host\*\*|\| Partition/);
  }
});
