import { maxRequestBytes } from '../../data/limits';
import { requestBytes } from '../../model/request-size';
import { defineRule, report } from '../rule';

/** From here on a few members more, or ECS's own way of counting, may pass the limit. */
const nearlyTooLarge = 58_000;

const withScript = (length: number) =>
  `  { "family": "web", "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128, "command": ["sh", "-c", "${'x'.repeat(length)}"] }] }`;

export const rule = defineRule({
  id: 'task-definition-too-large',
  category: 'correctness',
  severity: 'error',
  title: `A task definition has at most ${maxRequestBytes} bytes`,
  why: `ECS measures the request and refuses more: "Max allowed length is '65536' bytes." How it counts is not documented, so ${nearlyTooLarge} bytes of compact JSON are a warning.`,
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html',
  bad: [`${withScript(maxRequestBytes)}\n//^`, `${withScript(nearlyTooLarge)}\n//^`],
  good: [withScript(nearlyTooLarge - 1000)],

  *check(task) {
    const bytes = requestBytes(task);
    if (bytes <= nearlyTooLarge) return;
    const advice = 'Keep configuration in environmentFiles, secrets or the image.';
    yield bytes > maxRequestBytes
      ? report(
          task.at,
          `The task definition has ${bytes} bytes as JSON; ECS takes ${maxRequestBytes} at most. ${advice}`,
        )
      : report(
          task.at,
          `The task definition has ${bytes} bytes as JSON, close to the ${maxRequestBytes} that ECS takes. ${advice}`,
          { severity: 'warning' },
        );
  },
});
