import type { ServiceRecord, World } from './world';

/** An event of a service, its name before the words. */
export function tell(world: World, service: ServiceRecord, at: number, words: string): void {
  service.events.push({ id: world.newId(), at, message: `(service ${service.name}) ${words}` });
}
