import { logOptionsOf } from '../../data/log-options';
import { example } from '../example';
import { awslogs, logging, mark } from '../logging-example';
import { defineRule, type Report, remove, replace, report, suggestion } from '../rule';

const buffered = (size: string, mode = 'non-blocking') =>
  example('EC2', '', logging('awslogs', { ...awslogs, mode, 'max-buffer-size': size }));
const { mode: _, ...modeless } = awslogs;

export const rule = defineRule({
  id: 'log-buffer-size',
  category: 'logging',
  severity: 'warning',
  title: 'The buffer for logs has a size that counts',
  why: 'max-buffer-size is a number with k, m or g, and only a non-blocking driver has a buffer. Lines that do not fit into it are lost, so that less than 1 MiB is soon full.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html',
  bad: [
    mark(buffered('10 MB'), '"10 MB"'),
    mark(buffered('large'), '"large"'),
    mark(buffered('512k'), '"512k"'),
    mark(buffered('25'), '"25"'),
    mark(buffered('25m', 'blocking'), '"25m"'),
  ],
  fixed: [
    buffered('10m'),
    buffered('25m'),
    buffered('25m'),
    buffered('25m'),
    example('EC2', '', logging('awslogs', { ...awslogs, mode: 'blocking' })),
  ],
  good: [
    buffered('1m'),
    buffered('1024k'),
    buffered('1048576'),
    buffered('1G'),
    buffered('${SIZE}'),
    buffered('25m', '${MODE}'),
    example('EC2', '', logging('awslogs', { ...modeless, 'max-buffer-size': '4m' })),
  ],

  *check({ containerDefinitions }) {
    for (const { logConfiguration } of containerDefinitions.items) {
      const { logDriver, options } = logConfiguration;
      const size = options.get('max-buffer-size');
      if (!logDriver.literal || size.literal === undefined) continue;
      if (!Object.hasOwn(logOptionsOf(logDriver.literal).options, 'max-buffer-size')) continue;
      if (options.get('mode').literal === 'blocking')
        yield report(
          size,
          'A blocking driver has no buffer: max-buffer-size has no effect. Remove it, or make the mode non-blocking.',
          {
            fix: suggestion("Remove 'max-buffer-size'", remove(size)),
          },
        );
      else if (!sizes.test(size.literal))
        yield resized(size, `'${size.literal}' is no size of a buffer: write a number with k, m or g, such as 25m.`);
      else if (bytesOf(size.literal) < 1024 ** 2)
        yield resized(
          size,
          `A buffer of ${size.literal}${/\d$/.test(size.literal) ? ' bytes' : ''} is soon full, and what does not fit is lost. Give it 1m or more.`,
        );
    }
  },
});

const sizes = /^\d{1,15}[kmg]?$/i;
const factors: Readonly<Record<string, number>> = { k: 1024, m: 1024 ** 2, g: 1024 ** 3 };

function bytesOf(size: string): number {
  return Number.parseInt(size, 10) * (factors[size.slice(-1).toLowerCase()] ?? 1);
}

function resized(size: Report['place'] & { readonly literal: string | undefined }, message: string): Report {
  const [, number = '', unit = ''] = /^(\d{1,15}) ?([mg])i?b$/i.exec(size.literal ?? '') ?? [];
  const meant = number && unit ? `${number}${unit.toLowerCase()}` : '25m';
  return report(size, message, { fix: suggestion(`Change to '${meant}'`, replace(size, meant)) });
}
