import { expect, test } from 'vitest';
import * as records from '../../client/src/aws/records';
import { toRevision } from '../../client/src/aws/revision-records';

// Emulators leave members out; nothing may break on it, and nothing may be made up.
test('records of answers that hold nothing', () => {
  const cluster = 'arn:aws:ecs:us-east-1:111122223333:cluster/shop';
  expect({
    cluster: records.toCluster({ clusterArn: cluster }),
    service: records.toService({}, cluster),
    task: records.toTask({ containers: [{}] }, cluster),
    failure: records.toFailureRecord({}),
    revision: toRevision({ taskDefinitionArn: 'arn:aws:ecs:us-east-1:111122223333:task-definition/web:7' }, []),
    nothing: toRevision({}, undefined),
    subnet: records.toSubnet({}),
    group: records.toSecurityGroup({ GroupId: 'sg-1' }),
  }).toMatchInlineSnapshot(`
    {
      "cluster": {
        "activeServices": 0,
        "arn": "arn:aws:ecs:us-east-1:111122223333:cluster/shop",
        "containerInstances": 0,
        "name": "shop",
        "pendingTasks": 0,
        "runningTasks": 0,
        "status": "ACTIVE",
      },
      "failure": {
        "reason": "UNKNOWN",
      },
      "group": {
        "id": "sg-1",
        "name": "sg-1",
      },
      "nothing": {
        "arn": "",
        "definition": {},
        "family": "",
        "revision": 0,
      },
      "revision": {
        "arn": "arn:aws:ecs:us-east-1:111122223333:task-definition/web:7",
        "definition": {
          "tags": [],
        },
        "family": "web",
        "revision": 7,
      },
      "service": {
        "arn": "",
        "clusterArn": "arn:aws:ecs:us-east-1:111122223333:cluster/shop",
        "deploying": false,
        "desired": 0,
        "name": "",
        "pending": 0,
        "running": 0,
        "status": "ACTIVE",
      },
      "subnet": {
        "id": "",
        "public": false,
        "vpcId": "",
      },
      "task": {
        "arn": "",
        "clusterArn": "arn:aws:ecs:us-east-1:111122223333:cluster/shop",
        "containers": [
          {
            "name": "",
          },
        ],
        "id": "",
        "lastStatus": "UNKNOWN",
      },
    }
  `);
});

test('a deployment under way, a failed one, and an older one that is drained', () => {
  const primary = { status: 'PRIMARY', rolloutState: 'IN_PROGRESS' } as const;
  expect(records.toService({ deployments: [primary] }, '')).toMatchObject({ deploying: true });
  const failed = { ...primary, rolloutState: 'FAILED', rolloutStateReason: 'circuit breaker' } as const;
  expect(records.toService({ deployments: [failed] }, '')).toMatchObject({
    deploying: false,
    failure: 'circuit breaker',
  });
  const done = { ...primary, rolloutState: 'COMPLETED' } as const;
  expect(records.toService({ deployments: [done] }, '')).toMatchObject({ deploying: false });
  expect(records.toService({ deployments: [{ status: 'ACTIVE' }, done] }, '')).toMatchObject({ deploying: true });
});

test('a role or mode that is answered as an empty name is none', () => {
  const { definition } = toRevision({ family: 'web', pidMode: '' as never, taskRoleArn: '', cpu: '256' }, undefined);
  expect(definition).toEqual({ family: 'web', cpu: '256' });
});
