import { Composer, type Document, Parser } from 'yaml';
import type { SyntaxProblem } from './json';

/** What is wrong with a YAML text that has passed the guards, in the words of the `yaml` library; slow for long texts. */
export function yamlProblems(structure: string): readonly SyntaxProblem[] {
  return documentsOf(structure)
    .flatMap(({ errors }) => errors)
    .slice(0, maxProblems)
    .map(({ message, pos: [from, to] }) => {
      const offset = Math.min(from, structure.length);
      return { span: { offset, end: offset + tokenIn(structure.slice(offset, to)).length }, message };
    });
}

/** What a mistake is told at: of a key that lacks its colon the library takes the lines up to the next one along. */
function tokenIn(found: string): string {
  const [line = ''] = found.split('\n', 1);
  return line.trim() === '' ? found : line.trimEnd();
}

function documentsOf(structure: string): readonly Document.Parsed[] {
  const documents: Document.Parsed[] = [];
  // Repeated keys are the business of a rule, and the library's check takes quadratic time.
  const composer = new Composer({ uniqueKeys: false, prettyErrors: false, logLevel: 'error' });
  let problems = 0;
  for (const token of new Parser().parse(structure)) {
    if (token.type === 'error') problems++;
    for (const document of composer.next(token)) {
      problems += document.errors.length;
      documents.push(document);
    }
    if (problems > maxProblems) break;
  }
  documents.push(...composer.end());
  return documents;
}

/** Mistakes that are told: in a text that is not YAML at all every word is one. */
const maxProblems = 100;
