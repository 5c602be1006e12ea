import type { Translate } from '../ports';

/** A status as AWS writes it, `IN_PROGRESS`, in words. */
export function stateWords(status: string, t: Translate): string {
  const words: Readonly<Record<string, string>> = {
    ACTIVE: t('active'),
    INACTIVE: t('inactive'),
    DRAINING: t('draining'),
    DELETE_IN_PROGRESS: t('being deleted'),
    REGISTERING: t('registering'),
    DEREGISTERING: t('deregistering'),
    REGISTRATION_FAILED: t('registration failed'),
    PENDING: t('pending'),
    IN_PROGRESS: t('in progress'),
    COMPLETED: t('completed'),
    FAILED: t('failed'),
    SUCCESSFUL: t('successful'),
    STOPPED: t('stopped'),
    STOP_REQUESTED: t('stop requested'),
    ROLLBACK_REQUESTED: t('rollback requested'),
    ROLLBACK_IN_PROGRESS: t('rolling back'),
    ROLLBACK_SUCCESSFUL: t('rolled back'),
    ROLLBACK_FAILED: t('rollback failed'),
    HEALTHY: t('healthy'),
    UNHEALTHY: t('unhealthy'),
    'UNHEALTHY.DRAINING': t('unhealthy, draining'),
    INITIAL: t('health not known yet'),
    UNUSED: t('unused'),
    UNAVAILABLE: t('health unavailable'),
  };
  return words[status.toUpperCase()] ?? status.toLowerCase().replaceAll('_', ' ');
}

/** How long ago a time (ISO 8601) was, in words; of what is older than a month, the day. */
export function ago(time: string, now: number, t: Translate): string {
  const seconds = (now - Date.parse(time)) / 1_000;
  const [minutes, hours, days] = [60, 3_600, 86_400].map((unit) => Math.floor(seconds / unit));
  if (minutes === undefined || hours === undefined || days === undefined || Number.isNaN(seconds)) return time;
  if (minutes < 1) return t('just now');
  if (hours < 1) return minutes === 1 ? t('1 minute ago') : t('{0} minutes ago', minutes);
  if (days < 1) return hours === 1 ? t('1 hour ago') : t('{0} hours ago', hours);
  if (days > 30) return time.slice(0, 10);
  return days === 1 ? t('1 day ago') : t('{0} days ago', days);
}

/** What there is of `parts`, one after the other. */
export function joined(parts: readonly (string | undefined)[], separator = ' · '): string {
  return parts.filter(Boolean).join(separator);
}
