import { templateExample } from '../request-example';
import { defineRule, report } from '../rule';

const requiring = (requirement: string) =>
  templateExample(`"Task": {
  "Type": "AWS::ECS::TaskDefinition",
  "Properties": {
    "Family": "train",
    "RequiresCompatibilities": ["MANAGED_INSTANCES"],
    "ContainerDefinitions": [
      {
        "Name": "app",
        "Image": "nginx:1.27",
        "Memory": 512,
        "ResourceRequirements": [
          {
            "Type": "GPU",
            ${requirement}
          }
        ]
      }
    ]
  }
}`);

export const rule = defineRule({
  id: 'cfn-gpu-sharing-unsupported',
  category: 'correctness',
  severity: 'warning',
  title: 'A template does not share GPUs',
  why: 'The API knows how containers share a GPU before CloudFormation does: a stack with SharingStrategy may be refused for an unsupported property.',
  source:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ecs-taskdefinition-resourcerequirement.html',
  about: 'template',
  bad: [
    requiring(`"SharingStrategy": { "NvidiaMps": { "Memory": 1024 } }
            ^^^^^^^^^^^^^^^^^`),
  ],
  good: [requiring('"Value": "1"'), requiring('"SharingStrategy": { "Ref": "Sharing" }')],

  *check({ containerDefinitions }, { shape }) {
    if (shape !== 'cloudformation') return;
    for (const { resourceRequirements } of containerDefinitions.items)
      for (const { sharingStrategy } of resourceRequirements.items)
        if (sharingStrategy.at.node?.type === 'object')
          yield report(
            sharingStrategy.at,
            'CloudFormation may not know SharingStrategy yet and refuse the stack. Register this task definition through the API, or give the container whole GPUs.',
            { atKey: true },
          );
  },
});
