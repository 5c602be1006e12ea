import { type ParseError, parseTree } from 'jsonc-parser';
import type { LanguageService } from 'vscode-json-languageservice';
import { TextDocument } from 'vscode-json-languageservice';
import { maxDepth, maxDocumentLength } from '../data/limits';
import { memberOf } from '../syntax/ast';
import { depthOf } from '../syntax/depth';
import { type Edit, printEdits, type TextChange } from '../syntax/edit';
import { parseJson } from '../syntax/json';

/** The changes that turn a rule off in the text of a configuration, empty or not; undefined where the text is broken. */
export function turnOff(json: LanguageService, text: string, rule: string): readonly TextChange[] | undefined {
  if (text.length > maxDocumentLength || depthOf(text) > maxDepth) return undefined;
  const mistakes: ParseError[] = [];
  parseTree(text, mistakes, { allowTrailingComma: true, allowEmptyContent: true });
  if (mistakes.length > 0) return undefined;
  const { root } = parseJson(json, TextDocument.create('file:///.taskdef.json', 'jsonc', 1, text));
  if (!root) return [{ offset: text.length, length: 0, text: whole(text, rule) }];
  if (root.type !== 'object') return undefined;
  const rules = memberOf(root, 'rules')?.valueNode;
  if (rules && rules.type !== 'object') return undefined;
  const level = memberOf(rules, rule)?.valueNode;
  const edit: Edit = level
    ? { kind: 'replace', node: level, value: 'off' }
    : rules
      ? { kind: 'member', object: rules, key: rule, value: 'off' }
      : { kind: 'member', object: root, key: 'rules', value: { [rule]: 'off' } };
  return printEdits(text, [edit]);
}

function whole(before: string, rule: string): string {
  const start = before.trim() === '' || before.endsWith('\n') ? '' : '\n';
  return `${start}${JSON.stringify({ rules: { [rule]: 'off' } }, null, 2)}\n`;
}
