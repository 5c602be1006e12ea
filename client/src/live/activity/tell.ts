import type { Clock, Log, Translate, Ui } from '../ports';
import type { Entry, Watch } from './activities';
import type { End } from './end';
import { endMessage } from './end-words';
import { progressLine } from './line';

/** What a message about an end leads to. */
export interface TellPorts {
  readonly ui: Ui;
  readonly log: Log;
  readonly t: Translate;
  /** Opens the view Activity at an entry. */
  show(id: string): Promise<void>;
  /** Opens the view Clusters at what the entry is about. */
  showInClusters(entry: Entry): Promise<void>;
  showLogs(entry: Entry): Promise<void>;
  /** Opens the file that it was started from, at what went wrong. */
  showFile(entry: Entry): Promise<void>;
  again(id: string): void;
}

/** Tells how an entry ended and does what the user then asks for. Returns at once. */
export function tellEnd(entry: Entry & { readonly end: End }, ports: TellPorts): void {
  const { log, t } = ports;
  tell(entry, ports).catch((error: unknown) => {
    log.error(t('Unexpected error'), error);
  });
}

async function tell(entry: Entry & { readonly end: End }, ports: TellPorts): Promise<void> {
  const { ui, t, show, showInClusters, showLogs, showFile, again } = ports;
  const { level, text } = endMessage(entry.subject, entry.end, t);
  const { kind } = entry.end;
  const unseen = kind === 'timeout' || kind === 'blind';
  const labels = {
    again: t('Watch Again'),
    file: t('Show in File'),
    logs: t('Show Logs'),
    show: t('Show in Activity'),
    clusters: t('Show in Clusters'),
  };
  const inFile = entry.subject.document !== undefined && CAUSED.has(kind);
  // Of a service that goes on running nobody asked for logs.
  const logs = entry.subject.kind === 'tasks' && !unseen;
  const first = [...(unseen ? [labels.again] : []), ...(inFile ? [labels.file] : []), ...(logs ? [labels.logs] : [])];
  const answer = await ui.inform(level, text, ...first, labels.show, ...(inFile ? [] : [labels.clusters]));
  if (answer === labels.again) again(entry.id);
  else if (answer === labels.file) await showFile(entry);
  else if (answer === labels.logs) await showLogs(entry);
  else if (answer === labels.show) await show(entry.id);
  else if (answer === labels.clusters) await showInClusters(entry);
}

/** Ends whose cause may stand in the file. */
const CAUSED: ReadonlySet<End['kind']> = new Set(['failed', 'rolled-back', 'tasks-failed']);

/** Shows a watch as a progress notification until its end; its cancel button takes the notification away, and nothing else. */
export async function showProgress(watch: Watch, ports: { ui: Ui; clock: Clock; t: Translate }): Promise<void> {
  const { ui, clock, t } = ports;
  const { subject } = watch;
  // Its cancel button must not look as if it cancelled the deployment.
  await ui.progress(t('Watching {0}', subject.title), async (report, signal) => {
    const stop = watch.listen((event) => {
      // Events of the service have a row of their own, and would hide how far the deployment is.
      const line = event.kind === 'service-event' ? undefined : progressLine(event, clock.now(), t);
      if (line !== undefined) report(line);
    });
    const hidden = new Promise<void>((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    await Promise.race([watch.end, hidden]);
    stop();
  });
}
