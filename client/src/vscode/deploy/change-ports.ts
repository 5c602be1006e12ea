import type * as vscode from 'vscode';
import type { Activities } from '../../live/activity/activities';
import type { Audit, ChangePorts } from '../../live/deploy/input';
import type { Clock, EcsGateway, Log, Memory, NewId, Translate, Ui } from '../../live/ports';
import { protection } from '../../live/targets/protected';
import type { ClustersView } from '../clusters/view';
import type { Comparisons } from '../definitions/comparisons';
import { protectedPatterns } from '../targets/setting';
import type { ReadOnlyTexts } from '../ui/read-only-texts';

/** What the workbench has for changing something. */
export interface ChangeHost {
  readonly ui: Ui;
  readonly memory: Memory;
  readonly clock: Clock;
  readonly log: Log;
  readonly newId: NewId;
  readonly t: Translate;
  readonly audit: Audit;
  readonly activities: Pick<Activities, 'start'>;
  readonly comparisons: Comparisons;
  readonly texts: ReadOnlyTexts;
  readonly clusters: ClustersView;
}

/** What changing something needs, for one change through a gateway; `document` is where what went wrong is shown. */
export function changePorts(
  { activities, comparisons, clusters, texts, ...host }: ChangeHost,
  gateway: EcsGateway,
  document?: vscode.Uri,
): ChangePorts {
  const { ui, memory, clock, log, newId, t, audit } = host;
  return {
    ...{ ui, memory, clock, log, newId, t, audit },
    gateway,
    protection: protection(protectedPatterns),
    activities: {
      start: (subject) => activities.start(document ? { ...subject, document: document.toString() } : subject),
    },
    compare: (left, right) => comparisons.show(left, right),
    show: texts.open,
    onChanged: () => clusters.readAgain(gateway.connection),
  };
}
