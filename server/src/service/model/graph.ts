/** Names and the names that each points at. Every target is a key. */
export type Graph = ReadonlyMap<string, readonly string[]>;

/**
 * The strongly connected component of each node, by a name that stands for it: an edge lies on a cycle exactly when
 * both its ends are in one component. Without recursion, since a document may hold thousands of nodes.
 */
export function componentsOf(graph: Graph): ReadonlyMap<string, string> {
  const components = new Map<string, string>();
  const backwards = reversed(graph);
  for (const root of finishOrder(graph).toReversed()) {
    const open = components.has(root) ? [] : [root];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      components.set(node, root);
      for (const next of backwards.get(node) ?? []) if (!components.has(next)) open.push(next);
    }
  }
  return components;
}

/** A step of a graph that is known by its steps. */
export interface Edge {
  readonly from: string;
  readonly to: string;
}

/** The edges that lie on circles, those of connected circles together. */
export function circlesOf<E extends Edge>(edges: readonly E[]): readonly (readonly E[])[] {
  const targets = new Map<string, string[]>(edges.flatMap(({ from, to }) => [from, to]).map((name) => [name, []]));
  for (const { from, to } of edges) targets.get(from)?.push(to);
  const components = componentsOf(targets);
  const circles = new Map<string | undefined, E[]>();
  for (const edge of edges) {
    const component = components.get(edge.from);
    if (component !== components.get(edge.to)) continue;
    const circle = circles.get(component);
    if (circle) circle.push(edge);
    else circles.set(component, [edge]);
  }
  return [...circles.values()];
}

/** Nodes in the order in which a depth-first walk leaves them. */
function finishOrder(graph: Graph): readonly string[] {
  const order: string[] = [];
  const seen = new Set<string>();
  for (const root of graph.keys()) {
    const path = seen.has(root) ? [] : [walk(root)];
    seen.add(root);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const { value: next } = top.targets.next();
      if (next === undefined) {
        order.push(top.node);
        path.pop();
      } else if (!seen.has(next)) {
        seen.add(next);
        path.push(walk(next));
      }
    }
  }
  return order;

  function walk(node: string) {
    return { node, targets: (graph.get(node) ?? []).values() };
  }
}

function reversed(graph: Graph): Graph {
  const backwards = new Map<string, string[]>(Array.from(graph.keys(), (node) => [node, []]));
  for (const [from, targets] of graph) for (const to of targets) backwards.get(to)?.push(from);
  return backwards;
}
