import { type CredentialForm, credentialForms, exampleCredential } from '../data/credential-forms';
import type { Container } from './container';
import type { Field, List } from './field';
import type { Volume } from './volume';

/** A text in which a credential stands. */
export interface Credential {
  readonly field: Field<string>;
  readonly form: CredentialForm;
  /** The container whose variable it is, where it is the value of one. */
  readonly of?: { readonly container: Container; readonly variable: Container['environment']['items'][number] };
}

/** The form of the credential in a text; undefined where it has none, or one that pages use as an example. */
export function credentialIn(text: string): CredentialForm | undefined {
  if (!anyForm.test(text)) return undefined;
  return credentialForms.find(({ pattern }) => {
    const found = pattern.exec(text)?.[0];
    return found !== undefined && !exampleCredential.test(found);
  });
}

/** All credentials that stand in plain text where a definition has free texts, in document order of their members. */
export function credentialsIn(containers: List<Container>, volumes: List<Volume>): readonly Credential[] {
  const ofContainers = containers.items.flatMap((container) => [
    ...container.environment.items.flatMap((variable) =>
      credential(variable.value).map((found) => ({ ...found, of: { container, variable } })),
    ),
    ...[...container.command.items, ...container.entryPoint.items, ...container.dockerLabels.values].flatMap(
      credential,
    ),
  ]);
  const ofVolumes = volumes.items.flatMap((volume) =>
    volume.dockerVolumeConfiguration.driverOpts.values.flatMap(credential),
  );
  return [...ofContainers, ...ofVolumes];
}

// Nearly all texts hold none: they are read once.
const anyForm = new RegExp(credentialForms.map(({ pattern }) => pattern.source).join('|'));

function credential(field: Field<string>): readonly Credential[] {
  const form = field.literal === undefined ? undefined : credentialIn(field.literal);
  return form ? [{ field, form }] : [];
}
