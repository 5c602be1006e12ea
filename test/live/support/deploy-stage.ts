import type { Subject } from '../../../client/src/live/activity/subject';
import { createDeployer, type Deployer } from '../../../client/src/live/deploy/deployer';
import type { ChangePorts, DeployInput, Outcome } from '../../../client/src/live/deploy/input';
import type { Target } from '../../../client/src/live/deploy/target';
import type { FakeEcs } from '../../support/fake-ecs/index';
import { connected, memoryOf, type TestLog, t } from './stage';
import { type Move, type TestUser, testUser } from './ui';

/** Everything that changing something needs, its clock being the fake's: waiting moves it on. */
export interface DeployStage {
  readonly ecs: FakeEcs;
  readonly user: TestUser;
  readonly ports: ChangePorts;
  readonly deployer: Deployer;
  readonly memory: Map<string, unknown>;
  readonly log: TestLog;
  /** The lines of the audit. */
  readonly audit: readonly string[];
  readonly waits: readonly number[];
  /** What is watched. */
  readonly subjects: readonly Subject[];
  readonly compared: readonly string[];
  readonly shown: readonly string[];
  readonly changes: () => number;
  deploy(definition: object, target?: Partial<Target>, more?: Partial<DeployInput>): Promise<Outcome>;
  /** As after a reload of the window: what was under way is not known any more but by what is remembered. */
  reloaded(): Deployer;
}

export const runTarget: Target = {
  name: 'shop-web',
  file: 'web.json',
  kind: 'run',
  cluster: 'shop',
  launchType: 'FARGATE',
  network: { subnets: ['subnet-0a1b2c3d4e5f60001'], securityGroups: ['sg-0a1b2c3d4e5f60001'], assignPublicIp: true },
};

export const serviceTarget: Target = {
  name: 'live',
  file: 'web.json',
  kind: 'service',
  cluster: 'shop',
  service: 'web',
};

export async function deployStage(...moves: Move[]): Promise<DeployStage> {
  const { ecs, gateway, log } = await connected();
  const user = testUser(...moves);
  const memory = new Map<string, unknown>();
  const audit: string[] = [];
  const waits: number[] = [];
  const subjects: Subject[] = [];
  const compared: string[] = [];
  const shown: string[] = [];
  const counted = { ids: 0, changes: 0 };
  const ports: ChangePorts = {
    gateway,
    ui: user,
    log,
    t,
    memory: memoryOf(memory),
    newId: () => `00000000-0000-4000-8000-${String(++counted.ids).padStart(12, '0')}`,
    clock: {
      now: ecs.clock.now,
      sleep: async (milliseconds) => {
        waits.push(milliseconds);
        ecs.clock.advance(milliseconds);
      },
    },
    protection: () => undefined,
    audit: (line) => audit.push(line),
    activities: {
      start: (subject) => {
        subjects.push(subject);
        const end = new Promise<never>(() => undefined);
        return {
          id: String(subjects.length),
          subject,
          end,
          listen: () => () => undefined,
          stopWatching: () => undefined,
        };
      },
    },
    compare: async (left, right) => {
      compared.push(`${left.name} ↔ ${right.name}`);
    },
    show: async (title, text) => {
      shown.push(`${title}\n${text}`);
    },
    onChanged: () => {
      counted.changes += 1;
    },
  };
  const deployer = createDeployer();
  return {
    ecs,
    user,
    ports,
    deployer,
    memory,
    log,
    audit,
    waits,
    subjects,
    compared,
    shown,
    changes: () => counted.changes,
    deploy: (definition, target = runTarget, more = {}) => deployer.deploy(inputOf(definition, target, more), ports),
    reloaded: createDeployer,
  };
}

export function inputOf(definition: object, target: Partial<Target>, more: Partial<DeployInput> = {}): DeployInput {
  const given = definition as DeployInput['definition'];
  const wrapped = given.taskDefinition as DeployInput['definition'] | undefined;
  const base = target.kind === 'service' ? serviceTarget : runTarget;
  return {
    source: 'web.json',
    definition: given,
    family: String((wrapped ?? given).family),
    target: { ...base, ...target },
    ...more,
  };
}
