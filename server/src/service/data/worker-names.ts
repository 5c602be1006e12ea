/**
 * Words in the names of containers that work on something until it is done, which takes its time when they are asked to stop.
 * https://docs.aws.amazon.com/AmazonECS/latest/bestpracticesguide/load-balancer-connection-draining.html
 */
export const workerName = /(?:^|[-_])(?:batch|celery|consumer|jobs?|queue|sidekiq|sqs|worker)s?(?:[-_]|$)/i;
