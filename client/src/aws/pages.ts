/** One page of a List call. */
export interface Page<T> {
  readonly items: readonly T[] | undefined;
  readonly nextToken: string | undefined;
}

/**
 * Every item of a list, each once, page by page to its end. A token that was seen before ends the list: it would go round
 * for ever.
 */
export async function allPages<T>(
  id: (item: T) => string | undefined,
  read: (token: string | undefined) => Promise<Page<T>>,
): Promise<readonly T[]> {
  const items = new Map<string | undefined, T>();
  const seen = new Set<string>();
  for (let token: string | undefined; ; ) {
    const page = await read(token);
    for (const item of page.items ?? []) items.set(id(item), item);
    token = page.nextToken;
    if (!token || seen.has(token)) return [...items.values()];
    seen.add(token);
  }
}

/** The items in runs of at most `size`. */
export function batches<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

/** Asks ECS for a page. ListServices answers 10 when nothing is said, other lists 20 or 100; 100 is the most all of them give. */
export function pageInput(nextToken: string | undefined): { readonly maxResults: number; readonly nextToken?: string } {
  return { maxResults: 100, ...(nextToken ? { nextToken } : {}) };
}
