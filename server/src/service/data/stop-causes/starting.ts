import type { StopGroup } from './cause';
import { connectivityPage, reach } from './words';

const page = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cannot-start-container.html';
const parametersPage = 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html';
const dependencyPage = 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html';

/**
 * Containers that did not start.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cannot-start-container.html
 */
export const startCauses: readonly StopGroup[] = [
  {
    begins:
      /^(?:CannotStartContainerError|CannotCreateContainerError|ContainerRuntimeError|DockerStateError|ResourceInitializationError: failed to create new container runtime task): /i,
    causes: [
      {
        id: 'architecture',
        severity: 'error',
        says: /exec format error/i,
        sentence: 'The program of {container} was built for another processor.',
        fix: 'Build the image for the architecture of the task, or set runtimePlatform.cpuArchitecture to that of the image.',
        url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RuntimePlatform.html',
        at: 'platform',
      },
      {
        id: 'working-directory',
        severity: 'error',
        says: /chdir to cwd/i,
        sentence: 'The working directory of {container} is not in its image, or may not be entered.',
        fix: 'Correct workingDirectory, or make the directory in the image.',
        url: parametersPage,
        at: 'working-directory',
      },
      {
        id: 'command-not-found',
        severity: 'error',
        says: /executable file not found in|exec: \\*"[^"]{0,400}": (?:stat [^:]{1,400}: )?no such file or directory/i,
        sentence: 'The image of {container} does not have the program that it is to run.',
        fix: 'Correct entryPoint or command: each word is an item of its own, and shell syntax needs ["sh", "-c", "…"].',
        url: parametersPage,
        at: 'command',
      },
      {
        id: 'command-not-executable',
        severity: 'error',
        says: /exec: \\*"[^"]{0,400}": (?:stat [^:]{1,400}: )?permission denied/i,
        sentence: 'The program of {container} may not be executed.',
        fix: 'Set its executable bit in the image (chmod +x), or run it as a user who may.',
        url: parametersPage,
        at: 'command',
      },
      {
        id: 'port-taken',
        severity: 'error',
        says: /port is already allocated|address already in use/i,
        sentence: 'A host port of {container} is taken on the instance.',
        fix: 'Set hostPort to 0 or take it out for a free one, or keep the other task from the instance.',
        url: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html',
        at: 'host-port',
      },
      {
        id: 'user-unknown',
        severity: 'error',
        says: /unable to find (?:user|group) |no matching entries in (?:passwd|group) file/i,
        sentence: 'The image of {container} does not have the user that it is to run as.',
        fix: 'Correct user, write its number, or make the user in the image.',
        url: parametersPage,
        at: 'user',
      },
      {
        id: 'device-missing',
        severity: 'error',
        says: /adding custom device|gathering device information/i,
        sentence: 'The instance does not have a device of {container}.',
        fix: 'Correct linuxParameters.devices, or place the task on instances that have it.',
        url: parametersPage,
        at: 'device',
      },
      {
        id: 'memory-too-small',
        severity: 'error',
        says: /Minimum memory limit|OOM-killed|cannot allocate memory/i,
        sentence: '{Container} has too little memory to start.',
        fix: 'Give it more memory.',
        url: page,
        at: 'memory',
      },
      {
        id: 'disk-full',
        severity: 'error',
        says: /no space left on device|Thin Pool has \d+ free/i,
        sentence: 'The disk was full before {container} started.',
        fix: 'Enlarge ephemeralStorage on Fargate, or free space on the container instance.',
        url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/CannotCreateContainerError.html',
        at: 'container',
      },
      {
        id: 'container-start',
        severity: 'error',
        sentence: '{Container} could not be started.',
        fix: 'See what AWS says below.',
        url: page,
        at: 'container',
      },
    ],
  },
  {
    begins: /^(?:DockerTimeoutError|ContainerRuntimeTimeoutError): /i,
    causes: [
      {
        id: 'pull-timeout',
        severity: 'error',
        says: /transition to pulled/i,
        sentence: 'The image of {container} was not pulled in time.',
        fix: `Make the image smaller, or mend the way to the registry. ${reach}`,
        url: connectivityPage,
        at: 'image',
      },
      {
        id: 'start-timeout',
        severity: 'error',
        sentence: '{Container} was not ready in time.',
        fix: 'Run it again. Where it lasts: check where it logs to, and the load of the instance.',
        url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/container-runtime-timeout-error.html',
        at: 'start-timeout',
      },
    ],
  },
  {
    begins: /^(?:\w+Error: )?dependency graph: .*container ordering dependency \[/i,
    causes: [
      {
        id: 'dependency-timeout',
        severity: 'error',
        says: /timed out/i,
        sentence: 'A container that another one waits for was not ready within startTimeout.',
        fix: 'Give it a longer startTimeout, or find out what it is slow at.',
        url: dependencyPage,
        at: 'dependency',
      },
      {
        id: 'dependency-failed',
        severity: 'error',
        says: /did not exit successfully/i,
        sentence: 'A container whose success another one waits for has failed.',
        fix: 'Mend that one, or wait for another condition, such as COMPLETE.',
        url: dependencyPage,
        at: 'dependency',
      },
      {
        id: 'dependency',
        severity: 'error',
        sentence: 'A container that another one waits for did not come to what is waited for.',
        fix: 'See how it ended, or wait for another condition.',
        url: dependencyPage,
        at: 'dependency',
      },
    ],
  },
  {
    begins: /^OutOfMemoryError\b/i,
    causes: [
      {
        id: 'out-of-memory',
        severity: 'error',
        sentence: '{Container} used more memory than it has.',
        fix: 'Give it more memory, or keep its program within it, as by the heap size of its runtime.',
        url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/out-of-memory.html',
        at: 'memory',
      },
    ],
  },
];
