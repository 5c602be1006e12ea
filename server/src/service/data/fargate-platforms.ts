/**
 * Linux platform versions of Fargate before the current one: AWS no longer maintains them.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-versions-retired.html
 */
export const oldLinuxPlatforms: readonly string[] = ['1.0.0', '1.1.0', '1.2.0', '1.3.0'];

/**
 * The first platform version of Windows has the number of an old one of Linux; the two are counted apart.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-windows-fargate.html
 */
export const windowsPlatform = '1.0.0';
