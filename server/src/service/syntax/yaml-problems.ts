import { parseAllDocuments } from 'yaml';
import type { SyntaxProblem } from './json';

/** What is wrong with a YAML text that has passed the guards, in the words of the `yaml` library; slow for long texts. */
export function yamlProblems(structure: string): readonly SyntaxProblem[] {
  // Repeated keys are the business of a rule, and the library's check takes quadratic time.
  const found = parseAllDocuments(structure, { uniqueKeys: false, prettyErrors: false, logLevel: 'error' });
  const documents = Array.isArray(found) ? found : [found];
  return documents
    .flatMap(({ errors }) => errors)
    .map(({ message, pos: [from, to] }) => {
      const offset = Math.min(from, structure.length);
      return { span: { offset, end: Math.max(offset, Math.min(to, structure.length)) }, message };
    });
}
