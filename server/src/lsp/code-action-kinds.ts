import { CodeActionKind } from 'vscode-languageserver';

/** All safe fixes at once, as editors ask for them when a file is saved. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.taskdef`;

/** True when a client that asks for some kinds alone may be given this one: kinds are nested by dots, and none named means all. */
export function isAsked(only: readonly CodeActionKind[] | undefined, kind: CodeActionKind): boolean {
  return !only || only.some((asked) => isWithin(kind, asked));
}

/** True when it may be given some of the kinds within this one. */
export function isAnyAsked(only: readonly CodeActionKind[] | undefined, kind: CodeActionKind): boolean {
  return !only || only.some((asked) => isWithin(kind, asked) || isWithin(asked, kind));
}

function isWithin(kind: CodeActionKind, outer: CodeActionKind): boolean {
  return outer === '' || kind === outer || kind.startsWith(`${outer}.`);
}
