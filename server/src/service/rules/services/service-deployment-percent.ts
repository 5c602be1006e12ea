import type { RequestInput } from '../../model/request';
import { serviceExample } from '../request-example';
import { defineRule, replace, report, suggestion } from '../rule';

const deployed = (minimum: string, maximum: string, more = '') =>
  serviceExample(`${more}"deploymentConfiguration": {
  "minimumHealthyPercent": ${minimum}
  "maximumPercent": ${maximum}
}`);

export const rule = defineRule({
  id: 'service-deployment-percent',
  category: 'correctness',
  severity: 'error',
  title: 'A deployment has room to stop or to start a task',
  why: 'The minimum is at most and the maximum at least 100 percent of the desired count. Where both are 100, no task can be stopped and none be started; ECS answers: “Both maximumPercent and minimumHealthyPercent cannot be 100 as this will block any deployment”.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html',
  about: 'request',
  bad: [
    deployed(
      '100,',
      `100
                    ^^^`,
    ),
    deployed(
      `150,
                           ^^^`,
      '200',
    ),
    deployed(
      '50,',
      `90
                    ^^`,
    ),
  ],
  fixed: [deployed('100,', '200'), deployed('100,', '200'), deployed('50,', '200')],
  good: [
    deployed('100,', '200'),
    deployed('0,', '100'),
    deployed('"${MINIMUM}",', '100'),
    deployed('100,', '100', '"deploymentController": { "type": "CODE_DEPLOY" }, '),
  ],

  *checkRequest(request) {
    const { minimumHealthyPercent: minimum, maximumPercent: maximum } = request.deploymentConfiguration;
    if ((minimum.literal ?? 0) > 100)
      yield report(
        minimum,
        `minimumHealthyPercent is ${minimum.literal}, but no more than all tasks can be healthy: 100 at most.`,
        { fix: suggestion('Change to 100', replace(minimum, 100)) },
      );
    if ((maximum.literal ?? 100) < 100)
      yield report(
        maximum,
        `maximumPercent is ${maximum.literal}, less than the desired count itself: 100 at least, and 200 to start all new tasks beside the old ones.`,
        { fix: suggestion('Change to 200', replace(maximum, 200)) },
      );
    if (minimum.literal !== 100 || maximum.literal !== 100 || !isRolling(request)) return;
    // A daemon never has more than one task on an instance.
    const isDaemon = request.schedulingStrategy.literal === 'DAEMON';
    const [place, value] = isDaemon ? [minimum, 0] : [maximum, 200];
    yield report(
      place,
      `With a minimum and a maximum of 100 percent no task can be stopped and none be started: every deployment would be blocked. ${isDaemon ? 'Lower minimumHealthyPercent.' : 'Raise maximumPercent, or lower minimumHealthyPercent.'}`,
      { fix: suggestion(`Change to ${value}`, replace(place, value)) },
    );
  },
});

/** In the other deployments the percentages mean nothing, or something else. */
function isRolling({ deploymentController, deploymentConfiguration: { strategy } }: RequestInput): boolean {
  const { type } = deploymentController;
  return (!type.present || type.literal === 'ECS') && (!strategy.present || strategy.literal === 'ROLLING');
}
