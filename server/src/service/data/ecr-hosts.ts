/**
 * What the host of a private registry ends in, after the region. Further partitions have others.
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/Registries.html
 */
export const ecrDomains: readonly string[] = ['amazonaws.com', 'amazonaws.com.cn', 'amazonaws.eu'];
