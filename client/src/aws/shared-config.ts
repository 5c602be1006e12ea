import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { env } from 'node:process';
import { getHomeDir, loadSharedConfigFiles } from '@smithy/shared-ini-file-loader';

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

/** Where credentials come from that others renew while the editor runs; some of it may not exist. */
export interface CredentialPlaces {
  readonly files: readonly FilePlace[];
  readonly signIns: readonly FilePlace[];
}

/** Files in a folder, by a glob pattern of their names. */
export interface FilePlace {
  readonly folder: string;
  readonly names: string;
}

/** The shared files and the sign-ins of `aws sso login` and `aws login`, where the SDK looks for them. */
export function credentialPlaces(): CredentialPlaces {
  const aws = join(getHomeDir(), '.aws');
  const files = [
    env.AWS_CONFIG_FILE || join(aws, 'config'),
    env.AWS_SHARED_CREDENTIALS_FILE || join(aws, 'credentials'),
  ];
  const caches = [
    join(aws, 'sso', 'cache'),
    env.AWS_LOGIN_CACHE_DIRECTORY || join(homedir(), '.aws', 'login', 'cache'),
  ];
  return {
    files: files.map((file) => ({ folder: dirname(file), names: basename(file) })),
    signIns: caches.map((folder) => ({ folder, names: '*.json' })),
  };
}

// The loader names other sections `services.NAME` and `sso-session.NAME`; a profile may hold dots too.
const SECTION = /^(?:services|sso-session)\./;
