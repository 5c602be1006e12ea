import { mayHaveGpus, requirementsOf } from '../../model/accelerators';
import { nameOf } from '../../model/container';
import { example, marked } from '../example';
import { defineRule, replace, report, shown, suggestion } from '../rule';

export const rule = defineRule({
  id: 'gpu-value-invalid',
  category: 'correctness',
  severity: 'error',
  title: 'A container asks for a whole number of GPUs, or for all',
  why: 'Each container that asks for GPUs by number has them for itself; a part of one is shared by a sharingStrategy instead.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ResourceRequirement.html',
  bad: [example('EC2', '', marked(line('0.5'), '"0.5"')), example('EC2', '', marked(line('all'), '"all"'))],
  fixed: [gpu('1'), gpu('ALL')],
  good: [gpu('2'), gpu('ALL'), gpu('${GPUS}')],

  *check(task) {
    if (!mayHaveGpus(task)) return;
    for (const { container, requirement } of requirementsOf(task, 'GPU')) {
      const { value, sharingStrategy } = requirement;
      const text = value.literal;
      if (text === undefined || sharingStrategy.present || /^(?:[1-9]\d{0,3}|ALL)$/.test(text)) continue;
      const meant = text.toUpperCase() === 'ALL' ? 'ALL' : '1';
      yield report(
        value,
        `The container ${nameOf(container)} asks for ${shown(value)} GPUs. Write a whole number from 1 on, in quotes, or 'ALL'.`,
        { fix: suggestion(`Change to '${meant}'`, replace(value, meant)) },
      );
    }
  },
});

function gpu(value: string): string {
  return example('EC2', '', `\n${line(value)}`);
}

function line(value: string): string {
  return `      "resourceRequirements": [{ "type": "GPU", "value": "${value}" }],`;
}
