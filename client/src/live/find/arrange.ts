import type { TreeNode } from '../tree/node';

/** How the user wants to see what was read. */
export interface Arrangement {
  /** Part of a name, in any case; empty: everything. */
  readonly filter: string;
  /** Ids of rows that come first among their like. */
  readonly favourites: ReadonlySet<string>;
  readonly hideEmpty: boolean;
  /** The id of a row that is shown even when it is empty: the user asked for it. */
  readonly kept?: string;
}

/** What has been read, without asking for more. */
export interface Known {
  /** Undefined when they were not read. */
  rows(id: string): readonly TreeNode[] | undefined;
  parent(node: TreeNode): TreeNode | undefined;
}

/**
 * The rows of a level that are to be seen, favourites first. With a filter: those with the text in their name, in the name
 * of one above, or of one below that was read already; and notes, such as errors. Fetches nothing.
 */
export function arrange(rows: readonly TreeNode[], how: Arrangement, known: Known): readonly TreeNode[] {
  const seen = rows.filter((row) => !isHidden(row, how) && passes(row, how.filter, known));
  const isFavourite = ({ id }: TreeNode): boolean => how.favourites.has(id);
  return seen.some(isFavourite) ? [...seen.filter(isFavourite), ...seen.filter((row) => !isFavourite(row))] : seen;
}

function isHidden({ id, context }: TreeNode, { hideEmpty, favourites, kept }: Arrangement): boolean {
  return hideEmpty && EMPTY_CLUSTER.test(context) && !favourites.has(id) && id !== kept;
}

function passes(row: TreeNode, filter: string, known: Known): boolean {
  const text = filter.trim().toLowerCase();
  if (text === '' || isNote(row) || isConnection(row)) return true;
  const holds = (node: TreeNode): boolean =>
    isNamed(node) && (node.label.toLowerCase().includes(text) || (node.arn ?? '').toLowerCase().endsWith(text));
  const below = (node: TreeNode): boolean => (known.rows(node.id) ?? []).some((it) => holds(it) || below(it));
  const above = (node: TreeNode | undefined): boolean =>
    node !== undefined && (holds(node) || above(known.parent(node)));
  return above(row) || below(row);
}

// Rows of AWS's own things; the others gather rows, or say something.
function isNamed({ arn, context }: TreeNode): boolean {
  return arn !== undefined || /^container(;|$)/.test(context);
}

// What is below may not have been read yet.
function isConnection({ context }: TreeNode): boolean {
  return /^connection(;|$)/.test(context);
}

function isNote(node: TreeNode): boolean {
  return !isNamed(node) && node.children === undefined;
}

const EMPTY_CLUSTER = /^cluster;(.*;)?empty(;|$)/;
