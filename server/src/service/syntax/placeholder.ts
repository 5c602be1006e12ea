import type { ASTNode, StringASTNode } from './ast';

/** Stands for a placeholder without quotes that is too short to be written in quotes. */
export const unquoted = '\ue000';

/**
 * Tokens that deployment tools replace: `__X__` (in capitals, and no part of a longer name: `LOGGING__LEVEL__DEFAULT` and `__init__`
 * are names), `@@X@@`, `#{X}#` and `#{X}`, and ERB's `<%= … %>`.
 * https://github.com/qetza/replacetokens-task
 * https://ufoships.com/docs/
 */
export const toolToken =
  /(?<![A-Za-z0-9_])__[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*__(?![A-Za-z0-9_])|@@[A-Za-z_][\w.-]*@@|#\{[^{}\n]{1,200}\}#?|<%[^\n]{1,200}?%>/;

/** Markers of the template engines in use: `${X}`, `$X`, `{{ … }}`, `<X>`, `%X%`, and those of deployment tools. */
const marker = new RegExp(
  [/\ue000|\$\{[^}]{0,200}\}|\$[A-Za-z_]|\{\{[^{}]*\}\}|<[A-Za-z][^<>]{0,80}>|%[A-Za-z_][A-Za-z0-9_]*%/, toolToken]
    .map(({ source }) => source)
    .join('|'),
);

/** What stands in a tree for an intrinsic function of CloudFormation: its value is unknown too. */
export const intrinsic = '<Intrinsic>';

/** What stands in a view for a function in its long form, and the function as the document has it. */
export interface IntrinsicNode extends StringASTNode {
  readonly call: ASTNode;
}

/** The function that a node of a view stands for, if it stands for one. */
export function intrinsicAt(node: ASTNode): ASTNode | undefined {
  return node.type === 'string' && 'call' in node ? (node as IntrinsicNode).call : undefined;
}

/** True when a template engine will replace part of the text: nothing can be said about its value yet. */
export function hasPlaceholder(text: string): boolean {
  return marker.test(text);
}
