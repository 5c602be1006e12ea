import { defineRule, remove, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'inference-accelerators-removed',
  category: 'correctness',
  severity: 'error',
  title: 'Elastic Inference accelerators are not used any more',
  why: 'AWS closed Elastic Inference in 2023, and ECS refuses task definitions that ask for it: "Unsupported field \'inferenceAccelerators\'."',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_InferenceAccelerator.html',
  bad: [
    `{
  "family": "infer",
  "inferenceAccelerators": [{ "deviceName": "device_1", "deviceType": "eia2.medium" }],
//^^^^^^^^^^^^^^^^^^^^^^^
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "resourceRequirements": [{ "type": "InferenceAccelerator", "value": "device_1" }]
//                                       ^^^^^^^^^^^^^^^^^^^^^^
    }
  ]
}`,
  ],
  fixed: [
    `{
  "family": "infer",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128
    }
  ]
}`,
  ],
  good: [
    `{
  "family": "infer",
  "inferenceAccelerators": [],
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "resourceRequirements": [{ "type": "GPU", "value": "1" }]
    }
  ]
}`,
  ],

  *check({ inferenceAccelerators, containerDefinitions }) {
    const end = 'AWS closed Elastic Inference in 2023, and ECS refuses what asks for it.';
    if (inferenceAccelerators.items.length > 0)
      yield report(
        inferenceAccelerators,
        `${end} Remove 'inferenceAccelerators'; use a GPU or Neuron device instead.`,
        {
          fix: suggestion("Remove 'inferenceAccelerators'", remove(inferenceAccelerators)),
        },
      );
    for (const { resourceRequirements } of containerDefinitions.items) {
      for (const { at, type } of resourceRequirements.items) {
        if (type.literal !== 'InferenceAccelerator') continue;
        const isAlone = resourceRequirements.items.length === 1;
        yield report(type, `${end} Remove the requirement; use a GPU or Neuron device instead.`, {
          fix: suggestion('Remove the requirement', remove(isAlone ? resourceRequirements : at)),
        });
      }
    }
  },
});
