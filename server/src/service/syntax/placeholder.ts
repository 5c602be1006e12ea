/** Stands for a placeholder without quotes that is too short to be written in quotes. */
export const unquoted = '\ue000';

/** Markers of the template engines in use: `${X}`, `$X`, `{{ … }}`, `<X>`, `%X%`. */
const marker = /\ue000|\$\{[^}]{0,200}\}|\$[A-Za-z_]|\{\{[^{}]*\}\}|<[A-Za-z][^<>]{0,80}>|%[A-Za-z_][A-Za-z0-9_]*%/;

/** What stands in a tree for an intrinsic function of CloudFormation: its value is unknown too. */
export const intrinsic = '<Intrinsic>';

/** True when a template engine will replace part of the text: nothing can be said about its value yet. */
export function hasPlaceholder(text: string): boolean {
  return marker.test(text);
}
