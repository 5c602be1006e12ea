import { type Lookup, membersOf } from '../../schema/lookup';
import type { Definition } from '../../snapshot';
import type { ASTNode, ObjectASTNode } from '../../syntax/ast';
import { applyChanges, type TextChange } from '../../syntax/edit';
import { type Unit, unitsOf } from './member-units';
import { atOwnLevel } from './place';
import type { Refactoring } from './refactoring';

/** The members of a definition and of its containers in the order in which the API's reference lists them, each with its comments. */
export const sortMembers: Refactoring = {
  id: 'sort-members',
  kind: 'refactor.rewrite',
  offer(snapshot, definition, span, lookup) {
    if (!atOwnLevel(definition, span)) return [];
    const text = snapshot.document.getText();
    const changes = () =>
      objectsOf(definition, lookup).reduce<readonly TextChange[] | undefined>((within, [object, order]) => {
        if (!within || isSorted(object, order)) return within;
        const units = unitsOf(text, snapshot.syntax, object);
        return units && sorted(text, units, order, within);
      }, []);
    return [{ title: 'Sort into canonical order', changes }];
  },
};

type Order = ReadonlyMap<string, number>;

/** The innermost first. */
function objectsOf({ node, task, shape }: Definition, lookup: Lookup): readonly (readonly [ObjectASTNode, Order])[] {
  const inContainers = orderOf(lookup, ['containerDefinitions', 0]);
  const containers = task.containerDefinitions.items.map(({ at }) => [at.node, inContainers] as const);
  // A list of containers alone has no members of its own.
  const own = shape === 'containers' ? [] : [[node, orderOf(lookup, [])] as const];
  return [...containers, ...own].flatMap(([object, order]) => (isObject(object) ? [[object, order] as const] : []));
}

function isObject(node: ASTNode | undefined): node is ObjectASTNode {
  return node?.type === 'object';
}

function orderOf(lookup: Lookup, path: readonly (string | number)[]): Order {
  return new Map(membersOf(lookup(path)).map((name, index) => [name, index]));
}

/** Members that the API does not know come last. */
function rankOf(name: string, order: Order): number {
  return order.get(name) ?? order.size;
}

function isSorted({ properties }: ObjectASTNode, order: Order): boolean {
  const ranks = properties.map(({ keyNode }) => rankOf(keyNode.value, order));
  return ranks.every((rank, index) => index === 0 || (ranks[index - 1] ?? 0) <= rank);
}

/** Puts each unit where another one is; what changes within a unit moves with it. */
function sorted(
  text: string,
  units: readonly Unit[],
  order: Order,
  within: readonly TextChange[],
): readonly TextChange[] | undefined {
  const target = units.toSorted((a, b) => rankOf(a.name, order) - rankOf(b.name, order));
  const moved = units.flatMap((unit, index) => {
    const other = target[index];
    return other && other !== unit ? [{ unit, other }] : [];
  });
  if (moved.some(({ unit }) => unit.pinned)) return undefined;
  const isMoved = ({ offset }: TextChange) =>
    moved.some(({ unit: { body } }) => body.offset <= offset && offset < body.end);
  return [
    ...within.filter((change) => !isMoved(change)),
    ...moved.flatMap(({ unit, other }) => [
      { offset: unit.body.offset, length: unit.body.end - unit.body.offset, text: bodyOf(text, other, within) },
      {
        offset: unit.after.offset,
        length: unit.after.end - unit.after.offset,
        text: text.slice(other.after.offset, other.after.end),
      },
    ]),
  ].filter(({ length, text: inserted }) => length > 0 || inserted !== '');
}

function bodyOf(text: string, { body }: Unit, within: readonly TextChange[]): string {
  const own = within.filter(({ offset }) => body.offset <= offset && offset < body.end);
  const shifted = own.map((change) => ({ ...change, offset: change.offset - body.offset }));
  return applyChanges(text.slice(body.offset, body.end), shifted);
}
