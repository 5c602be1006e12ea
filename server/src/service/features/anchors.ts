import type { Snapshot } from '../snapshot';
import { type AnchorToken, anchorTokens } from '../syntax/yaml-tokens';
import type { Occurrence } from './occurrences';

/**
 * The anchors and aliases of the YAML document around an offset. Of several anchors with one name, an alias means the last before
 * it: those that the token at the offset has nothing to do with are left out.
 */
export function anchorsAt({ tree, document }: Snapshot, offset: number): readonly Occurrence[] {
  const isAt = (it: AnchorToken) => it.offset <= offset && offset <= it.end;
  const tokens = anchorTokens(tree).find((them) => them.some(isAt)) ?? [];
  const text = document.getText();
  const current = new Map<string, number>();
  const found = tokens.map((token, index) => {
    const name = text.slice(token.offset + 1, token.end);
    if (token.defines) current.set(name, index);
    return { token, name, anchor: current.get(name) };
  });
  const at = found.find(({ token }) => isAt(token));
  return found.flatMap(({ token, name, anchor }) => {
    if (name === at?.name && anchor !== at.anchor) return [];
    const { offset, end, defines } = token;
    const span = { offset: offset + 1, end };
    return [{ kind: 'anchor', name, span, token: { offset, end }, role: defines ? 'definition' : 'use' }];
  });
}
