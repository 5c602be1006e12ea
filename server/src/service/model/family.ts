import { hasPlaceholder } from '../syntax/placeholder';

/**
 * The family that `web`, `web:3` or an ARN (`…:task-definition/web:3`) names; undefined when a template engine fills it in.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html
 */
export function familyIn(reference: string): string | undefined {
  const name = familyName.exec(reference)?.groups?.name;
  return name !== undefined && !hasPlaceholder(name) ? name : undefined;
}

/** Account, region and revision are often filled in; the family stands for itself. */
const familyName = /^(?:arn:.*:task-definition\/)?(?<name>[A-Za-z0-9_-]{1,255})(?::.+)?$/;
