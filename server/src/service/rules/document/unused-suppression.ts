import { defineRule, erase, fix } from '../rule';

export const rule = defineRule({
  id: 'unused-suppression',
  category: 'style',
  severity: 'warning',
  title: 'A comment that suppresses a rule suppresses something',
  why: 'A suppression that is left over hides the next finding of its rule there, which may be a real one.',
  source: 'https://github.com/taskdef/taskdef/blob/main/docs/configuration.md',
  notIn: {
    yaml: 'The examples are converted without their comments.',
    cloudformation: 'The examples are converted without their comments.',
  },
  bad: [
    `{
  // taskdef-disable-next-line
  // ^^^^^^^^^^^^^^^^^^^^^^^^^
  "family": "web",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
  ],
  good: [
    `{
  "family": "web",
  "containerDefinitions": [
    // taskdef-disable-next-line image-tag-latest -- the newest on purpose
    { "name": "app", "image": "nginx", "memory": 128 }
  ]
}`,
  ],

  *checkUnused(unused) {
    for (const { directive, rule: named } of unused) {
      const isAlone = directive.rules.length <= 1;
      yield {
        ...(named?.span ?? directive.word),
        message: named
          ? `Nothing here is a finding of '${named.id}': remove ${isAlone ? 'the comment' : 'it from the comment'}.`
          : 'This comment suppresses nothing: remove it.',
        ...(isAlone && { fix: fix('Remove the comment', erase(directive.comment)) }),
      };
    }
  },
});
