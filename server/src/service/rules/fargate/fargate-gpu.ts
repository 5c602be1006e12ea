import { refusesValue } from '../../model/support';
import { example } from '../example';
import { defineRule, removeItem, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'fargate-gpu',
  category: 'compatibility',
  severity: 'error',
  title: 'No container on Fargate asks for a GPU or a Neuron device',
  why: 'Fargate has no machines with accelerators. ECS answers: “Tasks using the Fargate launch type do not support GPU resource requirements.”',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-gpu.html',
  bad: [
    example(
      'FARGATE',
      '',
      `
      "resourceRequirements": [{ "type": "GPU", "value": "1" }],
//                                       ^^^^^`,
    ),
  ],
  fixed: [example('FARGATE')],
  good: [
    example('EC2', '', '\n      "resourceRequirements": [{ "type": "GPU", "value": "1" }],'),
    example('FARGATE', '', '\n      "resourceRequirements": [{ "type": "${TYPE}", "value": "1" }],'),
  ],

  *check(task) {
    if (!task.launchType('FARGATE')) return;
    for (const { resourceRequirements } of task.containerDefinitions.items) {
      for (const { at, type } of resourceRequirements.items) {
        // Windows has no GPU on EC2 either, which another rule tells.
        if (type.literal === 'GPU' && task.isWindows) continue;
        if (!refusesValue('FARGATE', 'type', type.literal, task)) continue;
        const [devices, elsewhere] =
          type.literal === 'GPU' ? ['GPUs', 'EC2 or Managed Instances'] : ['Neuron devices', 'Managed Instances'];
        yield report(type, `Fargate has no ${devices}. Remove the requirement, or run this task on ${elsewhere}.`, {
          fix: suggestion('Remove the requirement', removeItem(resourceRequirements, at)),
        });
      }
    }
  },
});
