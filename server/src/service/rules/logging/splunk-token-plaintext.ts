import { secretOption } from '../../data/log-options';
import { aboutSecret } from '../../data/secret-names';
import { parseArn } from '../../model/resource-names';
import { addSecretOption } from '../../model/secret-options';
import { example } from '../example';
import { executionRole, logging, mark } from '../logging-example';
import { defineRule, remove, report, suggestion } from '../rule';

const url = { 'splunk-url': 'https://splunk.example.com:8088' };
const datadog = { Name: 'datadog', Host: 'http-intake.logs.datadoghq.com' };
const arn = 'arn:aws:secretsmanager:us-east-1:111122223333:secret:datadog-AbCdEf';
const withSecret = (text: string, name: string, valueFrom: string) =>
  text.replace(
    '\n        }\n      },',
    `
        },
        "secretOptions": [
          {
            "name": "${name}",
            "valueFrom": "${valueFrom}"
          }
        ]
      },`,
  );

export const rule = defineRule({
  id: 'splunk-token-plaintext',
  category: 'security',
  severity: 'warning',
  title: 'Tokens and keys of log destinations are secret options',
  why: 'Everyone who may describe the task definition reads the options of its log drivers, and every old revision keeps them. secretOptions takes them from Secrets Manager or Systems Manager when the task starts.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-logconfig.html',
  bad: [
    mark(example('EC2', executionRole, logging('splunk', { ...url, 'splunk-token': 'a1b2c3' })), '"a1b2c3"'),
    mark(example('EC2', executionRole, logging('awsfirelens', { ...datadog, apikey: 'a1b2c3' })), '"a1b2c3"'),
    mark(example('EC2', executionRole, logging('awsfirelens', { ...datadog, apikey: arn })), `"${arn}"`),
  ],
  fixed: [
    withSecret(
      example('EC2', executionRole, logging('splunk', url)),
      'splunk-token',
      'arn:aws:secretsmanager:<region>:<account-id>:secret:<secret-name>',
    ),
    withSecret(
      example('EC2', executionRole, logging('awsfirelens', datadog)),
      'apikey',
      'arn:aws:secretsmanager:<region>:<account-id>:secret:<secret-name>',
    ),
    withSecret(example('EC2', executionRole, logging('awsfirelens', datadog)), 'apikey', arn),
  ],
  good: [
    withSecret(example('EC2', executionRole, logging('awsfirelens', datadog)), 'apikey', arn),
    example('EC2', '', logging('splunk', { ...url, 'splunk-token': '${TOKEN}' })),
    example(
      'EC2',
      '',
      logging('awsfirelens', { Name: 'http', log_key: 'log', token_file: '/etc/token', 'tls.verify': 'on' }),
    ),
  ],

  *check(task) {
    for (const { logConfiguration } of task.containerDefinitions.items) {
      const { options } = logConfiguration;
      for (const name of options.keys) {
        if (!secretOption.test(name) || aboutSecret.test(name)) continue;
        const option = options.get(name);
        if (!option.literal || /^(?:true|false|on|off)$/i.test(option.literal)) continue;
        const { service = '' } = parseArn(option.literal) ?? {};
        const isReference = service === 'secretsmanager' || service === 'ssm';
        const move = addSecretOption(task, logConfiguration, name, ...(isReference ? [option.literal] : []));
        const alone = options.keys.length === 1;
        // The value stays out of the message: messages end up in logs and reports.
        yield report(
          option,
          isReference
            ? `options hands over the ARN itself. Name it in secretOptions, and '${name}' is the secret behind it.`
            : `'${name}' looks like a secret, and options is plain text for everyone who may read the task definition. Keep the value in Secrets Manager or Systems Manager and name it in secretOptions.`,
          move && {
            fix: suggestion(`Move '${name}' to secretOptions`, remove(alone ? options : option), ...move),
          },
        );
      }
    }
  },
});
