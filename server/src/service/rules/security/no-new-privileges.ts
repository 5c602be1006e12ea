import { nameOf } from '../../model/container';
import { isKnown } from '../../model/known';
import { example } from '../example';
import { append, defineRule, report, set, suggestion } from '../rule';

const option = 'no-new-privileges';

const onEc2 = (options: string) => `{
  "family": "web",
  "requiresCompatibilities": ["EC2"],
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 512${options}
    }
  ]
}`;

const marked = (text: string) => text.replace('"app",', '"app",\n//            ^^^^^');

export const rule = defineRule({
  id: 'no-new-privileges',
  category: 'security',
  severity: 'hint',
  optIn: true,
  title: 'Processes of a container gain no privileges',
  why: 'Programs with a set-user-ID bit, such as su, make their user root. With the option no-new-privileges the kernel ignores the bit, so that a user who is not root stays so.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  bad: [marked(onEc2('')), marked(onEc2(',\n      "dockerSecurityOptions": ["label:type:web"]'))],
  fixed: [
    onEc2(',\n      "dockerSecurityOptions": [\n        "no-new-privileges"\n      ]'),
    onEc2(',\n      "dockerSecurityOptions": ["label:type:web", "no-new-privileges"]'),
  ],
  good: [
    onEc2(',\n      "dockerSecurityOptions": ["no-new-privileges:true"]'),
    onEc2(',\n      "dockerSecurityOptions": ["${OPTION}"]'),
    onEc2(',\n      "privileged": true'),
    example('FARGATE'),
    example('WINDOWS'),
    example('MANAGED_INSTANCES'),
  ],

  *check({ launchTypes, isWindows, containerDefinitions }) {
    // Others have no such option, or do not say so.
    if (isWindows !== false || launchTypes.length !== 1 || launchTypes[0] !== 'EC2') return;
    for (const container of containerDefinitions.items) {
      const { at, name, privileged, dockerSecurityOptions: options } = container;
      if (at.node?.type !== 'object' || (privileged.present && privileged.literal !== false)) continue;
      if (!isKnown(options) || options.items.some(({ literal }) => literal?.startsWith(option) ?? true)) continue;
      yield report(
        name,
        `Programs in the container ${nameOf(container)} can make their user root. Add '${option}' to its 'dockerSecurityOptions'.`,
        {
          fix: suggestion(
            `Add '${option}'`,
            options.node?.type === 'array' ? append(options, option) : set(at, 'dockerSecurityOptions', [option]),
          ),
        },
      );
    }
  },
});
