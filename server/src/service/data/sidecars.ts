/**
 * Containers that help others and serve nobody themselves: agents that collect metrics, traces and logs, and proxies. By the last parts
 * of their images, and by the names that guides give them.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/application-metrics-cloudwatch.html
 * https://docs.aws.amazon.com/xray/latest/devguide/xray-daemon-ecs.html
 * https://docs.datadoghq.com/integrations/ecs_fargate/
 */
export const sidecarImages: ReadonlySet<string> = new Set([
  'datadog/agent',
  'xray/aws-xray-daemon',
  'amazon/aws-xray-daemon',
  'amazon/aws-otel-collector',
  'aws-observability/aws-otel-collector',
  'otel/opentelemetry-collector',
  'otel/opentelemetry-collector-contrib',
  'amazon/cloudwatch-agent',
  'cloudwatch-agent/cloudwatch-agent',
  'amazon/aws-for-fluent-bit',
  'aws-observability/aws-for-fluent-bit',
  'fluent/fluent-bit',
  'envoyproxy/envoy',
  'appmesh/aws-appmesh-envoy',
]);

export const sidecarNames: ReadonlySet<string> = new Set([
  'datadog-agent',
  'xray-daemon',
  'aws-xray-daemon',
  'otel-collector',
  'aws-otel-collector',
  'adot-collector',
  'cloudwatch-agent',
  'fluent-bit',
  'envoy',
]);
