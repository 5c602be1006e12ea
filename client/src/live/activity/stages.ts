import type { Translate } from '../ports';
import { stateWords } from '../tree/words';

/**
 * What a deployment does in a lifecycle stage, in words.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/blue-green-deployment-how-it-works.html
 */
export function stageWords(stage: string, t: Translate): string {
  const words: Readonly<Record<string, string>> = {
    RECONCILE_SERVICE: t('bringing the service in line'),
    PRE_SCALE_UP: t('before new tasks start'),
    SCALE_UP: t('starting new tasks'),
    POST_SCALE_UP: t('new tasks have started'),
    TEST_TRAFFIC_SHIFT: t('moving test traffic'),
    POST_TEST_TRAFFIC_SHIFT: t('test traffic has moved'),
    PRE_PRODUCTION_TRAFFIC_SHIFT: t('before traffic moves'),
    PRODUCTION_TRAFFIC_SHIFT: t('moving traffic'),
    POST_PRODUCTION_TRAFFIC_SHIFT: t('traffic has moved'),
    BAKE_TIME: t('baking: old and new tasks run side by side'),
    CLEAN_UP: t('stopping old tasks'),
  };
  return words[stage] ?? stateWords(stage, t);
}

/** `BLUE_GREEN` in words. */
export function strategyWords(strategy: string, t: Translate): string {
  const words: Readonly<Record<string, string>> = {
    ROLLING: t('rolling update'),
    BLUE_GREEN: t('blue/green'),
    LINEAR: t('linear'),
    CANARY: t('canary'),
  };
  return words[strategy] ?? stateWords(strategy, t);
}
