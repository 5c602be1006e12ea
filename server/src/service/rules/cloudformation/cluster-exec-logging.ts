import type { Place } from '../../model/field';
import { isFunction, literalAt, propertyAt } from '../../model/resources';
import { templateExample } from '../request-example';
import { defineRule, report, set, suggestion } from '../rule';

const cluster = (members: string, mark = '') =>
  templateExample(`"Cluster": {
  "Type": "AWS::ECS::Cluster",
  "Properties": {
    "ClusterSettings": [{ "Name": "containerInsights", "Value": "enhanced" }],
    "Configuration": {
      "ExecuteCommandConfiguration": {${mark}
        ${members}
      }
    }
  }
}`);
const here = `
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^`;
const encrypted = '"LogConfiguration": { "CloudWatchLogGroupName": "/ecs/exec", "CloudWatchEncryptionEnabled": true }';

export const rule = defineRule({
  id: 'cluster-exec-logging',
  category: 'security',
  severity: 'hint',
  title: 'Sessions of ECS Exec are logged, and encrypted with a key of yours',
  why: 'ECS Exec opens a shell in a running container. Without logs nobody knows afterwards what was done in it, and what is shown in a session can be secret.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-logging',
  about: 'template',
  bad: [
    cluster('"KmsKeyId": "alias/exec", "Logging": "NONE"', here),
    cluster(`"Logging": "OVERRIDE", ${encrypted}`, here),
  ],
  fixed: [
    cluster(`"KmsKeyId": "alias/exec", "Logging": "OVERRIDE",
        "LogConfiguration": {
          "CloudWatchLogGroupName": "<log-group>",
          "CloudWatchEncryptionEnabled": true
        }`),
  ],
  good: [
    cluster(`"Logging": "OVERRIDE", "KmsKeyId": { "Ref": "Key" }, ${encrypted}`),
    cluster('"Logging": { "Ref": "Logging" }, "KmsKeyId": { "Ref": "Key" }'),
    templateExample('"Cluster": { "Type": "AWS::ECS::Cluster", "Properties": { "Configuration": { "Ref": "More" } } }'),
  ],

  *checkTemplate(template) {
    for (const { id, properties } of template.ofType('AWS::ECS::Cluster')) {
      const exec = propertyAt(properties, 'Configuration', 'ExecuteCommandConfiguration');
      if (exec.node?.type !== 'object' || isFunction(exec)) continue;
      const logging = literalAt(propertyAt(exec, 'Logging'));
      const faults = [
        ...(logging === 'NONE' ? ['are not logged'] : []),
        ...(propertyAt(exec, 'KmsKeyId').node ? [] : ['are not encrypted with a key of yours (KmsKeyId)']),
        ...(logging === 'OVERRIDE' && keepsOpenLogs(exec) ? ['leave logs that are not encrypted'] : []),
      ];
      if (faults.length === 0) continue;
      yield report(
        exec,
        `Sessions of ECS Exec in the cluster '${id}' ${faults.join(' and ')}.`,
        logging === 'NONE' ? { fix: suggestion('Log the sessions', ...logged(exec)) } : {},
      );
    }
  },
});

function logged(exec: Place) {
  const configuration = { CloudWatchLogGroupName: '<log-group>', CloudWatchEncryptionEnabled: true };
  return [
    set(exec, 'Logging', 'OVERRIDE'),
    ...(propertyAt(exec, 'LogConfiguration').node ? [] : [set(exec, 'LogConfiguration', configuration)]),
  ];
}

/** True where the logs go to a place for which encryption is not asked. */
function keepsOpenLogs(exec: Place): boolean {
  const logs = propertyAt(exec, 'LogConfiguration');
  if (logs.node?.type !== 'object' || isFunction(logs)) return false;
  return logPlaces.some(
    ([place, encryption]) => propertyAt(logs, place).node !== undefined && isOff(propertyAt(logs, encryption)),
  );
}

const logPlaces = [
  ['CloudWatchLogGroupName', 'CloudWatchEncryptionEnabled'],
  ['S3BucketName', 'S3EncryptionEnabled'],
] as const;

function isOff(place: Place): boolean {
  return !place.node || (place.node.type === 'boolean' && !place.node.value) || literalAt(place) === 'false';
}
