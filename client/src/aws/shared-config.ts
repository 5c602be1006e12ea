import { loadSharedConfigFiles } from '@smithy/shared-ini-file-loader';

/** A profile of the shared AWS config and credentials files. */
export interface Profile {
  readonly name: string;
  readonly region?: string;
}

/** One setting map per profile, the `services` sections by their names, and nothing secret kept. */
export interface SharedConfig {
  readonly profiles: Readonly<Record<string, Readonly<Record<string, string | undefined>>>>;
  readonly sections: Readonly<Record<string, Readonly<Record<string, string | undefined>>>>;
}

/** Every profile of the shared config and credentials files, by name; empty when there are no such files. */
export async function listProfiles(): Promise<readonly Profile[]> {
  const { profiles } = await sharedConfig();
  return Object.entries(profiles)
    .map(([name, { region }]) => ({ name, ...(region ? { region } : {}) }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

/** Reads both files anew, since `aws configure` and `aws sso login` change them while the editor runs. */
export async function sharedConfig(): Promise<SharedConfig> {
  const { configFile, credentialsFile } = await loadSharedConfigFiles({ ignoreCache: true });
  const isProfile = (key: string): boolean => !SECTION.test(key);
  const names = new Set([...Object.keys(configFile).filter(isProfile), ...Object.keys(credentialsFile)]);
  const profiles = [...names].map((name) => {
    const { region, services, endpoint_url, ignore_configured_endpoint_urls } = {
      ...credentialsFile[name],
      ...configFile[name],
    };
    return [name, { region, services, endpoint_url, ignore_configured_endpoint_urls }] as const;
  });
  const sections = Object.entries(configFile).filter(([key]) => !isProfile(key));
  return { profiles: Object.fromEntries(profiles), sections: Object.fromEntries(sections) };
}

// The loader names other sections `services.NAME` and `sso-session.NAME`; a profile may hold dots too.
const SECTION = /^(?:services|sso-session)\./;
