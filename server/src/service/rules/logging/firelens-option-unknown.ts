import { routerOptions } from '../../data/router-options';
import { isKnown } from '../../model/known';
import { unknownOptions } from '../../model/option-names';
import { mark, routed } from '../logging-example';
import { defineRule, fix, remove, rename, report, suggestion } from '../rule';

const router = (name: string, value: string) => `"memoryReservation": 50,
"firelensConfiguration": {
  "type": "fluentbit",
  "options": { "enable-ecs-log-metadata": "true", "${name}": "${value}" }
}`;
const usual =
  '"memoryReservation": 50,\n"firelensConfiguration": { "type": "fluentbit", "options": { "enable-ecs-log-metadata": "true" } }';

export const rule = defineRule({
  id: 'firelens-option-unknown',
  category: 'logging',
  severity: 'warning',
  title: 'A log router has every option that it is given',
  why: `The options of a firelensConfiguration are ${Object.keys(routerOptions).join(', ')}. ECS does not read any other; options of an output plug-in belong to the logConfiguration of the container whose logs it gets.`,
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_FirelensConfiguration.html',
  bad: [
    mark(routed({ router: router('config-file', '/extra.conf') }), '"config-file"'),
    mark(
      routed({ router: usual.replace('enable-ecs-log-metadata', 'enable-ecs-logs-metadata') }),
      '"enable-ecs-logs-metadata"',
    ),
  ],
  fixed: [routed({ router: router('config-file', '').replace(', "config-file": ""', '') }), routed({ router: usual })],
  good: [routed({ router: usual }), routed({ router: router('${OPTION}', 'x') })],

  *check({ logRouting: { routers } }) {
    for (const { firelensConfiguration } of routers) {
      const { options } = firelensConfiguration;
      if (!isKnown(options)) continue;
      for (const { name, field, meant } of unknownOptions(options, routerOptions)) {
        const sameButCase = name.toLowerCase() === meant;
        yield report(
          field,
          meant
            ? `A log router has no option '${name}'. Did you mean '${meant}'?`
            : `A log router has no option '${name}': ECS does not read it. Its options are ${Object.keys(routerOptions).join(', ')}.`,
          {
            atKey: true,
            fix: meant
              ? (sameButCase ? fix : suggestion)(`Rename to '${meant}'`, ...rename(field, meant))
              : suggestion(`Remove '${name}'`, remove(field)),
          },
        );
      }
    }
  },
});
