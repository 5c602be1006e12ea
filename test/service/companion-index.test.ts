import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createCompanionIndex, createService, fileKey, mayAsk, type Snapshot } from '../../server/src/service';

const all = createService({ onCrash: () => undefined });
/** The rules that other documents make a difference to. */
const service = createService({
  rules: all.rules.filter(({ id }) => /^(?:service|fargate)-/.test(id)),
  onCrash: (rule, error) => {
    throw new Error(`${rule} crashed`, { cause: error });
  },
});

const family = fc.constantFrom('web', 'api');
const launchType = fc.constantFrom('EC2', 'FARGATE', undefined);

const definition = fc.record({ family, container: fc.constantFrom('app', 'main'), lists: fc.boolean() }).map((it) => ({
  family: it.family,
  ...(it.lists && { requiresCompatibilities: ['EC2'] }),
  containerDefinitions: [{ name: it.container, image: 'nginx:1.27', portMappings: [{ containerPort: 80 }] }],
}));
const request = fc.record({ family: fc.option(family), launchType }).map((it) => ({
  serviceName: 's',
  desiredCount: 1,
  ...(it.family && { taskDefinition: `${it.family}:1` }),
  ...(it.launchType && { launchType: it.launchType }),
  loadBalancers: [{ targetGroupArn: 'x', containerName: 'app', containerPort: 80 }],
}));
const overrides = fc.record({ containerOverrides: fc.constant([{ name: 'app', cpu: 1 }]) });
const config = fc.record({
  service_definition: fc.constantFrom('s.json', '../b/s.json'),
  task_definition: fc.constantFrom('t.json', '../c/t.json'),
});

/** Files of these names in these folders, of any of which there may be none. */
const tree = fc.record(
  Object.fromEntries(
    ['a', 'b', 'b/deep', 'c'].flatMap((folder) => [
      [`${folder}/t.json`, definition],
      [`${folder}/u.json`, definition],
      [`${folder}/s.json`, request],
      [`${folder}/run.json`, fc.oneof(request, overrides)],
      [`${folder}/ecspresso.json`, config],
    ]),
  ),
  { requiredKeys: [] },
);

it('a document has the same findings with the few documents around it as with all of them', async () => {
  await fc.assert(
    fc.asyncProperty(tree, async (files) => {
      const open = () =>
        Object.entries(files).map(([name, text]) => service.open(`file:///w/${name}`, JSON.stringify(text)));
      const index = createCompanionIndex();
      for (const it of open()) if (mayAsk(it.uri, it.document.getText())) index.ask(it);
      for (const it of open()) index.answer(it);
      const all = open();
      for (const it of all) {
        const around = index.around(it);
        const few = all.filter(({ uri }) => around.includes(fileKey(uri)));
        expect(few.length).toBeLessThanOrEqual(12);
        expect(await findings(it, few), it.uri).toEqual(await findings(it, all));
      }
    }),
    { numRuns: 60 },
  );
});

async function findings(snapshot: Snapshot, snapshots: readonly Snapshot[]) {
  const problems = await service.diagnose(snapshot, { snapshots });
  return problems.map(({ rule, span, message }) => ({ rule, span, message }));
}

it('keeps nothing of documents that nobody asks about', () => {
  const index = createCompanionIndex();
  const alone = service.open('file:///w/t.json', '{ "family": "web", "containerDefinitions": [] }');
  expect(mayAsk(alone.uri, alone.document.getText())).toBe(false);
  index.ask(alone);
  expect(index.isEmpty).toBe(true);
  index.answer(alone);
  const asking = service.open('file:///w/s.json', '{ "taskDefinition": "web", "desiredCount": 1 }');
  expect(index.around(asking)).toEqual([]);
});
