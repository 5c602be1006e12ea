import { type Container, isEssential, nameOf } from '../../model/container';
import { isKnown } from '../../model/known';
import { mark, routed } from '../logging-example';
import { append, defineRule, type Report, replace, report, set, suggestion } from '../rule';

const logs = '"logConfiguration": { "logDriver": "awsfirelens", "options": { "Name": "stdout" } }';
const waiting = (condition: string) =>
  `"dependsOn": [{ "containerName": "log_router", "condition": "${condition}" }],\n${logs}`;
const router = (more: string) => `"memoryReservation": 50,${more}\n"firelensConfiguration": { "type": "fluentbit" }`;
const side = (text: string) =>
  text.replace(
    '\n  ]\n}',
    ',\n    { "name": "side", "image": "busybox:1.36", "essential": false, "memory": 64 }\n  ]\n}',
  );
const afterSide = '\n"dependsOn": [{ "containerName": "side", "condition": "START" }],';

export const rule = defineRule({
  id: 'firelens-depends-condition',
  category: 'reliability',
  severity: 'warning',
  title: 'The log router starts first, and is not waited for to end',
  why: 'A log router runs as long as its task: what waits until it has ended never starts. In bridge mode it must start before the containers whose logs it routes. The ECS agent takes care of that, but not for a router that has dependencies of its own.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_firelens.html',
  narrows: ['depends-on-complete-essential'],
  bad: [
    mark(routed({ app: waiting('SUCCESS'), router: router('\n"essential": false,') }), '"SUCCESS"'),
    mark(routed({ app: waiting('COMPLETE') }), '"COMPLETE"'),
    side(mark(routed({ router: router(afterSide) }), '"awsfirelens"')),
  ],
  fixed: [
    routed({ app: waiting('START'), router: router('\n"essential": false,') }),
    routed({ app: waiting('START') }),
    side(
      routed({
        app: `${logs},
"dependsOn": [
  {
    "containerName": "log_router",
    "condition": "START"
  }
]`,
        router: router(afterSide),
      }),
    ),
  ],
  good: [
    routed({}),
    routed({ app: waiting('HEALTHY') }),
    routed({ app: waiting('${CONDITION}') }),
    side(routed({ app: waiting('START'), router: router(afterSide) })),
    side(routed({ task: '"networkMode": "awsvpc",', router: router(afterSide) })),
  ],

  *check(task) {
    const { routers, routed } = task.logRouting;
    const [router] = routers;
    const name = router?.name.literal;
    if (!router || !name) return;
    for (const container of task.containerDefinitions.items)
      if (container !== router) yield* endless(container, router, name);
    if (task.effectiveNetworkMode !== 'bridge' || router.dependsOn.items.length === 0) return;
    const first = new Set(router.dependsOn.items.map(({ containerName }) => containerName.literal));
    for (const container of routed) {
      // What the router waits for cannot wait for it.
      if (container === router || first.has(container.name.literal) || first.has(undefined)) continue;
      yield* unordered(container, router);
    }
  },
});

function* endless({ dependsOn }: Container, router: Container, name: string): Iterable<Report> {
  for (const { containerName, condition } of dependsOn.items) {
    if (containerName.literal !== name || !(condition.literal === 'COMPLETE' || condition.literal === 'SUCCESS'))
      continue;
    yield report(
      condition,
      `The log router '${name}' runs as long as the task: with ${condition.literal} this container never starts. Wait for START.`,
      {
        // ECS itself refuses to wait for the end of an essential container.
        ...(isEssential(router) && { severity: 'error' }),
        fix: suggestion("Change to 'START'", replace(condition, 'START')),
      },
    );
  }
}

function* unordered({ at, dependsOn, logConfiguration }: Container, router: Container): Iterable<Report> {
  const name = router.name.literal ?? '';
  const mayWait = dependsOn.items.some(
    ({ containerName }) => containerName.literal === undefined || containerName.literal === name,
  );
  if (!isKnown(dependsOn) || mayWait) return;
  const start = { containerName: name, condition: 'START' };
  yield report(
    logConfiguration.logDriver,
    `In bridge mode the log router ${nameOf(router)} must start before this container. Because the router has dependencies, ECS does not see to that: add a dependency on it with START.`,
    {
      fix: suggestion(
        `Start after '${name}'`,
        dependsOn.present ? append(dependsOn, start) : set(at, 'dependsOn', [start]),
      ),
      related: [{ place: router.dependsOn, message: 'The dependencies of the router' }],
    },
  );
}
