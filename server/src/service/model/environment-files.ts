/** The ARN of an object in S3, of a bucket's own or by way of an access point. */
const objectArn =
  /^arn:aws[a-z-]*:s3:(?:::[A-Za-z0-9][A-Za-z0-9._-]{1,253}\/|[a-z0-9-]+:\d{12}:accesspoint\/[a-z0-9-]{3,50}\/object\/)./;

/**
 * True for the ARN of an object, as ECS takes it for an environment file.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EnvironmentFile.html
 */
export function isObjectArn(text: string): boolean {
  return objectArn.test(text);
}

/** Addresses of an object that hold its bucket and its key. https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html */
const addresses = [
  /^s3:\/\/([^/?]+)\/([^?]+)/,
  /^https?:\/\/s3[a-z0-9.-]{0,60}\.amazonaws\.com(?:\.cn)?\/([^/?]+)\/([^?]+)/,
  /^https?:\/\/([^/?]{3,63}?)\.s3[a-z0-9.-]{0,60}\.amazonaws\.com(?:\.cn)?\/([^?]+)/,
];

/** The ARN of the object at an address such as `s3://bucket/key`; undefined for other texts. */
export function objectArnOf(address: string, partition: string): string | undefined {
  const [, bucket, key] = addresses.map((form) => form.exec(address)).find((found) => found !== null) ?? [];
  const arn = `arn:${partition}:s3:::${bucket}/${key}`;
  return bucket && key && isObjectArn(arn) ? arn : undefined;
}
