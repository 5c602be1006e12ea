import { beforeAll } from 'vitest';
import { viewSuite } from '../live/support/view-suite';
import { ensureVenv, startMoto } from '../support/endpoint/index.mjs';
import { seedView } from './seed-view';

const root = decodeURIComponent(new URL('../..', import.meta.url).pathname);

beforeAll(() => ensureVenv({ root }));

viewSuite(async () => {
  const { url, stop } = await startMoto({ root });
  await seedView(url);
  return { url, lacks: ['ListServiceDeployments'], now: Date.now, stop };
});
