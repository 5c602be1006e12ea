import { mark, routed } from '../logging-example';
import { defineRule, replace, report, set, suggestion } from '../rule';

const onFargate = `"networkMode": "awsvpc",
"requiresCompatibilities": ["FARGATE"],
"cpu": "256",
"memory": "512",`;
const router = (type: string, value: string) => `"memoryReservation": 50,
"firelensConfiguration": {
  "type": "fluentbit",
  "options": {
    "config-file-type": "${type}",
    "config-file-value": "${value}"
  }
}`;

export const rule = defineRule({
  id: 'firelens-s3-config-fargate',
  category: 'logging',
  severity: 'error',
  title: 'On Fargate the configuration of a log router is a file of its image',
  why: 'The ECS agent fetches a configuration from Amazon S3 on instances only. On Fargate it has to be in the image of the router, or be fetched by the image itself, as the init images of AWS for Fluent Bit do.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_FirelensConfiguration.html',
  bad: [mark(routed({ task: onFargate, router: router('s3', 'arn:aws:s3:::web-config/extra.conf') }), '"s3"')],
  fixed: [routed({ task: onFargate, router: router('file', '/<path-in-the-image>') })],
  good: [
    routed({ task: onFargate, router: router('file', '/extra.conf') }),
    routed({ router: router('s3', 'arn:aws:s3:::web-config/extra.conf') }),
  ],

  *check(task) {
    if (!task.launchType('FARGATE')) return;
    for (const { firelensConfiguration } of task.logRouting.routers) {
      const { options } = firelensConfiguration;
      const type = options.get('config-file-type');
      if (type.literal !== 's3') continue;
      yield report(
        type,
        'On Fargate a log router cannot have its configuration from Amazon S3. Put the file into the image of the router, and set the type to file.',
        {
          fix: suggestion(
            'Read the configuration from the image',
            replace(type, 'file'),
            set(options, 'config-file-value', '/<path-in-the-image>'),
          ),
        },
      );
    }
  },
});
