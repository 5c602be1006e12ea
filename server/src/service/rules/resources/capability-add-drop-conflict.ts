import { capabilityName } from '../../model/capability';
import { nameOf } from '../../model/container';
import { example } from '../example';
import { defineRule, remove, report, shown, suggestion } from '../rule';

export const rule = defineRule({
  id: 'capability-add-drop-conflict',
  category: 'correctness',
  severity: 'warning',
  title: 'No capability is both added and dropped',
  why: 'A container has a capability or has it not; no page says which list wins.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_KernelCapabilities.html',
  bad: [
    capabilities(`
          "add": ["NET_RAW"],
          "drop": ["CHOWN", "NET_RAW"]
//                          ^^^^^^^^^`),
  ],
  fixed: [
    capabilities(`
          "add": ["NET_RAW"],
          "drop": ["CHOWN"]`),
  ],
  good: [
    capabilities(`
          "add": ["NET_BIND_SERVICE"],
          "drop": ["ALL"]`),
  ],

  *check({ isWindows, containerDefinitions }) {
    if (isWindows) return;
    for (const container of containerDefinitions.items) {
      const { add, drop } = container.linuxParameters.capabilities;
      if (add.items.length === 0) continue;
      for (const dropped of drop.items) {
        const name = dropped.literal === undefined ? undefined : capabilityName(dropped.literal);
        const added = add.items.find(({ literal }) => literal !== undefined && capabilityName(literal) === name);
        if (!added) continue;
        yield report(
          dropped,
          `The container ${nameOf(container)} adds and drops ${shown(dropped)}. Keep it in one of the lists.`,
          {
            fix: suggestion(`Remove ${shown(dropped)} from 'drop'`, remove(dropped)),
            related: [{ place: added, message: 'Added here' }],
          },
        );
      }
    }
  },
});

function capabilities(lists: string): string {
  return example('EC2', '', `\n      "linuxParameters": {\n        "capabilities": {${lists}\n        }\n      },`);
}
