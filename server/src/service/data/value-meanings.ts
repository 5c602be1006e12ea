/**
 * What a value of a set means, in one sentence; by member path without its indices, then by value.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html
 */
export const valueMeanings: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  networkMode: {
    awsvpc:
      'Each task has its own network interface, private IP address and security groups; its containers share them.',
    bridge: 'Containers are behind a virtual network of Docker on the instance; host ports lead to container ports.',
    host: "Containers use the instance's own network: a container port is that port of the instance.",
    none: 'Containers have no network but loopback, and no port mappings.',
  },
  requiresCompatibilities: {
    FARGATE:
      'AWS runs the task on capacity without servers of yours; registration is refused for what Fargate cannot do.',
    EC2: 'The task can run on EC2 instances that you register in the cluster.',
    EXTERNAL: 'The task can run on your own servers, registered through ECS Anywhere.',
    MANAGED_INSTANCES: 'The task can run on EC2 instances that ECS starts, patches and replaces for you.',
  },
  pidMode: {
    host: 'Containers see the processes of the instance, and of other tasks in this mode.',
    task: 'All containers of the task see the processes of each other.',
  },
  ipcMode: {
    host: 'Containers share IPC resources with the instance, and with other tasks in this mode.',
    task: 'All containers of the task share IPC resources such as shared memory.',
    none: 'Each container has IPC resources of its own.',
  },
  'runtimePlatform.cpuArchitecture': {
    X86_64: '64-bit Intel and AMD processors, the default.',
    ARM64: '64-bit Arm processors (AWS Graviton): the images must be built for linux/arm64.',
  },
  'runtimePlatform.operatingSystemFamily': {
    LINUX: 'Linux containers, the default.',
    WINDOWS_SERVER_2016_FULL: 'Windows Server 2016 with desktop: not on Fargate, and without awsvpc mode.',
    WINDOWS_SERVER_2019_FULL: 'Windows Server 2019 with desktop: images must have a 2019 base.',
    WINDOWS_SERVER_2019_CORE: 'Windows Server 2019 Core: images must have a 2019 base.',
    WINDOWS_SERVER_2004_CORE: 'Windows Server Core, version 2004, which Microsoft no longer supports.',
    WINDOWS_SERVER_20H2_CORE: 'Windows Server Core, version 20H2, which Microsoft no longer supports.',
    WINDOWS_SERVER_2022_FULL: 'Windows Server 2022 with desktop: images must have a 2022 base.',
    WINDOWS_SERVER_2022_CORE: 'Windows Server 2022 Core: images must have a 2022 base.',
    WINDOWS_SERVER_2025_FULL: 'Windows Server 2025 with desktop: images must have a 2025 base.',
    WINDOWS_SERVER_2025_CORE: 'Windows Server 2025 Core: images must have a 2025 base.',
  },
  'containerDefinitions.versionConsistency': {
    enabled: 'ECS resolves the tag to a digest once for a deployment, so that all of its tasks run the same image.',
    disabled: 'Every task pulls what the tag means when it starts.',
  },
  'containerDefinitions.portMappings.appProtocol': {
    http: 'Service Connect treats the traffic as HTTP/1.1 and measures requests.',
    http2: 'Service Connect treats the traffic as HTTP/2 and measures requests.',
    grpc: 'Service Connect treats the traffic as gRPC and measures calls.',
  },
  'containerDefinitions.environmentFiles.type': {
    s3: 'The file is an object in Amazon S3, with one NAME=value a line.',
  },
  'containerDefinitions.logConfiguration.logDriver': {
    awslogs: 'Output goes to a log group of CloudWatch Logs.',
    awsfirelens: "Output goes to the task's log router (Fluent Bit or Fluentd), which sends it on as the options say.",
    splunk: 'Output goes to a Splunk HTTP Event Collector.',
    'json-file': 'Output is kept in JSON files on the instance, and lost with it.',
    syslog: 'Output goes to a syslog server.',
    journald: "Output goes to the instance's systemd journal.",
    gelf: 'Output goes to a GELF endpoint such as Graylog or Logstash.',
    fluentd: 'Output goes to a Fluentd daemon.',
  },
  'containerDefinitions.firelensConfiguration.type': {
    fluentbit: 'The log router is Fluent Bit: small and fast, with AWS outputs built in.',
    fluentd: 'The log router is Fluentd: larger, with more plug-ins.',
  },
  'containerDefinitions.resourceRequirements.type': {
    GPU: 'Whole GPUs of the instance, reserved for this container.',
    NeuronDevice: 'All AWS Trainium or Inferentia devices of the instance; the value must be ALL.',
    InferenceAccelerator: 'A device of Elastic Inference, which AWS has retired.',
  },
  'containerDefinitions.linuxParameters.devices.permissions': {
    read: 'The container may read from the device.',
    write: 'The container may write to the device.',
    mknod: 'The container may create device files.',
  },
  'volumes.dockerVolumeConfiguration.scope': {
    task: 'The volume is made for the task and removed with it.',
    shared: 'The volume outlives the task; other tasks on the instance can use it.',
  },
  'volumes.efsVolumeConfiguration.transitEncryption': {
    ENABLED: 'Data between the task and the file system is encrypted with TLS.',
    DISABLED: 'Data between the task and the file system is not encrypted; the default.',
  },
  'volumes.efsVolumeConfiguration.authorizationConfig.iam': {
    ENABLED: "The task's role decides what it may do with the file system; needs transit encryption.",
    DISABLED: "The task's role plays no part in mounting the file system; the default.",
  },
  'placementConstraints.type': {
    memberOf: 'Tasks are placed only on instances that the expression, in the cluster query language, selects.',
  },
  'proxyConfiguration.type': {
    APPMESH: 'Traffic of the task passes through an App Mesh (Envoy) proxy container.',
  },
};
