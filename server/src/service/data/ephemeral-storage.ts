/**
 * What `ephemeralStorage.sizeInGiB` can be on Fargate, in GiB; without the member a task has the default.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EphemeralStorage.html
 */
export const ephemeralStorageGiB = { least: 21, most: 200, default: 20 } as const;
