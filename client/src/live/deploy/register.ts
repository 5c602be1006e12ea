import type { Json } from '../change';
import { sameDefinition } from '../definition';
import type { Revision } from '../ports';
import type { ChangePorts } from './input';
import type { Where } from './plan';
import { sendOnce } from './send-once';

/** Registers a definition, sending it once; without an answer the newest revision tells whether it arrived. Throws `LiveFailure`. */
export function register(definition: Json, family: string, place: Where, ports: ChangePorts): Promise<Revision> {
  const { gateway } = ports;
  const call = {
    place,
    operation: 'RegisterTaskDefinition',
    target: (it?: Revision) => (it ? `${family}:${it.revision}` : family),
    send: () => gateway.register(definition),
    seen: async () => {
      const newest = await gateway.newestRevision(family);
      return newest && sameDefinition(definition, newest.definition) ? newest : undefined;
    },
  };
  return sendOnce(call, ports);
}
