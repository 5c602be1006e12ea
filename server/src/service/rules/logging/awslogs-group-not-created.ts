import { literalAt, propertyAt, type Template } from '../../model/resources';
import { isTrue } from '../../model/true-text';
import { example } from '../example';
import { awslogs, logging, mark } from '../logging-example';
import { defineRule, report, set, suggestion } from '../rule';

const { 'awslogs-create-group': create, ...existing } = awslogs;

export const rule = defineRule({
  id: 'awslogs-group-not-created',
  category: 'logging',
  severity: 'hint',
  title: 'The log group is created by someone',
  why: 'ECS does not create a log group unless awslogs-create-group says so. Where the group does not exist, the task stops at its start with ResourceInitializationError.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html',
  bad: [mark(example('EC2', '', logging('awslogs', existing)), '"/ecs/web"')],
  fixed: [example('EC2', '', logging('awslogs', { ...existing, 'awslogs-create-group': create }))],
  good: [
    example('EC2', '', logging('awslogs', awslogs)),
    example('EC2', '', logging('awslogs', { ...existing, 'awslogs-create-group': '${CREATE}' })),
    example('EC2', '', logging('awslogs', { ...existing, 'awslogs-group': '/ecs/${NAME}' })),
  ],

  *check({ containerDefinitions }, { template }) {
    for (const { logConfiguration } of containerDefinitions.items) {
      const { logDriver, options } = logConfiguration;
      const group = options.get('awslogs-group');
      const create = options.get('awslogs-create-group');
      if (logDriver.literal !== 'awslogs' || !group.literal) continue;
      if ((create.present && create.literal === undefined) || isTrue(create.literal)) continue;
      if (template && mayCreate(template, group.literal)) continue;
      yield report(
        group,
        `ECS does not create the log group '${group.literal}': where it does not exist, the task does not start. Set awslogs-create-group to "true" unless something else creates it.`,
        { fix: suggestion('Set awslogs-create-group to "true"', set(options, 'awslogs-create-group', 'true')) },
      );
    }
  },
});

/** True where a log group of the template has this name, or one that a function makes. */
function mayCreate(template: Template, group: string): boolean {
  return template.ofType('AWS::Logs::LogGroup').some(({ properties }) => {
    const name = propertyAt(properties, 'LogGroupName');
    return name.node !== undefined && (literalAt(name) ?? group) === group;
  });
}
