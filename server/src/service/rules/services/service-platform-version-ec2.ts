import { launchTypeOf } from '../../model/request';
import { serviceExample } from '../request-example';
import { defineRule, remove, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'service-platform-version-ec2',
  category: 'correctness',
  severity: 'error',
  title: 'Only tasks on Fargate have a platform version',
  why: 'The version is that of the environment of Fargate; your own instances have none. ECS answers: “The platform version must be null when specifying an EC2 launch type.”',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
  about: 'request',
  bad: [
    serviceExample(`"launchType": "EC2",
"platformVersion": "LATEST"
                   ^^^^^^^^`),
  ],
  fixed: [serviceExample('"launchType": "EC2"')],
  good: [
    serviceExample('"launchType": "FARGATE", "platformVersion": "LATEST"'),
    serviceExample('"launchType": "EC2", "platformVersion": "${PLATFORM}"'),
    serviceExample('"launchType": "EC2", "platformVersion": null'),
    serviceExample('"platformVersion": "LATEST"'),
  ],

  *checkRequest(request) {
    const { platformVersion } = request;
    const launchType = launchTypeOf(request);
    if (!launchType || launchType === 'FARGATE' || platformVersion.literal === undefined) return;
    yield report(
      platformVersion,
      `Tasks on ${launchType} have no platform version: only Fargate has. Remove 'platformVersion'.`,
      { fix: suggestion("Remove 'platformVersion'", remove(platformVersion)) },
    );
  },
});
