import { refusesValue } from '../../model/support';
import { example } from '../example';
import { defineRule, replace, report, shown, suggestion } from '../rule';

export const rule = defineRule({
  id: 'managed-instances-network-mode',
  category: 'compatibility',
  severity: 'error',
  title: 'A task on Managed Instances uses the network mode awsvpc or host',
  why: "The developer guide lists awsvpc, the default, and host. The bridge network of Docker does not exist there; 'none' stands in one page of the API reference only.",
  source:
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters-managed-instances.html',
  narrows: ['windows-network-mode'],
  bad: [
    example('MANAGED_INSTANCES', '\n  "networkMode": "bridge",\n//               ^^^^^^^^'),
    example('MANAGED_INSTANCES', '\n  "networkMode": "none",\n//               ^^^^^^'),
  ],
  fixed: [
    example('MANAGED_INSTANCES', '\n  "networkMode": "awsvpc",'),
    example('MANAGED_INSTANCES', '\n  "networkMode": "awsvpc",'),
  ],
  good: [
    example('MANAGED_INSTANCES', '\n  "networkMode": "host",'),
    example('MANAGED_INSTANCES'),
    example('EC2', '\n  "networkMode": "bridge",'),
  ],

  *check(task) {
    const { networkMode, launchType } = task;
    if (!launchType('MANAGED_INSTANCES')) return;
    const refused = refusesValue('MANAGED_INSTANCES', 'networkMode', networkMode.literal, task);
    if (!refused && networkMode.literal !== 'none') return;
    yield report(
      networkMode,
      refused
        ? `Managed Instances do not have the network mode ${shown(networkMode)}. Use 'awsvpc' or 'host'.`
        : "AWS's pages disagree on the network mode 'none' for Managed Instances. 'awsvpc' and 'host' are documented.",
      {
        severity: refused ? 'error' : 'warning',
        fix: suggestion("Change to 'awsvpc'", replace(networkMode, 'awsvpc')),
      },
    );
  },
});
