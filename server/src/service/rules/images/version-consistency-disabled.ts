import { parseImage } from '../../model/container';
import { defineRule, remove, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'version-consistency-disabled',
  category: 'reliability',
  severity: 'hint',
  title: 'Tags are resolved to digests, so that all tasks of a deployment run the same image',
  why: 'With versionConsistency disabled each task pulls what the tag means at that moment: a tag that is pushed again gives one deployment two versions of the software.',
  source:
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html#deployment-container-image-stability',
  bad: [
    `{
  "family": "web",
  "containerDefinitions": [
    { "name": "app", "image": "nginx:stable", "memory": 128, "versionConsistency": "disabled" }
//                                                                                 ^^^^^^^^^^
  ]
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "containerDefinitions": [
    { "name": "app", "image": "nginx:stable", "memory": 128 }
  ]
}`,
  ],
  good: [
    `{
  "family": "web",
  "containerDefinitions": [
    { "name": "app", "image": "nginx:stable", "memory": 128, "versionConsistency": "enabled" },
    { "name": "side", "image": "\${IMAGE}", "memory": 64, "versionConsistency": "disabled" },
    {
      "name": "pinned",
      "image": "nginx@sha256:6af79ae5de407283dcea8b00d5c37ace95441fd58a8b1d2aa1ed93f5511bb18c",
      "memory": 64,
      "versionConsistency": "disabled"
    }
  ]
}`,
  ],

  *check({ containerDefinitions }) {
    for (const { image, versionConsistency } of containerDefinitions.items) {
      if (versionConsistency.literal !== 'disabled' || !image.literal) continue;
      if (parseImage(image.literal).digest !== undefined) continue;
      yield report(
        versionConsistency,
        `Each task pulls what the tag of '${image.literal}' means at that moment. Leave 'versionConsistency' enabled, or name a digest.`,
        { fix: suggestion("Remove 'versionConsistency'", remove(versionConsistency)) },
      );
    }
  },
});
