/** What an ARN of ECS or Elastic Load Balancing says. */
export interface Resource {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  /** `cluster`, `service`, `task`, `container-instance`, `task-definition`, `targetgroup` … */
  readonly kind: string;
  /** What stands behind the kind, e.g. `CLUSTER/NAME`. */
  readonly path: string;
  /** The last part of the path. */
  readonly name: string;
}

/** Undefined for another text. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
export function readArn(text: string): Resource | undefined {
  const [, partition, service, region, kind, path] =
    /^arn:([\w-]+):([\w-]+):([\w-]+):\d*:([\w-]+)\/([^\s]+)$/.exec(text) ?? [];
  if (!partition || !service || !region || !kind || !path) return undefined;
  return { partition, service, region, kind, path, name: path.slice(path.lastIndexOf('/') + 1) };
}

/** The cluster's name out of its ARN, or a name as it is. */
export function clusterName(cluster: string): string {
  return lastPart(cluster);
}

/** What stands behind the last slash: the name or ID at the end of an ARN; a name as it is. */
export function lastPart(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}
