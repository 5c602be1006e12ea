import type { Facts } from './activities';
import type { ActivityEvent } from './events';

/** What is known before the first look. */
export const noFacts: Facts = { tasks: [], events: [], stopped: [] };

/** So many events of a service are kept for each entry. */
const mostEvents = 50;

/** What is known after an event. */
export function factsAfter(facts: Facts, event: ActivityEvent): Facts {
  const { trouble, ...rest } = facts;
  switch (event.kind) {
    case 'deployment':
      return { ...facts, deployment: event.state };
    case 'tasks':
      return { ...facts, tasks: event.tasks };
    case 'service-event':
      return { ...facts, events: [event.event, ...facts.events].slice(0, mostEvents) };
    case 'stopped-tasks':
      return { ...facts, stopped: event.groups };
    case 'trouble':
    case 'waiting':
      return { ...rest, trouble: { failure: event.failure, waiting: event.kind === 'waiting' } };
    case 'seeing':
    case 'end':
      return rest;
  }
}
