import type { Json } from '../../change';
import { registerInput, sameDefinition } from '../../definition';
import { confirmed } from '../confirmed';
import { differences } from '../differences';
import { stillThe } from '../identity';
import type { ChangePorts, Outcome } from '../input';
import { callLines, differenceLine, placeLines } from '../lines';
import { whereOf } from '../place';
import { register } from '../register';
import { typedFor } from './act';

/** A definition to be registered, and no more. */
export interface RegisterInput {
  readonly source: string;
  readonly definition: Json;
  readonly family: string;
}

/** Registers a definition unless the newest revision says the same. Throws `LiveFailure`. */
export async function registerOnly(input: RegisterInput, ports: ChangePorts): Promise<Outcome> {
  const { gateway, ui, t } = ports;
  const { family } = input;
  const definition = { ...registerInput(input.definition), family };
  const [place, newest] = await Promise.all([whereOf(ports), gateway.newestRevision(family)]);
  if (newest && sameDefinition(definition, newest.definition)) {
    void ui.inform('info', t('Nothing to do: {0}:{1} says the same as the file.', family, newest.revision));
    return { kind: 'cancelled' };
  }
  const changes = [{ operation: 'RegisterTaskDefinition', input: definition } as const];
  const plan = { place, changes, warnings: [], ...typedFor(place, ports) };
  const changed = newest ? differences(newest.definition, definition) : [];
  const next = `${family}:${(newest?.revision ?? 0) + 1}`;
  const left = newest && { name: `${family}:${newest.revision}`, definition: newest.definition };
  const question = {
    message: t('Register {0}?', family),
    lines: () => [
      ...placeLines(place, t),
      t('Task definition: {0} (next revision)', newest ? `${family}:${newest.revision} → ${next}` : next),
      ...(newest ? [t('Changes: {0}', changed.length)] : []),
      ...changed.slice(0, 8).map((it) => `  ${differenceLine(it, t)}`),
      ...callLines(plan, t),
    ],
    ways: [{ button: t('Register'), plan }],
    ...(left ? { compare: () => ports.compare(left, { name: input.source, definition }) } : {}),
  };
  const answer = await confirmed(question, ports);
  if (answer.kind !== 'yes') return answer;
  await stillThe(place.identity, gateway, t);
  const revision = await register(definition, family, place, ports);
  void ui.inform('info', t('{0}:{1} is registered.', family, revision.revision));
  return { kind: 'registered', revision };
}
