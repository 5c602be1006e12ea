import { fargateMaxTimeout } from '../../data/fargate-limits';
import { workerName } from '../../data/worker-names';
import { defineRule, report, set, suggestion } from '../rule';

const named = (name: string, more = '', marks = '') => `{
  "family": "web",
  "containerDefinitions": [
    { "name": "${name}", "image": "example/app:1.2", "memory": 512${more} }${marks}
  ]
}`;

export const rule = defineRule({
  id: 'stop-timeout-default',
  category: 'reliability',
  severity: 'hint',
  title: 'A worker says how long it may take to stop',
  why: `When a task is stopped, each container gets SIGTERM and 30 seconds by default; then it is killed in the middle of its job. A worker often needs longer to end what it has begun: up to ${fargateMaxTimeout} seconds on Fargate, more on EC2.`,
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  optIn: true,
  bad: [named('queue-worker', '', `\n//            ${'^'.repeat('"queue-worker"'.length)}`)],
  fixed: [named('queue-worker', `, "stopTimeout": ${fargateMaxTimeout}`)],
  good: [named('queue-worker', ', "stopTimeout": 60'), named('app'), named('network'), named('${name}-worker')],

  *check({ containerDefinitions }) {
    for (const { at, name, stopTimeout } of containerDefinitions.items) {
      if (stopTimeout.present || name.literal === undefined || !workerName.test(name.literal)) continue;
      yield report(
        name,
        `'${name.literal}' has 30 seconds to end its work when the task is stopped, and is killed then. Set stopTimeout to what a job takes.`,
        { fix: suggestion(`Set stopTimeout to ${fargateMaxTimeout}`, set(at, 'stopTimeout', fargateMaxTimeout)) },
      );
    }
  },
});
