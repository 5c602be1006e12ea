import { nameOf } from '../../model/container';
import { isKnown } from '../../model/known';
import { example } from '../example';
import { defineRule, report, set, suggestion } from '../rule';

const dropped = (list: string) => `
      "linuxParameters": {
        "capabilities": { "drop": ${list} }
      },`;

export const rule = defineRule({
  id: 'capabilities-not-dropped',
  category: 'security',
  severity: 'hint',
  optIn: true,
  title: 'Containers on Linux drop the capabilities that they do not need',
  why: 'Docker gives every container some capabilities, such as to change the owner of files or to craft packets. Most programs need none: dropping ALL, and adding what is missed, leaves less to whoever breaks in.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_KernelCapabilities.html',
  bad: [
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
//            ^^^^^
      "image": "nginx:1.27",
      "memory": 512
    }
  ]
}`,
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
//            ^^^^^
      "image": "nginx:1.27",
      "memory": 512,
      "linuxParameters": {
        "capabilities": { "drop": ["NET_RAW"] }
      }
    }
  ]
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 512,
      "linuxParameters": {
        "capabilities": {
          "drop": [
            "ALL"
          ]
        }
      }
    }
  ]
}`,
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 512,
      "linuxParameters": {
        "capabilities": { "drop": ["ALL"] }
      }
    }
  ]
}`,
  ],
  good: [
    example('EC2', '', dropped('["ALL"]')),
    example('FARGATE', '', dropped('["CHOWN", "${CAPABILITY}"]')),
    example('EC2', '', dropped('"${CAPABILITIES}"')),
    example('EC2', '', '\n      "privileged": true,'),
    example('WINDOWS'),
  ],

  *check({ isWindows, containerDefinitions }) {
    if (isWindows !== false) return;
    for (const container of containerDefinitions.items) {
      const { at, name, privileged, linuxParameters } = container;
      const { capabilities } = linuxParameters;
      if (at.node?.type !== 'object' || (privileged.present && privileged.literal !== false)) continue;
      if (![linuxParameters.at, capabilities.at, capabilities.drop].every(isKnown)) continue;
      if (capabilities.drop.items.some(({ literal }) => literal === undefined || literal === 'ALL')) continue;
      const drop = ['ALL'];
      yield report(
        name,
        `The container ${nameOf(container)} keeps capabilities that it hardly needs. Drop ALL, and add what it misses.`,
        {
          fix: suggestion(
            'Drop all capabilities',
            capabilities.present
              ? set(capabilities.at, 'drop', drop)
              : linuxParameters.present
                ? set(linuxParameters.at, 'capabilities', { drop })
                : set(at, 'linuxParameters', { capabilities: { drop } }),
          ),
        },
      );
    }
  },
});
