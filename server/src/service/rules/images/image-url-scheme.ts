import { defineRule, fix, replace, report } from '../rule';

export const rule = defineRule({
  id: 'image-url-scheme',
  category: 'correctness',
  severity: 'error',
  title: 'Images have no scheme before them',
  why: 'An image is named by a reference, not by a URL. With https:// before it the task stops with "CannotPullContainerError: invalid reference format".',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html',
  narrows: ['image-invalid', 'image-uppercase-repository'],
  bad: [
    `{
  "family": "web",
  "containerDefinitions": [{ "name": "app", "image": "https://public.ecr.aws/nginx/nginx:1.27", "memory": 128 }]
//                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "containerDefinitions": [{ "name": "app", "image": "public.ecr.aws/nginx/nginx:1.27", "memory": 128 }]
}`,
  ],
  good: [
    `{
  "family": "web",
  "containerDefinitions": [
    { "name": "app", "image": "public.ecr.aws/nginx/nginx:1.27", "memory": 128 },
    { "name": "side", "image": "\${REGISTRY}/side:1.2", "memory": 64 }
  ]
}`,
  ],

  *check({ containerDefinitions }) {
    for (const { image } of containerDefinitions.items) {
      const [, scheme, reference] = /^((?:https?|docker):\/\/)(.+)$/is.exec(image.literal ?? '') ?? [];
      if (scheme === undefined || reference === undefined) continue;
      yield report(image, `An image has no '${scheme}' before it: write '${reference}'.`, {
        fix: fix(`Drop '${scheme}'`, replace(image, reference)),
      });
    }
  },
});
