import type { Problem } from '../../service';
import type { FileResult } from '../result';
import type { Reporter } from './reporter';

/**
 * JUnit's XML, as CI servers read it: a suite for each file, a case for each finding. Errors are failures; what is milder is a case that
 * passes and says so.
 */
export function junitReporter(): Reporter {
  return {
    begin: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="taskdef">\n',
    file(result) {
      const { file, problems } = result;
      const failures = problems.filter(({ severity }) => severity === 'error').length;
      const cases = problems.map((problem) => testCase(result, problem));
      const passed = `    <testcase classname="${escaped(file)}" name="no findings"/>\n`;
      const counts = `tests="${Math.max(1, cases.length)}" failures="${failures}" errors="0" skipped="0"`;
      return `  <testsuite name="${escaped(file)}" ${counts}>\n${cases.join('') || passed}  </testsuite>\n`;
    },
    end: () => '</testsuites>\n',
  };
}

function testCase({ file, snapshot: { document } }: FileResult, { rule, severity, message, span }: Problem): string {
  const { line, character } = document.positionAt(span.offset);
  const place = `${file}:${line + 1}:${character + 1}`;
  const words = `${place}: ${severity}: ${message} [${rule}]`;
  const name = `${rule} (line ${line + 1}, column ${character + 1})`;
  const told =
    severity === 'error'
      ? `<failure type="${rule}" message="${escaped(message)}">${escaped(words)}</failure>`
      : `<system-out>${escaped(words)}</system-out>`;
  return `    <testcase classname="${escaped(file)}" name="${escaped(name)}">${told}</testcase>\n`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text of XML; characters that XML 1.0 has no way to write stand as a sign. https://www.w3.org/TR/xml/#charsets */
function escaped(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd')
      .replace(/[&<>"]/g, (it) => entities[it] ?? it)
      .replace(/[\t\n\r]/g, (it) => `&#${it.charCodeAt(0)};`)
  );
}
