import { logOptionsOf } from '../../data/log-options';
import { isKnown, knownNames } from '../../model/known';
import { hasOption } from '../../model/option-names';
import { addSecretOption } from '../../model/secret-options';
import { example } from '../example';
import { executionRole, logging, mark } from '../logging-example';
import { defineRule, report, set, suggestion } from '../rule';

const url = { 'splunk-url': 'https://splunk.example.com:8088' };
const withToken = (text: string) =>
  text.replace(
    '\n        }\n',
    `
        },
        "secretOptions": [
          { "name": "splunk-token", "valueFrom": "arn:aws:secretsmanager:us-east-1:111122223333:secret:splunk-AbCdEf" }
        ]
`,
  );

export const rule = defineRule({
  id: 'splunk-required-options',
  category: 'logging',
  severity: 'error',
  title: 'The splunk driver knows where to send logs, and its token',
  why: 'The driver sends to the HTTP Event Collector of a Splunk server, which lets nobody in without a token. It has a default for neither.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html',
  bad: [
    mark(example('EC2', executionRole, logging('splunk', url)), '"options"'),
    mark(example('EC2', executionRole, withToken(logging('splunk', { 'splunk-index': 'web' }))), '"options"'),
    mark(example('EC2', executionRole, logging('splunk')), '"splunk"'),
  ],
  fixed: [
    example('EC2', executionRole, logging('splunk', url)).replace(
      '\n        }\n      },',
      `
        },
        "secretOptions": [
          {
            "name": "splunk-token",
            "valueFrom": "arn:aws:secretsmanager:<region>:<account-id>:secret:<secret-name>"
          }
        ]
      },`,
    ),
    example(
      'EC2',
      executionRole,
      withToken(logging('splunk', { 'splunk-index': 'web', 'splunk-url': 'https://<splunk-host>:8088' })),
    ),
  ],
  good: [
    example('EC2', executionRole, withToken(logging('splunk', url))),
    example('EC2', '', logging('splunk', { ...url, 'splunk-token': '${TOKEN}' })),
    example('EC2', '', '\n      "logConfiguration": { "logDriver": "splunk", "options": "${OPTIONS}" },'),
  ],

  *check(task) {
    for (const { logConfiguration } of task.containerDefinitions.items) {
      const { at, logDriver, options, secretOptions } = logConfiguration;
      const secrets = knownNames(secretOptions);
      if (logDriver.literal !== 'splunk' || !isKnown(options) || !secrets) continue;
      const missing = ['splunk-url', 'splunk-token'].filter(
        (name) => !hasOption(options, name, known) && !secrets.includes(name),
      );
      if (missing.length === 0) continue;
      const names = missing.join(' and ');
      const address = { 'splunk-url': 'https://<splunk-host>:8088' };
      const token = missing.includes('splunk-token') ? addSecretOption(task, logConfiguration, 'splunk-token') : [];
      yield report(
        options.present ? options : logDriver,
        `The splunk driver needs ${names}: without ${missing.length > 1 ? 'them' : 'it'} the container does not start.`,
        token && {
          fix: suggestion(
            `Add ${names}`,
            ...(missing.includes('splunk-url')
              ? [options.present ? set(options, 'splunk-url', address['splunk-url']) : set(at, 'options', address)]
              : []),
            ...token,
          ),
        },
      );
    }
  },
});

const known = logOptionsOf('splunk').options;
