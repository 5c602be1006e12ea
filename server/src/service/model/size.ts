import type { Field } from './field';

/**
 * CPU units of a task-level `cpu`: an integer string, or vCPU (`"1 vCPU"`, `".25 vcpu"`); undefined when neither.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html
 */
export function cpuUnits(text: string): number | undefined {
  return quantity(text, /^(\d*\.?\d+)\s*vcpu$/i);
}

/** MiB of a task-level `memory`: an integer string, or GB (`"2GB"`, `"0.5 GB"`); undefined when neither. */
export function memoryMiB(text: string): number | undefined {
  return quantity(text, /^(\d*\.?\d+)\s*gb$/i);
}

function quantity(text: string, thousandfold: RegExp): number | undefined {
  const trimmed = text.trim();
  // The pattern takes time in the square of a run of digits.
  if (trimmed.length > 32) return undefined;
  if (/^\d{1,9}$/.test(trimmed)) return Number(trimmed);
  const large = thousandfold.exec(trimmed)?.[1];
  return large === undefined ? undefined : Number(large) * 1024;
}

/** The size a field states, whether it is spelled as the API wants it (a string) or as a whole number. */
export function sizeOf(field: Field<string>, read: (text: string) => number | undefined): number | undefined {
  if (field.node?.type === 'number') return Number.isInteger(field.node.value) ? field.node.value : undefined;
  return field.literal === undefined ? undefined : read(field.literal);
}
