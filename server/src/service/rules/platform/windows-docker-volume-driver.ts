import { example } from '../example';
import { defineRule, replace, report, shown, suggestion } from '../rule';

const volume = (driver: string) => `
  "volumes": [
    {
      "name": "data",
      "dockerVolumeConfiguration": {
        "scope": "shared",
        "driver": "${driver}"
      }
    }
  ],`;
const mounted = '\n      "mountPoints": [{ "sourceVolume": "data", "containerPath": "C:\\\\data" }],';

export const rule = defineRule({
  id: 'windows-docker-volume-driver',
  category: 'compatibility',
  severity: 'error',
  title: "A Docker volume on Windows has the driver 'local'",
  why: "Plug-ins for volumes are for Linux; Windows containers support the driver 'local' alone.",
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DockerVolumeConfiguration.html',
  bad: [example('WINDOWS', volume('rexray/ebs').replace('ebs"\n', 'ebs"\n//                ^^^^^^^^^^^^\n'), mounted)],
  fixed: [example('WINDOWS', volume('local'), mounted)],
  good: [
    example('WINDOWS', volume('${DRIVER}'), mounted),
    example('EC2', volume('rexray/ebs'), mounted.replace('C:\\\\', '/')),
  ],

  *check({ isWindows, launchType, volumes }) {
    // Fargate has no Docker volumes at all, which another rule tells.
    if (!isWindows || launchType('FARGATE')) return;
    for (const { dockerVolumeConfiguration } of volumes.items) {
      const { driver } = dockerVolumeConfiguration;
      if (!driver.literal || driver.literal === 'local') continue;
      yield report(driver, `Windows containers have no volume driver ${shown(driver)}. Use 'local'.`, {
        fix: suggestion("Change to 'local'", replace(driver, 'local')),
      });
    }
  },
});
