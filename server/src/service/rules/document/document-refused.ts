import { maxDepth, maxDocumentLength } from '../../data/limits';
import { defineRule } from '../rule';

export const rule = defineRule({
  id: 'document-refused',
  category: 'correctness',
  severity: 'information',
  title: 'The file is small and flat enough to be read',
  why: `ECS accepts at most 64 KiB. Files above ${maxDocumentLength} characters or ${maxDepth} levels of nesting are not analysed, so that one file cannot stop the editor.`,
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html',
  notIn: {
    yaml: 'The limits are on the text, whatever it holds.',
    cloudformation: 'The limits are on the text, whatever it holds.',
  },
  bad: [],
  good: [`{ "family": "web", "containerDefinitions": [] }`],
  checkText({ refused }) {
    const message =
      refused === 'too-large'
        ? `This file is not analysed: it has more than ${maxDocumentLength} characters. ECS accepts at most 64 KiB.`
        : `This file is not analysed: it is nested more than ${maxDepth} levels deep.`;
    return Promise.resolve(refused ? [{ offset: 0, end: 1, message }] : []);
  },
});
