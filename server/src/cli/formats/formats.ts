import { githubReporter } from './github';
import { jsonReporter } from './json';
import { junitReporter } from './junit';
import type { Format, ReportContext, Reporter } from './reporter';
import { sarifReporter } from './sarif';
import { textReporter } from './text';

/** What writes a report in each format. */
export const reporters: Readonly<Record<Format, (context: ReportContext) => Reporter>> = {
  text: textReporter,
  json: jsonReporter,
  sarif: sarifReporter,
  github: githubReporter,
  junit: junitReporter,
};
