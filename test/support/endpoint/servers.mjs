// @ts-check

/**
 * @typedef {'ministack' | 'moto'} Kind
 * @typedef {object} Server
 * @property {string} command the program in the virtual environment
 * @property {(port: number) => string[]} args
 * @property {(port: number) => Record<string, string>} env
 * @property {string} ready a path that answers 200 once the server is up
 * @property {(url: string) => Promise<void>} prepare
 */

/** The account of both endpoints: one of AWS's documentation accounts. */
export const account = '123456789012';

/** @type {Readonly<Record<Kind, Server>>} */
export const servers = {
  ministack: {
    command: 'ministack',
    args: () => [],
    env: (port) => ({
      // Its default is every interface of the machine.
      BIND_HOST: '127.0.0.1',
      GATEWAY_PORT: String(port),
      MINISTACK_ACCOUNT_ID: account,
      MINISTACK_REGION: 'us-east-1',
      LOG_LEVEL: 'WARNING',
    }),
    ready: '/_ministack/health',
    prepare: async () => undefined,
  },
  moto: {
    command: 'moto_server',
    args: (port) => ['-H', '127.0.0.1', '-p', String(port)],
    // Without it a service of moto stays at 0 running tasks and never settles.
    env: () => ({ MOTO_ECS_SERVICE_RUNNING: '2' }),
    ready: '/moto-api/',
    prepare: holdTasks,
  },
};

/**
 * Every DescribeTasks of moto moves a task one state on towards STOPPED, so that looking at a task ends it.
 * Held, a task stays RUNNING until it is stopped.
 * @param {string} url
 */
async function holdTasks(url) {
  const response = await fetch(`${url}/moto-api/state-manager/set-transition`, {
    method: 'POST',
    body: JSON.stringify({ model_name: 'ecs::task', transition: { progression: 'manual', times: 100_000 } }),
  });
  if (!response.ok) throw new Error(`moto did not take the task transition: status ${response.status}.`);
}
