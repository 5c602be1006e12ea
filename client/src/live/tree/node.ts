import type { ConnectionChoice } from '../connection/choice';

/** One row of a live view, free of VS Code: the tree adapter turns it into a `TreeItem`, tests into a line of text. */
export interface TreeNode {
  /** Unique and stable over refreshes: connection and ARN, never a position. */
  readonly id: string;
  readonly label: string;
  /** The state in words, beside the label. */
  readonly description?: string;
  /** A codicon's name, optionally with a theme colour's id. */
  readonly icon: { readonly name: string; readonly color?: string };
  /** Markdown; text from AWS is escaped already. Made when asked for. */
  readonly tooltip?: () => string;
  /** The same where it has to be fetched first. */
  readonly details?: () => Promise<string>;
  /** What a screen reader says: kind, name and state. */
  readonly accessibleLabel: string;
  /** Tokens for menu conditions, e.g. `task;running`. */
  readonly context: string;
  readonly arn?: string;
  /** The cluster that `arn` is in; on services and tasks. */
  readonly clusterArn?: string;
  /** The task that a container is in; on rows of containers, with `clusterArn`. */
  readonly taskArn?: string;
  /** What it was read through, with what is below it; on rows of clusters and of connections. */
  readonly connection?: ConnectionChoice;
  /** A web page of the thing itself, as of a load balancer; on rows with the token `url`. */
  readonly url?: string;
  /** What a click on the row does; a row with `more` is handed to its command. */
  readonly command?: { readonly id: string; readonly title: string; readonly arguments?: readonly unknown[] };
  /** Absent: a leaf. */
  readonly children?: () => Promise<readonly TreeNode[]>;
  /** Reads the row itself again, without what is below it; undefined when it is gone. Throws `LiveFailure`. */
  readonly again?: () => Promise<TreeNode | undefined>;
  /** On the row that ends a list which goes on: reads the next part, and answers all rows of the level, those known before as the same objects. */
  readonly more?: () => Promise<readonly TreeNode[]>;
}
