/** `s3://…`, the ARN of a bucket, or a bucket's host name. */
export function isS3Address(text: string | undefined): boolean {
  return (
    text !== undefined &&
    /s3[.:-]/i.test(text) &&
    /^(?:s3:\/\/|arn:aws[a-z-]*:s3:::|(?:https?:\/\/)?(?:[\w.-]{1,255}\.)?s3[.-](?:[a-z0-9-]+\.)*amazonaws\.com)/i.test(
      text,
    )
  );
}
