import { ecrDomains } from '../../data/ecr-hosts';
import { parseEcrHost } from '../../model/resource-names';
import { defineRule, report } from '../rule';

const pulled = (image: string, marked = false) => `{
  "family": "web",
  "containerDefinitions": [
    { "name": "app", "image": "${image}", "memory": 512 }${marked ? `\n//                            ${'^'.repeat(image.length + 2)}` : ''}
  ]
}`;

export const rule = defineRule({
  id: 'ecr-uri-malformed',
  category: 'correctness',
  severity: 'error',
  title: 'Images in private ECR repositories have a whole address',
  why: 'The address is ACCOUNT.dkr.ecr.REGION.amazonaws.com/REPOSITORY, with the 12 digits of the account. With any other host the task stops with CannotPullContainerError.',
  source: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/Registries.html',
  bad: [
    pulled('123.dkr.ecr.us-east-1.amazonaws.com/app:1.2', true),
    pulled('1111-2222-3333.dkr.ecr.us-east-1.amazonaws.com/app:1.2', true),
    pulled('dkr.ecr.us-east-1.amazonaws.com/app:1.2', true),
    pulled('111122223333.dkr.ecr.amazonaws.com/app:1.2', true),
    pulled('111122223333.dkr.ecr.us-east-1.amazonaws.co/app:1.2', true),
    pulled('111122223333.ecr.us-east-1.amazonaws.com/app:1.2', true),
    pulled('111122223333.dkr.ecr.us-east-1.amazonaws.com', true),
    pulled('111122223333.dkr.ecr.us-east-1.amazonaws.com/:1.2', true),
  ],
  good: [
    pulled('111122223333.dkr.ecr.us-east-1.amazonaws.com/app:1.2'),
    pulled('111122223333.dkr.ecr-fips.us-gov-west-1.amazonaws.com/team/app:1.2'),
    pulled('111122223333.dkr.ecr.cn-north-1.amazonaws.com.cn/app:1.2'),
    pulled('111122223333.dkr.ecr.eusc-de-east-1.amazonaws.eu/app:1.2'),
    pulled('111122223333.dkr-ecr.us-east-1.on.aws/app:1.2'),
    pulled('${ACCOUNT}.dkr.ecr.us-east-1.amazonaws.com/app:1.2'),
    pulled('aws_account_id.dkr.ecr.us-east-1.amazonaws.com/app:1.2'),
    pulled('11111111111.dkr.ecr.us-east-1.amazonaws.com/app:1.2'),
    pulled('public.ecr.aws/nginx/nginx:1.27'),
  ],

  *check({ containerDefinitions }) {
    for (const { image } of containerDefinitions.items) {
      const fault = image.literal && faultOf(image.literal);
      if (fault) yield report(image, `${fault} The address is ACCOUNT.dkr.ecr.REGION.amazonaws.com/REPOSITORY.`);
    }
  },
});

/** What is wrong with the address of a private ECR repository; undefined for other images, and where nothing is. */
function faultOf(image: string): string | undefined {
  const [, host = '', path = ''] = /^([^/@:]*)(.*)$/s.exec(image) ?? [];
  const [, account, mark, rest = ''] = /^(?:(.*?)\.)??((?:dkr[.-])?ecr(?:-fips)?)\.(.*)$/.exec(host) ?? [];
  if (mark === undefined || (!mark.startsWith('dkr') && !/^[^.]+\.amazonaws\.com/.test(rest))) return undefined;
  if (account === undefined) return 'The account is missing.';
  // Words and repeated digits stand for an account that is filled in later.
  if (!/^[\d-]+$/.test(account) || /^(\d)\1*$/.test(account)) return undefined;
  if (!/^\d{12}$/.test(account)) return `'${account}' is no account: that has 12 digits.`;
  if (!mark.startsWith('dkr')) return "'dkr.' is missing after the account.";
  const [, region, domain = ''] = /^([^.]*)(?:\.(.*))?$/.exec(rest) ?? [];
  if (region === 'amazonaws') return 'The region is missing.';
  if (!parseEcrHost(host) && !ecrDomains.includes(domain))
    return domain === '' || domain.startsWith('amazon') ? `The host does not end in ${ecrDomains[0]}.` : undefined;
  return /^\/[^:@]/.test(path) ? undefined : 'The repository is missing.';
}
