// Runs inside the extension host with the setting taskdef.readOnly on, at an endpoint that has a row for every menu.
import { strict as assert } from 'node:assert';
import { runTests } from '../../support/workbench/host-tests';
import { clicked } from './command-arguments';
import { pause } from './host';
import { changing, said } from './refusals';

export const run = () =>
  runTests(
    Object.fromEntries(
      changing().map((id) => [
        `${id}, where a user would click it`,
        async () => assert.match(await saidSoon(id, await clicked(id)), /read-only here: .*nothing was sent to AWS/),
      ]),
    ),
  );

/** A command that was not refused may wait for an answer. */
function saidSoon(id: string, argument: unknown): Promise<string> {
  return Promise.race([said(id, argument), pause(5_000).then(() => 'nothing in 5 seconds')]);
}
