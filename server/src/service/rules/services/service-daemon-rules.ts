import { asksFor } from '../../model/known';
import { launchTypeOf, type RequestInput } from '../../model/request';
import { serviceExample } from '../request-example';
import { defineRule, type Report, remove, replace, report, suggestion } from '../rule';

const daemon = (members: string) => serviceExample(`"schedulingStrategy": "DAEMON",\n${members}`);

export const rule = defineRule({
  id: 'service-daemon-rules',
  category: 'correctness',
  severity: 'error',
  title: 'A daemon service has nothing that only replicas have',
  why: 'A daemon runs one task on every instance, so that there is no number of tasks, no choice of place and no second task beside the first during a deployment. ECS answers: “The daemon scheduling strategy does not support a desired count for services”.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
  about: 'request',
  bad: [
    daemon(`"desiredCount": 2
                ^`),
    daemon(`"placementStrategy": [{ "type": "random" }]
^^^^^^^^^^^^^^^^^^^`),
    daemon(`"deploymentConfiguration": { "maximumPercent": 200 }
                                               ^^^`),
    daemon(`"availabilityZoneRebalancing": "ENABLED"
                               ^^^^^^^^^`),
    daemon(`"launchType": "FARGATE"
              ^^^^^^^^^`),
    daemon(`"deploymentController": { "type": "CODE_DEPLOY" }
                                  ^^^^^^^^^^^^^`),
  ],
  fixed: [
    serviceExample('"schedulingStrategy": "DAEMON"'),
    serviceExample('"schedulingStrategy": "DAEMON"'),
    daemon('"deploymentConfiguration": { "maximumPercent": 100 }'),
    daemon('"availabilityZoneRebalancing": "DISABLED"'),
  ],
  good: [
    daemon('"launchType": "EC2", "deploymentConfiguration": { "maximumPercent": 100, "minimumHealthyPercent": 0 }'),
    daemon('"desiredCount": "${COUNT}", "placementStrategy": [], "availabilityZoneRebalancing": "DISABLED"'),
    serviceExample('"schedulingStrategy": "REPLICA", "desiredCount": 2, "placementStrategy": [{ "type": "random" }]'),
    serviceExample('"schedulingStrategy": "${STRATEGY}", "desiredCount": 2'),
  ],

  *checkRequest(request) {
    if (request.schedulingStrategy.literal !== 'DAEMON') return;
    yield* ofReplicas(request);
    yield* ofDeployments(request);
    if (launchTypeOf(request) === 'FARGATE')
      yield report(
        request.launchType.present ? request.launchType : request.capacityProviderStrategy,
        "Fargate has no instances to run a daemon on. Use the launch type 'EC2', or schedule replicas.",
      );
  },
});

function* ofReplicas({ desiredCount, placementStrategy, availabilityZoneRebalancing }: RequestInput): Iterable<Report> {
  if (desiredCount.literal !== undefined)
    yield report(
      desiredCount,
      "A daemon runs one task on every instance: it has no desired count, not even 0. Remove 'desiredCount'.",
      { fix: suggestion("Remove 'desiredCount'", remove(desiredCount)) },
    );
  if (asksFor(placementStrategy))
    yield report(
      placementStrategy,
      "A daemon runs on every instance: there is nothing to choose. Remove 'placementStrategy'; constraints are possible.",
      { atKey: true, fix: suggestion("Remove 'placementStrategy'", remove(placementStrategy)) },
    );
  if (availabilityZoneRebalancing.literal === 'ENABLED')
    yield report(
      availabilityZoneRebalancing,
      "The tasks of a daemon cannot move to other zones: each belongs to its instance. Set 'DISABLED'.",
      { fix: suggestion("Change to 'DISABLED'", replace(availabilityZoneRebalancing, 'DISABLED')) },
    );
}

function* ofDeployments({ deploymentConfiguration, deploymentController }: RequestInput): Iterable<Report> {
  const { maximumPercent } = deploymentConfiguration;
  if ((maximumPercent.literal ?? 0) > 100)
    yield report(
      maximumPercent,
      `A daemon stops the task of an instance before it starts the next: maximumPercent is 100, not ${maximumPercent.literal}.`,
      { fix: suggestion('Change to 100', replace(maximumPercent, 100)) },
    );
  const { literal } = deploymentController.type;
  if (literal === 'CODE_DEPLOY' || literal === 'EXTERNAL')
    yield report(
      deploymentController.type,
      `A daemon is deployed by ECS itself: the controller ${literal} has replicas only. Use 'ECS'.`,
    );
}
