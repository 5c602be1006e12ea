import { capabilityName } from '../../model/capability';
import { nearest } from '../../model/nearest';
import type { Fix } from '../../problem';
import type { SchemaFinding } from '../../schema/finding';
import { example, marked } from '../example';
import { memberOf } from '../limit-rule';
import { defineRule, fix, placeOf, replace, report, suggestion } from '../rule';

const lists = new Set(['add', 'drop'].map((list) => `containerDefinitions.linuxParameters.capabilities.${list}`));

export const rule = defineRule({
  id: 'capability-unknown',
  category: 'correctness',
  severity: 'error',
  title: 'Capabilities are those that ECS knows, without CAP_',
  why: 'ECS lists the capabilities of Linux in upper case and without the prefix of the kernel: NET_ADMIN, not CAP_NET_ADMIN.',
  source:
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#container_definition_linuxparameters',
  narrows: ['invalid-enum-value'],
  bad: [
    example(
      'EC2',
      '',
      marked(
        line('"add": ["CAP_NET_ADMIN"], "drop": ["net_raw", "NET_BIND"]'),
        '"CAP_NET_ADMIN"',
        '"net_raw"',
        '"NET_BIND"',
      ),
    ),
    example('EC2', '', marked(line('"add": ["CAP_SYS_TIME"]'), '"CAP_SYS_TIME"')),
  ],
  good: [
    capabilities('"add": ["SYS_PTRACE", "AUDIT_READ"], "drop": ["ALL"]'),
    capabilities('"add": ["${CAPABILITY}"]'),
  ],

  *checkSchema(findings) {
    for (const finding of findings) {
      const { keyword, node } = finding;
      if (keyword !== 'enum' || node.type !== 'string' || !lists.has(memberOf(finding))) continue;
      const mend = mendOf(finding, node.value);
      yield report(
        placeOf(node),
        `'${node.value}' is no capability that ECS knows. Capabilities are written like NET_ADMIN, in upper case and without CAP_.`,
        mend && { fix: mend },
      );
    }
  },
});

function mendOf({ node, expected }: SchemaFinding, text: string): Fix | undefined {
  const spelled = capabilityName(text);
  if (expected.includes(spelled)) return fix(`Change to '${spelled}'`, replace(placeOf(node), spelled));
  const meant = nearest(spelled, expected);
  return meant === undefined ? undefined : suggestion(`Change to '${meant}'`, replace(placeOf(node), meant));
}

function capabilities(lists: string): string {
  return example('EC2', '', `\n${line(lists)}`);
}

function line(lists: string): string {
  return `      "linuxParameters": { "capabilities": { ${lists} } },`;
}
