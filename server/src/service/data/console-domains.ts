/**
 * Domain of the web console by partition; a region stands before it as a host of its own. Other partitions have no public console.
 * https://docs.aws.amazon.com/general/latest/gr/mgmt-console.html
 * https://docs.amazonaws.cn/en_us/aws/latest/userguide/endpoints-arns.html
 * https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/using-govcloud.html
 */
export const consoleDomains: ReadonlyMap<string, string> = new Map([
  ['aws', 'console.aws.amazon.com'],
  ['aws-cn', 'console.amazonaws.cn'],
  ['aws-us-gov', 'console.amazonaws-us-gov.com'],
]);
