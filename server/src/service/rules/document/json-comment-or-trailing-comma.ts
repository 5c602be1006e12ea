import { defineRule, erase, fix, suggestion } from '../rule';

export const rule = defineRule({
  id: 'json-comment-or-trailing-comma',
  category: 'correctness',
  severity: 'error',
  title: 'JSON has no comments and no comma before a closing bracket',
  why: 'The AWS CLI reads plain JSON and refuses the file: "Error parsing parameter". A comment is only told, because many tools take comments out before they send the file. In .jsonc files both are allowed.',
  source: 'https://www.rfc-editor.org/rfc/rfc8259',
  notIn: {
    yaml: 'YAML has comments, and in brackets a comma at the end.',
    cloudformation: 'CloudFormation reads a template as YAML too; the examples are converted without their comments.',
  },
  bad: [
    `{
  "family": "web", // the shop
//                 ^^^^^^^^^^^
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128, }],
//                                                                              ^
//                                                                                  ^
  /* the end */
//^^^^^^^^^^^^^
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
  ],
  good: [
    `{
  "family": "web",
  "containerDefinitions": [
    // taskdef-disable-next-line image-tag-latest
    { "name": "app", "image": "https://example.com/app:1", "memory": 128 }
  ]
}`,
  ],

  async checkText(tree, { uri, languageId, isTemplate }) {
    if (isTemplate || languageId === 'jsonc' || /\.jsonc$/i.test(uri)) return [];
    const found = (await tree.extensions?.()) ?? [];
    return found
      .filter(({ kind, span }) => kind === 'trailing-comma' || !isForUs(tree.text.slice(span.offset, span.end)))
      .map(({ kind, span }) =>
        kind === 'comment'
          ? {
              ...span,
              message: 'JSON has no comments: the AWS CLI refuses the file unless something takes them out before.',
              severity: 'information' as const,
              fix: suggestion('Remove the comment', erase(span)),
            }
          : {
              ...span,
              message: 'JSON has no comma before a closing bracket: the AWS CLI refuses the file.',
              fix: fix('Remove the comma', erase(span)),
            },
      );
  },
});

/** A comment that speaks to this program. */
function isForUs(comment: string): boolean {
  return /^\/[/*]\s*taskdef-/.test(comment);
}
