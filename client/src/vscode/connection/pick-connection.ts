import { loadAws } from '../../aws/load';
import type { Choice, Translate, Ui } from '../../live/ports';
import { requireTrust } from '../trust';
import type { ConnectionChoice, Connections } from './connections';

/** Asks for another connection in the place of one, and makes it the active one; Esc leaves all as it was. */
export async function pickConnection(
  ui: Ui,
  connections: Connections,
  t: Translate,
  before = connections.choice(),
): Promise<void> {
  const next = await askForConnection(ui, t('ECS Connection'), before, t);
  if (next) await connections.choose(next, before);
}

/** Asks for a connection to have beside the others. */
export async function addConnection(ui: Ui, connections: Connections, t: Translate): Promise<void> {
  const more = await askForConnection(ui, t('Add ECS Connection'), connections.choice(), t);
  if (more) await connections.add(more);
}

/** Asks for a profile and a region out of the shared AWS config; undefined when it is left. */
async function askForConnection(
  ui: Ui,
  title: string,
  now: ConnectionChoice,
  t: Translate,
): Promise<ConnectionChoice | undefined> {
  requireTrust();
  for (;;) {
    const profile = await ui.pick(
      { title, placeholder: t('Whose credentials to use'), step: { at: 1, of: 2 } },
      profileChoices(now, t),
    );
    if (profile.kind !== 'value') return undefined;
    const region = await ui.pick(
      { title, placeholder: t('Which region to show'), step: { at: 2, of: 2 }, canGoBack: true },
      regionChoices(now, profile.value, t),
    );
    if (region.kind === 'cancelled') return undefined;
    if (region.kind === 'value') return toChoice(profile.value, region.value);
  }
}

async function profileChoices(now: ConnectionChoice, t: Translate): Promise<readonly Choice<string | undefined>[]> {
  const profiles = await loadAws().listProfiles();
  return [
    {
      label: t('Default chain'),
      description: t('environment, default profile, or the role of this machine'),
      value: undefined,
      picked: now.profile === undefined,
    },
    ...profiles.map((profile) => ({
      label: profile.name,
      ...(profile.region === undefined ? {} : { description: profile.region }),
      value: profile.name,
      picked: profile.name === now.profile,
    })),
  ];
}

async function regionChoices(
  now: ConnectionChoice,
  profile: string | undefined,
  t: Translate,
): Promise<readonly Choice<string | undefined>[]> {
  const aws = loadAws();
  const own = (await aws.listProfiles()).find(({ name }) => name === profile)?.region;
  return [
    {
      label: profile === undefined ? t('Region of the environment') : t('Region of the profile'),
      ...(own === undefined ? {} : { description: own }),
      value: undefined,
      picked: now.region === undefined,
    },
    ...aws.regions.map(({ id, name }) => ({ label: id, description: name, value: id, picked: id === now.region })),
  ];
}

function toChoice(profile: string | undefined, region: string | undefined): ConnectionChoice {
  return { ...(profile === undefined ? {} : { profile }), ...(region === undefined ? {} : { region }) };
}
