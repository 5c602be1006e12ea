import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { createGateway, resolveConnection } from '../../client/src/aws/index';
import { render, templates } from '../../server/src/service';
import { t, testLog, useEndpoint } from '../live/support/stage';
import { ensureVenv, startMoto } from '../support/endpoint/index.mjs';

const root = decodeURIComponent(new URL('../..', import.meta.url).pathname);

beforeAll(() => ensureVenv({ root }));

test('every definition to begin with registers at an endpoint that nobody here wrote', async () => {
  const endpoint = await startMoto({ root });
  onTestFinished(() => endpoint.stop());
  useEndpoint(endpoint.url);
  const gateway = createGateway(await resolveConnection({}), testLog(), { t });
  onTestFinished(() => gateway.dispose());

  for (const { id } of templates) {
    const definition = JSON.parse(render(id, 'json', id));
    const { family, revision } = await gateway.register(definition);
    expect([family, revision]).toEqual([id, 1]);
    // moto gives every definition the network mode of Fargate.
    const { networkMode: _, ...kept } = definition;
    expect((await gateway.newestRevision(id))?.definition).toMatchObject(kept);
  }
});
