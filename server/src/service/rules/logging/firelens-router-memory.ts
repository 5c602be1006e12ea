import { nameOf } from '../../model/container';
import { marked } from '../example';
import { routed } from '../logging-example';
import { defineRule, report, set, suggestion } from '../rule';

const onFargate = `"networkMode": "awsvpc",
"requiresCompatibilities": ["FARGATE"],
"cpu": "256",
"memory": "512",`;
const router = '"firelensConfiguration": { "type": "fluentbit" }';

export const rule = defineRule({
  id: 'firelens-router-memory',
  category: 'reliability',
  severity: 'hint',
  title: 'The log router has memory reserved',
  why: 'The router keeps lines in memory while their destination is slow. Without a reservation of its own it is the first to be short of memory when the application takes all, and the logs of just that moment are lost.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html',
  bad: [
    routed({ task: onFargate, router }).replace(/\n.*"log_router",/, (line) => marked(line.slice(1), '"log_router"')),
  ],
  fixed: [routed({ task: onFargate, router: `${router},\n"memoryReservation": 50` })],
  good: [
    routed({ task: onFargate }),
    routed({ task: onFargate, router: `"memory": 64,\n${router}` }),
    routed({ task: onFargate, router: `"memory": "\${MEMORY}",\n${router}` }),
  ],

  *check({ memory: size, logRouting: { routers } }) {
    // A task without a size asks for a memory of each container anyway.
    if (!size.present) return;
    for (const router of routers) {
      const { at, name, memory, memoryReservation } = router;
      if (memory.present || memoryReservation.present) continue;
      yield report(
        name,
        `The log router ${nameOf(router)} has no memory of its own: an application that takes all that the task has stops it. Reserve 50 MiB or more.`,
        { fix: suggestion('Reserve 50 MiB', set(at, 'memoryReservation', 50)) },
      );
    }
  },
});
